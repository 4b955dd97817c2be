/** A contract file as a tree of values that know where they stand in the text. */
import type { Tree } from '../tree.js';

/** A value in the text. Offsets are UTF-16 units; the end excludes trailing line breaks. */
export interface SourceNode {
  readonly kind: 'map' | 'list' | 'scalar';
  readonly value: Tree;
  readonly start: number;
  readonly end: number;
  /** In brackets or braces; always so in JSON. */
  readonly flow: boolean;
  readonly entries: readonly SourceEntry[];
  /** Whether an alias elsewhere in the text repeats it: it is not to go, nor to change by itself. */
  readonly aliased?: boolean;
}

/** The value if an alias repeats it, or the first one inside of it that one repeats. */
export function aliasedIn(node: SourceNode): SourceNode | undefined {
  if (node.aliased) return node;
  for (const entry of node.entries) {
    const found = aliasedIn(entry.node);
    if (found) return found;
  }
  return undefined;
}

/** An entry of a map or an item of a list. */
export interface SourceEntry {
  /** The key; empty for items. */
  readonly key: string;
  /** Where the key or the item's dash stands; in a flow list the value. */
  readonly start: number;
  /** The end of the key; of an item its start. */
  readonly keyEnd: number;
  /** Behind the colon or the dash; in a flow list the value's start. */
  readonly valueStart: number;
  /** The end of the value, or `valueStart` where there is none. */
  readonly end: number;
  readonly node: SourceNode;
}

export interface Comment {
  readonly offset: number;
  readonly end: number;
  readonly text: string;
}

export interface SourceText {
  readonly text: string;
  readonly format: 'yaml' | 'json';
  /** Undefined for an empty file. */
  readonly root: SourceNode | undefined;
  readonly comments: readonly Comment[];
}

/** Why a file cannot be read; `line` counts from 1. */
export class UnreadableSource extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** The line of an offset, counting from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** The lines of a text, for many questions: a document may differ in thousands of places. */
export class Lines {
  private readonly text: string;
  private starts: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** The line of an offset, counting from 1. */
  at(offset: number): number {
    const starts = (this.starts ??= startsIn(this.text));
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function startsIn(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Where the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, its line break excluded. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  const end = at < 0 ? text.length : at;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the line behind that of an offset starts; the end of the text for the last one. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}
