/** A place in a text. Lines and columns count from 1; columns are UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A range in a file. `file` is relative to the model root, with `/` between its parts. */
export interface Span extends Range {
  readonly file: string;
}

/** How many lines and columns of a file have positions that all files share. */
const sharedLines = 1024;
const sharedColumns = 160;
const shared: (Position | undefined)[][] = [];

/**
 * A position. All files share those of their first lines: most of a model's elements stand there, and
 * positions of their own would be a fifth of the model.
 */
export function positionAt(line: number, column: number): Position {
  if (line >= sharedLines || column >= sharedColumns) return { line, column };
  const columns = (shared[line] ??= Array<undefined>(sharedColumns).fill(undefined));
  return (columns[column] ??= { line, column });
}

/** Whether `position` lies in `range`, its end included (a caret behind a word is still at it). */
export function contains(range: Range, position: Position): boolean {
  return compare(range.start, position) <= 0 && compare(position, range.end) <= 0;
}

/** Order of two positions: negative, zero or positive, as `Array.sort` wants it. */
export function compare(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

/** Order of two ranges of one file. */
export function compareRanges(a: Range, b: Range): number {
  return compare(a.start, b.start) || compare(a.end, b.end);
}

/** Order of two spans: by file name, then by place. */
export function compareSpans(a: Span, b: Span): number {
  return (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || compareRanges(a, b);
}

/** Whether a span lies in another one. */
export function encloses(outer: Span, inner: Span): boolean {
  return (
    outer.file === inner.file &&
    compare(outer.start, inner.start) <= 0 &&
    compare(inner.end, outer.end) <= 0
  );
}

/** Where a span begins, as a key. */
export function placeOf({ file, start }: Span): string {
  return `${file} ${String(start.line)} ${String(start.column)}`;
}
