/**
 * `): 202 version "1"` cannot be told from `): 202 Version` by looking one word ahead, so the lexer
 * marks a status that stands alone. This says whether it does.
 */

/** Tokens that may stand behind a word that is the type of a result. */
const afterType = new Set(['[]', '?', '|', '{', '}', ',', '@', ')']);

const mayBeginType = /^[A-Za-z_<]/;
const name = /^[A-Za-z_]\w*$/;

/** What stands around a word: 0 is the word, 1 what follows, -1 what stands before. */
export type Around = (distance: number) => string | undefined;

/**
 * Whether the word behind a status begins a type: any plain name does, a keyword only where no
 * argument follows, but the next operation or property of the API.
 *
 * @param isName whether it is a name and no keyword
 */
export function beginsType(isName: boolean, around: Around): boolean {
  if (isName) return true;
  const [word = '', next] = [around(0), around(1)];
  if (!name.test(word)) return false;
  if (next === undefined || beginsOperation(around, 1)) return true;
  if (['paged', 'stream', 'ref', 'set', 'map'].includes(word)) {
    return mayBeginType.test(next) || afterType.has(next);
  }
  return afterType.has(next);
}

const isText = (image: string) => image.startsWith('"');
const isNumber = (image: string) => /^\d/.test(image);
const isName = (image: string) => mayBeginType.test(image);
const isCalled = (second: string, third: string) => isName(second) && third === '(';
const listing: ReadonlySet<string> = new Set(['raises', 'auth']);
const isListed = (second: string, third: string) =>
  isName(second) && third !== ':' && !isText(third);

/** Words that a statement of an API begins with, and what stands behind each. */
const statements: ReadonlyMap<string, (second: string, third: string) => boolean> = new Map([
  ...['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'].map(
    (method) => [method, isText] as const,
  ),
  ...['rpc', 'query', 'mutation', 'subscription'].map((word) => [word, isCalled] as const),
  ...[...listing].map((word) => [word, isListed] as const),
  ['version', (second) => isText(second) || isNumber(second)],
  ['path', isText],
  ['audience', (second) => ['public', 'partner', 'internal', 'context'].includes(second)],
  ['rate-limit', isNumber],
  ['depth-limit', isNumber],
]);

/** Whether what may follow the result of an operation begins at a distance. */
export function beginsOperation(around: Around, distance: number): boolean {
  const [first = '', second] = [around(distance), around(distance + 1)];
  if (second === undefined) return false;
  if (statements.get(first)?.(second, around(distance + 2) ?? '') !== true) return false;
  // A type may be called so, and the next operation begin behind it.
  return !listing.has(first) || !beginsOperation(around, distance + 1);
}
