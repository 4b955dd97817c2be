/** Tense of English words in names. Heuristics for identifiers, not grammar. */
import { irregular, otherPasts } from './irregular.js';

/** Words that end like a past form and are none. */
const notPast = new Set(
  (
    'need feed seed speed exceed proceed succeed embed indeed hundred breed bleed weed ' +
    'deed reed steed greed bed red wed sled unified shred kindred naked wicked sacred ' +
    'biped id'
  ).split(' '),
);

/** Participles that are verbs in their base form too, so that they say nothing at the head of a command. */
const ambiguous = new Set(
  (
    'set reset put cut split read hit let shut quit cost cast spread bid bet burst offset ' +
    'upset broadcast run become come found bound left wound saw fell felt lead rose ' +
    'resent lit shed stuck ground lay stole embed feed need seed speed proceed exceed ' +
    'shred wed bleed breed thought'
  ).split(' '),
);

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
