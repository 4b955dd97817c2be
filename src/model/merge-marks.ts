/** The line, counted from 1, with the first mark that git leaves where a merge met a conflict. */
export function lineOfMergeMark(text: string): number | undefined {
  const index = text.split('\n').findIndex((line) => /^(<{7}|={7}|>{7})( |\r?$)/.test(line));
  return index < 0 ? undefined : index + 1;
}
