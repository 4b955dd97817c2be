/** Spelling of names. */

/** Names that are kept; a workspace's names hardly change from one keystroke to the next. */
const capacity = 100_000;
const known = new Map<string, readonly string[]>();

/** Words of a name: `HTTPServer_v2` gives `http server v2`. */
export function wordsOf(name: string): readonly string[] {
  let words = known.get(name);
  if (!words) {
    if (known.size >= capacity) known.clear();
    known.set(name, (words = split(name)));
  }
  return words;
}

/** Capitals up to the one that begins the next word; else capitals with what follows in lower case. */
const word = /[A-Z]+(?=[A-Z][a-z])|[A-Z]*[a-z0-9]+|[A-Z]+/g;

function split(name: string): string[] {
  const words: string[] = [];
  for (const part of name.match(word) ?? []) words.push(part.toLowerCase());
  return words;
}

/** `OrderPlaced` → `order-placed`. */
export function kebabCase(name: string): string {
  return wordsOf(name).join('-');
}

/** `OrderPlaced` → `orderPlaced`. */
export function camelCase(name: string): string {
  return wordsOf(name)
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

/** Words as one name, with a capital first where `like` has one. */
export function pascalOrCamel(words: readonly string[], like: string): string {
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Z]/.test(like) ? joined : joined.charAt(0).toLowerCase() + joined.slice(1);
}

/** Key under which two spellings count as the same name: case, `-` and `_` folded. */
export function foldedName(name: string): string {
  const lower = name.toLowerCase();
  // Most names have neither, and asking costs less than replacing nothing.
  return lower.includes('_') || lower.includes('-') ? lower.replaceAll(/[-_]/g, '') : lower;
}
