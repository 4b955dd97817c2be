/** Changes of a text as an agent can make them: lines in place of lines that stand there once. */
import type { Span } from '../../model/span.js';
import { offsetAt } from '../../model/text-positions.js';
import { edited, type Edit } from './proposed-files.js';

/** An edit of whole lines; `old` stands in the text exactly once. */
export interface LineEdit extends Edit {
  /** Of `old`, from 1. */
  readonly line: number;
}

/** A range of offsets with what comes in its place. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines by their numbers from 0, `to` behind the last one. */
interface Lines {
  from: number;
  to: number;
}

/**
 * The edits that make these changes, in the order of the text. Lines around a change are taken in
 * until what is replaced stands there once.
 *
 * @param changes that do not overlap
 */
export function lineEdits(
  text: string,
  changes: readonly { readonly span: Span; readonly text: string }[],
): readonly LineEdit[] {
  const replacements = changes
    .map(({ span, text: by }): Replacement => ({
      ...{ start: offsetAt(text, span.start), end: offsetAt(text, span.end), text: by },
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const starts = lineStarts(text);
  const lineOf = (offset: number) => starts.findLastIndex((start) => start <= offset);
  const lines = replacements.map(({ start, end }) => ({
    from: lineOf(start),
    to: lineOf(Math.max(start, end - 1)) + 1,
  }));
  const offsetOf = (line: number) => starts[line] ?? text.length;
  const editsOf = (ranges: readonly Lines[]) =>
    unique(text, ranges, starts.length, offsetOf).map(({ from, to }): LineEdit => {
      const [start, end] = [offsetOf(from), offsetOf(to)];
      const own = replacements.filter(
        (one) => one.start >= start && (one.start < end || end === text.length),
      );
      return {
        line: from + 1,
        old: text.slice(start, end),
        new: replaced(text, { start, end }, own),
      };
    });
  const edits = editsOf(lines);
  // What one edit writes could be what the next one looks for: then all are one.
  const whole = replaced(text, { start: 0, end: text.length }, replacements);
  if (isWay(text, edits, whole)) return edits;
  const [first, last] = [lines[0]?.from ?? 0, Math.max(...lines.map(({ to }) => to))];
  return editsOf([{ from: first, to: last }]);
}

function isWay(text: string, edits: readonly LineEdit[], wanted: string): boolean {
  try {
    return edited('', text, edits) === wanted;
  } catch {
    return false;
  }
}

/** The ranges with lines around them, until what each covers stands in the text once. */
function unique(
  text: string,
  ranges: readonly Lines[],
  lines: number,
  offsetOf: (line: number) => number,
): readonly Lines[] {
  let result = joined(ranges);
  for (;;) {
    const unclear = result.find(({ from, to }) => {
      const old = text.slice(offsetOf(from), offsetOf(to));
      return text.indexOf(old) !== text.lastIndexOf(old);
    });
    if (!unclear) return result;
    unclear.from = Math.max(0, unclear.from - 1);
    unclear.to = Math.min(lines, unclear.to + 1);
    result = joined(result);
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (at + 1 < text.length) starts.push(at + 1);
  }
  return starts;
}

/** Those that overlap as one, in order. */
function joined(hunks: readonly Lines[]): Lines[] {
  const result: Lines[] = [];
  for (const { from, to } of [...hunks].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

function replaced(
  text: string,
  { start, end }: Pick<Replacement, 'start' | 'end'>,
  replacements: readonly Replacement[],
): string {
  let result = '';
  let at = start;
  for (const replacement of replacements) {
    result += text.slice(at, replacement.start) + replacement.text;
    at = replacement.end;
  }
  return result + text.slice(at, end);
}
