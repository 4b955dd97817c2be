/** What no notation should carry: control characters, lone surrogates, and marks that reorder text. */
const unprintable =
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text on one line that reads the same in every notation. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, ' ').replaceAll(/ +/g, ' ').trim();
}

/** Replaces every character but letters, digits and harmless signs of ASCII. */
export function escapedBy(text: string, escape: (codePoint: number) => string): string {
  return printable(text).replaceAll(/[^\p{L}\p{M}\p{N} .,:+=\/()→·…–-]/gu, (character) =>
    escape(character.codePointAt(0) ?? 32),
  );
}
