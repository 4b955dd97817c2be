/** Edits as replacements of text at the places of nodes. Nothing else of the text is touched. */
import type { Tree } from '../tree.js';
import { documentText } from '../text/text.js';
import { keyScalar, quoted } from '../text/scalar.js';
import { afterColon, entryText, isEmptyOrScalar, itemText, yamlValue } from '../text/yaml.js';
import { entryEnd } from './comments.js';
import type { Edits, Insertion, Restructuring, Spot } from './edits.js';
import {
  lineEnd,
  lineStart,
  nextLine,
  type Comment,
  type SourceEntry,
  type SourceNode,
  type SourceText,
} from './source.js';

/** `text` in place of what stands between `start` and `end`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The replacements for some edits, by offset; none overlaps another. */
export function splices(source: SourceText, edits: Edits): Splice[] {
  if (edits.root) return [wholeDocument(source, edits.root.value)];
  const found: Splice[] = [];
  for (const { spot, value } of edits.replaced.values())
    found.push(replacement(source, spot, value));
  for (const [entry, key] of edits.renamed) {
    const text = source.format === 'json' ? JSON.stringify(key) : keyScalar(key);
    found.push({ start: entry.start, end: entry.keyEnd, text });
  }
  for (const [node, change] of edits.restructured) {
    found.push(
      ...(node.flow ? flowSplices(source, node, change) : blockSplices(source, node, change)),
    );
  }
  const eol = source.text.includes('\r\n') ? '\r\n' : '\n';
  return found
    .map((splice) => ({ ...splice, text: splice.text.replaceAll('\n', eol) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The text after replacements that are in order. */
export function spliced(text: string, all: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: part } of all) {
    result += text.slice(at, start) + part;
    at = Math.max(at, end);
  }
  return result + text.slice(at);
}

/** Comments above and below stay; one behind the old value gets a line of its own. */
function wholeDocument({ text, root, format, comments }: SourceText, value: Tree): Splice {
  const fresh = documentText(value, format);
  if (!root || comments.length === 0) return { start: 0, end: text.length, text: fresh };
  const followed = text.slice(root.end, lineEnd(text, root.end)).trim() !== '';
  return { start: root.start, end: root.end, text: followed ? fresh : fresh.slice(0, -1) };
}

function replacement(source: SourceText, { parent, entry }: Spot, value: Tree): Splice {
  const { text } = source;
  const { node } = entry;
  if (parent.flow)
    return { start: node.start, end: node.end, text: flowValue(source, value, entry.start) };
  const column = entry.start - lineStart(text, entry.start);
  const isItem = text[entry.start] === '-' && entry.key === '';
  const inPlace = isEmptyOrScalar(value) && node.kind === 'scalar' && node.end > node.start;
  if (inPlace) {
    const own = yamlValue(value, column + 2);
    // A block scalar would swallow a comment behind the value.
    const followed = text.slice(node.end, lineEnd(text, node.end)).trim() !== '';
    const oneLine = followed && own.includes('\n') ? quoted(value as string) : own;
    return { start: node.start, end: node.end, text: oneLine };
  }
  const behind = isItem ? itemText(value, column).slice(1) : afterColon(value, column);
  const end = Math.max(entry.end, entry.valueStart);
  const stop = lineEnd(text, end);
  // A comment behind the key or the old value goes to the first line of the new one.
  const first = lineEnd(text, entry.valueStart);
  const onKey = source.comments.find(({ offset }) => offset >= entry.valueStart && offset < first);
  const comment = onKey?.text ?? text.slice(end, stop).trim();
  if (comment === '') return { start: entry.valueStart, end, text: behind };
  const line = !behind.includes('\n') ? behind.length : behind.indexOf('\n');
  const own = `${behind.slice(0, line)} ${comment}${behind.slice(line)}`;
  return { start: entry.valueStart, end: stop, text: own };
}

function blockSplices(
  source: SourceText,
  node: SourceNode,
  { removed, inserted }: Restructuring,
): Splice[] {
  const { text } = source;
  const stays = node.entries.filter((entry) => !removed.has(entry));
  const found = node.entries
    .filter((entry) => removed.has(entry))
    .map((entry) => blockRemoval(source, node, entry, stays));
  const column = node.entries[0]!.start - lineStart(text, node.entries[0]!.start);
  const pad = ' '.repeat(column);
  for (const [after, group] of grouped(inserted, stays.at(-1)!)) {
    const at = nextLine(text, entryEnd(text, after));
    const lines = group.map(
      ({ key, value }) =>
        pad + (key === undefined ? itemText(value, column) : entryText(key, value, column)),
    );
    const open = at > 0 && text[at - 1] !== '\n';
    found.push({
      start: at,
      end: at,
      text: open ? `\n${lines.join('\n')}` : `${lines.join('\n')}\n`,
    });
  }
  return found;
}

/** The whole lines of an entry; of one that shares its line with a dash, up to the next one. */
function blockRemoval(
  { text, comments }: SourceText,
  node: SourceNode,
  entry: SourceEntry,
  stays: readonly SourceEntry[],
): Splice {
  const start = lineStart(text, entry.start);
  if (text.slice(start, entry.start).trim() === '') {
    return { start, end: nextLine(text, Math.max(entry.end, entry.valueStart)), text: '' };
  }
  const next = node.entries
    .slice(node.entries.indexOf(entry) + 1)
    .find((one) => stays.includes(one));
  if (!next) return { start: entry.start, end: entry.end, text: '' };
  // Comments above the next one stay with it; they may stand behind the dash.
  const behind = lineEnd(text, node.entries[node.entries.indexOf(next) - 1]!.end);
  const above = comments.find(({ offset }) => offset >= behind && offset < next.start);
  return { start: entry.start, end: above?.offset ?? next.start, text: '' };
}

function flowSplices(
  source: SourceText,
  node: SourceNode,
  { removed, inserted }: Restructuring,
): Splice[] {
  const { entries } = node;
  const stays = entries.filter((entry) => !removed.has(entry));
  const found = runs(entries, removed).map((run) => flowRemoval(source, node, run));
  const lead = source.text.slice(node.start + 1, entries[0]!.start);
  const separator = lead.includes('\n') ? `,\n${lead.slice(lead.lastIndexOf('\n') + 1)}` : ', ';
  for (const [after, group] of grouped(inserted, stays.at(-1)!)) {
    const parts = group.map(({ key, value }) => {
      const own = flowValue(source, value, entries[0]!.start);
      return key === undefined ? own : `${quoted(key)}: ${own}`;
    });
    const comment = commentBehind(source, node, after);
    if (comment) {
      found.push(...belowComment(source, after, comment, parts, after !== stays.at(-1)));
      continue;
    }
    const text = parts.map((part) => separator + part).join('');
    found.push({ start: after.end, end: after.end, text });
  }
  return found;
}

/** Entries that go, as long as they follow each other: the first and the last of each run. */
function runs(
  entries: readonly SourceEntry[],
  removed: ReadonlySet<SourceEntry>,
): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const [index, entry] of entries.entries()) {
    const last = found.at(-1);
    if (!removed.has(entry)) continue;
    if (last?.to === index - 1) last.to = index;
    else found.push({ from: index, to: index });
  }
  return found;
}

