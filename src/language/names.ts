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

/** The first of the words of a name, which is soon found; empty for a name of none. */
export function firstWord(name: string): string {
  let from = 0;
  while (from < name.length && kindAt(name, from) === none) from++;
  let to = from;
  while (kindAt(name, to) === capital) to++;
  const next = kindAt(name, to);
  // Of several capitals the last one begins the next word.
  if (next === small && to - from > 1) to--;
  else while (kindAt(name, to) === small || kindAt(name, to) === digit) to++;
  return name.slice(from, to).toLowerCase();
}

const [none, capital, small, digit] = [0, 1, 2, 3] as const;

function kindAt(name: string, at: number): 0 | 1 | 2 | 3 {
  const code = name.charCodeAt(at);
  if (code >= 0x61 && code <= 0x7a) return small;
  if (code >= 0x41 && code <= 0x5a) return capital;
  return code >= 0x30 && code <= 0x39 ? digit : none;
}

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
