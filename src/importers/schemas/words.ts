/** Sentences that our own contracts add to descriptions, for what JSON Schema has no keyword for. */

export interface TakenWords {
  readonly text: string | undefined;
  readonly constraints: readonly string[];
}

const sentences: readonly (readonly [pattern: RegExp, constraint: string])[] = [
  [/^At most (\d+) significant digits$/, 'precision'],
  [/^At most (\d+) fraction digits$/, 'scale'],
  [/^At least (-?\d+(?:\.\d+)?)$/, 'min'],
  [/^At most (-?\d+(?:\.\d+)?)$/, 'max'],
  [/^Greater than (-?\d+(?:\.\d+)?)$/, 'exclusiveMin'],
  [/^Less than (-?\d+(?:\.\d+)?)$/, 'exclusiveMax'],
  [/^A multiple of (\d+(?:\.\d+)?)$/, 'multipleOf'],
];

/** Takes constraints out of the last paragraph, where it holds nothing else. */
export function takeWords(description: string | undefined): TakenWords {
  if (description === undefined) return { text: undefined, constraints: [] };
  const at = description.lastIndexOf('\n\n');
  const last = at < 0 ? description : description.slice(at + 2);
  const constraints: string[] = [];
  for (const sentence of last.replace(/\.$/, '').split('. ')) {
    const found = sentences.find(([pattern]) => pattern.test(sentence));
    if (!found) return { text: description, constraints: [] };
    constraints.push(`${found[1]} ${found[0].exec(sentence)![1]!}`);
  }
  return { text: at < 0 ? undefined : description.slice(0, at), constraints };
}