/** Takes entries out of brackets, with one of the commas around them and no comment of others. */
function flowRemoval(
  source: SourceText,
  node: SourceNode,
  { from, to }: { readonly from: number; readonly to: number },
): Splice {
  const { entries } = node;
  const [first, last] = [entries[from]!, entries[to]!];
  const [before, next] = [entries[from - 1], entries[to + 1]];
  const comment = before && commentBehind(source, node, before);
  if (before && !comment) return { start: before.end, end: last.end, text: '' };
  // A comma in front of a comment has to stay; at the end of brackets YAML allows it.
  if (!next) {
    const end = commentBehind(source, node, last)?.end ?? last.end;
    return { start: comment?.end ?? first.start, end, text: '' };
  }
  const own = Math.min(lineEnd(source.text, last.end), next.start);
  const above = source.comments.find(({ offset }) => offset >= own && offset < next.start);
  return { start: first.start, end: above?.offset ?? next.start, text: '' };
}

/** The comment on an entry's last line, before what comes next in the brackets. */
function commentBehind(
  { comments, text }: SourceText,
  { entries, end }: SourceNode,
  entry: SourceEntry,
): Comment | undefined {
  const next = entries[entries.indexOf(entry) + 1];
  const stop = Math.min(next?.start ?? end, lineEnd(text, entry.end));
  return comments.find(({ offset }) => offset >= entry.end && offset < stop);
}

/** Puts parts on lines of their own, so that the comment stays with the entry that it is behind. */
function belowComment(
  { text }: SourceText,
  entry: SourceEntry,
  comment: Comment,
  parts: readonly string[],
  goesOn: boolean,
): Splice[] {
  const line = lineStart(text, entry.start);
  const pad = /^[ \t]*/.exec(text.slice(line, entry.start))![0];
  const separated = text.slice(entry.end, comment.offset).includes(',');
  const lines = parts.join(`,\n${pad}`) + (goesOn ? ',' : '');
  return [
    ...(separated ? [] : [{ start: entry.end, end: entry.end, text: ',' }]),
    { start: comment.end, end: comment.end, text: `\n${pad}${lines}` },
  ];
}

function grouped(inserted: readonly Insertion[], last: SourceEntry): Map<SourceEntry, Insertion[]> {
  const groups = new Map<SourceEntry, Insertion[]>();
  for (const one of inserted) {
    const after = one.after ?? last;
    const group = groups.get(after);
    if (group) group.push(one);
    else groups.set(after, [one]);
  }
  return groups;
}

/** JSON, which is YAML's flow style too; over several lines in a JSON file, on one in YAML. */
function flowValue(source: SourceText, value: Tree, near: number): string {
  if (source.format === 'yaml') return oneLine(value);
  const start = lineStart(source.text, near);
  const pad = /^[ \t]*/.exec(source.text.slice(start, near))![0];
  return JSON.stringify(value, null, indentUnit(source.text)).replaceAll('\n', `\n${pad}`);
}

function oneLine(value: Tree): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${(value as readonly Tree[]).map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return yamlValue(value, 0);
  const entries = Object.entries(value).map(([key, one]) => `${quoted(key)}: ${oneLine(one)}`);
  return `{${entries.join(', ')}}`;
}

/** The indentation that a JSON file uses; two blanks where it shows none. */
function indentUnit(text: string): string {
  return /^[[{]\r?\n([ \t]+)/.exec(text)?.[1] ?? '  ';
}
