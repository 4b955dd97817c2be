/**
 * `): 202 version "1"` cannot be told from `): 202 Version` by looking one word ahead, so the lexer
 * marks a status that stands alone. This says whether it does.
 */

/** Tokens that may stand behind a word that is the type of a result. */
const afterType = new Set(['[]', '?', '|', '{', '}', ',', '@', ')']);

const mayBeginType = /^[A-Za-z_<]/;

/**
 * Whether `word`, which stands behind a status, begins a type: any plain name does, a keyword only
 * where no argument follows.
 *
 * @param isName whether it is a name and no keyword
 * @param next what stands behind it
 */
export function beginsType(word: string, isName: boolean, next: string | undefined): boolean {
  if (isName) return true;
  if (!/^[A-Za-z_]\w*$/.test(word)) return false;
  if (['paged', 'stream', 'ref', 'set', 'map'].includes(word)) {
    return next !== undefined && (mayBeginType.test(next) || afterType.has(next));
  }
  return next === undefined || afterType.has(next);
}
