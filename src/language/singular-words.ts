import { wordsOf } from './names.js';
import { singular } from './singular.js';

/** Names that are kept; a workspace's names hardly change from one keystroke to the next. */
const capacity = 100_000;
const cache = new Map<string, readonly string[]>();

/** The words of a name in the singular: `OrderPolicies` gives `order policy`. */
export function singularWords(name: string): readonly string[] {
  let words = cache.get(name);
  if (!words) {
    if (cache.size >= capacity) cache.clear();
    cache.set(name, (words = wordsOf(name).map(singular)));
  }
  return words;
}
