/**
 * Lines of block comments. Both who reads a documentation comment and who formats it take them from
 * here, so that formatting keeps what the documentation says, nested lists and code included.
 */

/** A line behind the first one of a block comment. */
export interface CommentLine {
  /** Whether a star of the margin stands before its text. */
  readonly starred: boolean;
  /** Blanks that belong to the text: what stands behind the margin. */
  readonly indent: string;
  /** Without blanks around it; empty for a blank line. */
  readonly text: string;
}

const star = /^(\s*)\*(?!\*)( ?)(.*)$/;

/**
 * The lines behind the first one, without their margin. Where lines have stars the margin ends
 * behind the star of the first such line and a blank; a line without one loses as many blanks.
 * Without any star the margin is the indentation that the lines have in common.
 *
 * @param lines of the inside of a comment, the first one left out
 */
export function commentLines(lines: readonly string[]): CommentLine[] {
  const firstStar = lines.map((line) => star.exec(line)).find((found) => found !== null);
  const margin = firstStar ? (firstStar[1] ?? '').length + 2 : commonIndent(lines);
  return lines.map((line) => {
    const found = star.exec(line);
    const rest = found ? (found[3] ?? '') : line;
    const text = rest.trim();
    if (text === '') return { starred: found !== null, indent: '', text };
    const blanks = rest.slice(0, rest.length - rest.trimStart().length);
    return found
      ? { starred: true, indent: blanks, text }
      : { starred: false, indent: blanks.slice(margin), text };
  });
}

/** Text of a comment `/** … *​/`: without its marks and leading stars. */
export function docComment(source: string): string {
  // A comment may close with more stars than one; those of Markdown stand behind a word.
  const body = source
    .slice(3, -2)
    .replaceAll('\r\n', '\n')
    .replace(/(^|\s)\*+$/, '$1');
  const [first = '', ...others] = body.split('\n');
  const lines = commentLines(others);
  // What all of them have beyond the margin is no indentation of the text.
  const common = commonIndent(lines.map(({ indent, text }) => indent + text));
  const rest = lines.map(({ indent, text }) => indent.slice(common) + text);
  return [first.trim(), ...rest].join('\n').trim();
}

/** Blanks that all lines begin with, those without a text left out. */
export function commonIndent(lines: readonly string[]): number {
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  return indents.length > 0 ? Math.min(...indents) : 0;
}
