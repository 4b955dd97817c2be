/** Tense of English words in names. Heuristics for identifiers, not grammar. */

/** Irregular verbs: base → past participle. */
const irregular: Readonly<Record<string, string>> = {
  arise: 'arisen', become: 'become', begin: 'begun', bind: 'bound', break: 'broken', bring: 'brought',
  build: 'built', buy: 'bought', catch: 'caught', choose: 'chosen', come: 'come', deal: 'dealt',
  do: 'done', draw: 'drawn', drive: 'driven', fall: 'fallen', feed: 'fed', feel: 'felt', fight: 'fought',
  find: 'found', forget: 'forgotten', freeze: 'frozen', get: 'got', give: 'given', go: 'gone',
  grow: 'grown', hear: 'heard', hide: 'hidden', hold: 'held', keep: 'kept', know: 'known', lead: 'led',
  leave: 'left', lend: 'lent', lose: 'lost', make: 'made', mean: 'meant', meet: 'met', override: 'overridden',
  overtake: 'overtaken', pay: 'paid', prepay: 'prepaid', rebuild: 'rebuilt', redo: 'redone', resend: 'resent',
  resell: 'resold', ride: 'ridden', ring: 'rung', rise: 'risen', say: 'said', see: 'seen', seek: 'sought',
  sell: 'sold', send: 'sent', shake: 'shaken', show: 'shown', shrink: 'shrunk', sink: 'sunk', speak: 'spoken',
  spend: 'spent', stand: 'stood', steal: 'stolen', stick: 'stuck', swear: 'sworn', take: 'taken',
  teach: 'taught', tell: 'told', think: 'thought', throw: 'thrown', undo: 'undone', understand: 'understood',
  undertake: 'undertaken', win: 'won', withdraw: 'withdrawn', withhold: 'withheld', write: 'written',
  overwrite: 'overwritten', underwrite: 'underwritten', wind: 'wound', wake: 'woken', run: 'run',
};

/** Past forms that are the same as the base form, or simple pasts that differ from the participle. */
const otherPasts = [
  'set', 'reset', 'put', 'cut', 'split', 'read', 'hit', 'let', 'shut', 'quit', 'cost', 'cast', 'spread',
  'bid', 'bet', 'burst', 'offset', 'upset', 'broadcast', 'run', 'ran', 'began', 'broke', 'chose', 'drew',
  'drove', 'fell', 'froze', 'gave', 'went', 'grew', 'knew', 'rose', 'saw', 'shook', 'sank', 'spoke', 'stole',
  'took', 'threw', 'undid', 'withdrew', 'wrote', 'became', 'came', 'gotten', 'did', 'swore', 'arose',
  'overran', 'outsourced', 'lit', 'shed',
];

/** Words that end like a past form and are none. */
const notPast = new Set([
  'need', 'feed', 'seed', 'speed', 'exceed', 'proceed', 'succeed', 'embed', 'indeed', 'hundred', 'breed',
  'bleed', 'weed', 'deed', 'reed', 'steed', 'greed', 'bed', 'red', 'wed', 'sled', 'unified', 'shred',
  'kindred', 'naked', 'wicked', 'sacred', 'biped', 'id',
]);

/** Participles that are verbs in their base form too, so that they say nothing at the head of a command. */
const ambiguous = new Set([
  ...['set', 'reset', 'put', 'cut', 'split', 'read', 'hit', 'let', 'shut', 'quit', 'cost', 'cast', 'spread'],
  ...['bid', 'bet', 'burst', 'offset', 'upset', 'broadcast', 'run', 'become', 'come', 'found', 'bound', 'left'],
  ...['wound', 'saw', 'fell', 'felt', 'lead', 'rose', 'resent', 'lit', 'shed', 'stuck', 'ground', 'lay', 'stole'],
  ...['embed', 'feed', 'need', 'seed', 'speed', 'proceed', 'exceed', 'shred', 'wed', 'bleed', 'breed', 'thought'],
]);

const participles = new Set([...Object.values(irregular), ...otherPasts]);

/** Whether a lower-case word can be a past form: `placed`, `sent`, `set`. */
export function isPast(word: string): boolean {
  if (notPast.has(word)) return false;
  return participles.has(word) || (word.length > 3 && word.endsWith('ed'));
}

/** Whether a lower-case word is a past form and nothing else: `placed`, `sent`, but not `set`. */
export function isUnambiguouslyPast(word: string): boolean {
  return !ambiguous.has(word) && isPast(word);
}

/** Past participle of a base form: `ship` → `shipped`, `send` → `sent`. */
export function pastParticiple(verb: string): string {
  const known = Object.hasOwn(irregular, verb) ? irregular[verb] : undefined;
  if (known !== undefined) return known;
  if (otherPasts.includes(verb)) return verb;
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  if (/^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb)) return `${verb}${verb.at(-1) ?? ''}ed`;
  return `${verb}ed`;
}

/** Verbs that names of commands and operations often begin with. */
export const commonVerbs: ReadonlySet<string> = new Set([
  ...Object.keys(irregular),
  ...['accept', 'acknowledge', 'activate', 'add', 'adjust', 'allocate', 'apply', 'approve', 'archive', 'assign'],
  ...['authorize', 'authorise', 'book', 'calculate', 'cancel', 'capture', 'change', 'charge', 'check', 'close'],
  ...['complete', 'compute', 'confirm', 'create', 'debit', 'credit', 'decline', 'delete', 'deliver', 'deposit'],
  ...['disable', 'dispatch', 'enable', 'expire', 'fail', 'fetch', 'finish', 'fulfil', 'fulfill', 'generate'],
  ...['grant', 'import', 'export', 'inform', 'initiate', 'invite', 'issue', 'load', 'lock', 'merge', 'modify'],
  ...['move', 'notify', 'open', 'order', 'pack', 'pick', 'place', 'post', 'prepare', 'process', 'publish'],
  ...['purchase', 'receive', 'refund', 'register', 'reject', 'release', 'remove', 'rename', 'renew', 'replace'],
  ...['request', 'reserve', 'restock', 'return', 'revoke', 'schedule', 'ship', 'sign', 'start', 'stop', 'store'],
  ...['submit', 'suspend', 'sync', 'terminate', 'transfer', 'trigger', 'unlock', 'update', 'upload', 'validate'],
  ...['verify', 'void', 'set', 'reset', 'put', 'split'],
]);
