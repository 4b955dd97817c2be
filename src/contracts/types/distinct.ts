/** Different values of one kind, as examples of sets and of lists without duplicates. */
import type { Tree } from '../tree.js';

/** More than an example ever holds. */
const most = 50;
const endings = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];

/**
 * `first` and others like it, `count` in all; undefined where not so many are found.
 *
 * @param step between numbers
 * @param fits whether a value keeps the rules of its type
 */
export function distinctValues(
  first: Tree,
  count: number,
  step: number,
  fits: (value: Tree) => boolean,
): Tree[] | undefined {
  const found = new Set<Tree>([first]);
  for (const candidate of candidates(first, step)) {
    if (found.size >= count) break;
    if (fits(candidate)) found.add(candidate);
  }
  return found.size >= count ? [...found] : undefined;
}

function* candidates(first: Tree, step: number): Generator<Tree> {
  if (typeof first === 'boolean') yield !first;
  if (typeof first === 'number') {
    // Without the dust that adding leaves behind: 0.1 + 0.2.
    for (let n = 1; n <= most; n++) {
      yield Number((first + n * step).toFixed(12));
      yield Number((first - n * step).toFixed(12));
    }
  }
  if (typeof first === 'string') yield* texts(first);
}

/** Numbered texts first, as people would write them; then those that end otherwise. */
function* texts(first: string): Generator<string> {
  const at = first.indexOf('@');
  const digits = /^(.*?)(\d+)$/.exec(first);
  for (let n = 2; n <= most; n++) {
    if (at > 0) yield `${first.slice(0, at)}${n}${first.slice(at)}`;
    else if (digits) {
      const [, head = '', number = ''] = digits;
      yield `${head}${String(Number(number) + n - 1).padStart(number.length, '0')}`;
    } else yield `${first}${first.includes('/') ? '/' : ' '}${n}`;
  }
  for (const end of endings) yield `${first.slice(0, -1)}${end}`;
  for (const one of endings) for (const end of endings) yield `${first.slice(0, -2)}${one}${end}`;
}
