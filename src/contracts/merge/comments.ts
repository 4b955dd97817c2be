/** Which comments belong to what. Generated text has none, so every comment is somebody's work. */
import {
  lineEnd,
  lineStart,
  nextLine,
  type Comment,
  type SourceEntry,
  type SourceNode,
  type SourceText,
} from './source.js';

/** A range of the text, `to` excluded. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Comments on an entry: above it, behind it, inside its value, and indented below it. */
export function commentsOn(source: SourceText, parent: SourceNode, entry: SourceEntry): Comment[] {
  if (source.comments.length === 0) return [];
  if (parent.flow) {
    return within(source, inBrackets(source.text, parent, entry));
  }
  return within(source, {
    from: commentedStart(source, parent, entry),
    to: entryEnd(source.text, entry),
  });
}

/**
 * From the end of the line on which the entry before ends to that of its own last line: a comment
 * behind an entry is on that one, a comment on a line of its own on the next; below the last entry it
 * is on none.
 */
function inBrackets(
  text: string,
  { entries, start, end }: SourceNode,
  entry: SourceEntry,
): TextRange {
  const at = entries.indexOf(entry);
  const before = entries[at - 1];
  const next = entries[at + 1];
  return {
    from: before ? Math.min(lineEnd(text, before.end), entry.start) : start,
    to: Math.min(lineEnd(text, entry.end), next?.start ?? end),
  };
}

/** Comments inside a value and behind it on its last line: what is lost when it is replaced. */
export function commentsIn(source: SourceText, entry: SourceEntry): Comment[] {
  if (source.comments.length === 0) return [];
  return within(source, { from: entry.valueStart, to: lineEnd(source.text, entry.end) });
}

export function within({ comments }: SourceText, { from, to }: TextRange): Comment[] {
  return comments.filter((comment) => comment.offset >= from && comment.offset < to);
}

/**
 * The start of the comment and blank lines directly above an entry. Comments that are indented
 * deeper belong to the entry before it, as `entryEnd` has it.
 */
function commentedStart({ text }: SourceText, parent: SourceNode, entry: SourceEntry): number {
  let start = lineStart(text, entry.start);
  const column = parent.entries[0] === entry ? Infinity : entry.start - start;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const line = text.slice(above, start);
    const comment = line.trimStart();
    if (comment !== '' && !(comment.startsWith('#') && line.length - comment.length <= column)) {
      // Behind the dash of an item, a comment stands above the item's first entry.
      const dashes = column === Infinity ? /^\s*(?:-\s+)+(?=#)/.exec(line) : null;
      return dashes ? above + dashes[0].length : start;
    }
    start = above;
  }
  return start;
}

/** The end of an entry's last line, with comment lines below it that are indented deeper. */
export function entryEnd(text: string, entry: SourceEntry): number {
  const column = entry.start - lineStart(text, entry.start);
  let end = lineEnd(text, Math.max(entry.end, entry.valueStart));
  for (let at = nextLine(text, end); at < text.length;) {
    const stop = lineEnd(text, at);
    const line = text.slice(at, stop);
    const comment = line.trimStart();
    if (comment !== '' && !(comment.startsWith('#') && line.length - comment.length > column))
      break;
    if (comment !== '') end = stop;
    const next = nextLine(text, stop);
    if (next <= at) break;
    at = next;
  }
  return end;
}
