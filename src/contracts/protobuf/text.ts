/** Pieces of protobuf text. */

/** Control, direction and other invisible characters have no place in source text. */

const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Lines of `// …`; line comments cannot be closed from within. Empty for no text. */
export function comment(indent: string, ...paragraphs: (string | undefined)[]): string[] {
  const lines = paragraphs
    .filter((text) => text !== undefined && text.trim() !== '')
    .flatMap((text, index) => [
      ...(index === 0 ? [] : ['']),
      ...text!.replace(/\r\n?/g, '\n').trim().split('\n'),
    ]);
  return lines.map((line) => {
    const text = line.replace(invisible, ' ').trimEnd();
    return text === '' ? `${indent}//` : `${indent}// ${text}`;
  });
}

/** A string literal. */
export function literal(text: string): string {
  return JSON.stringify(text.replace(invisible, ' '));
}
