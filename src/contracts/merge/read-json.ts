import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { map } from '../tree.js';
import {
  lineAt,
  UnreadableSource,
  type SourceEntry,
  type SourceNode,
  type SourceText,
} from './source.js';

/**
 * A JSON file with the places of its values.
 *
 * @throws UnreadableSource where it is no JSON, comments included
 */
export function readJson(text: string): SourceText {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (error && text.trim() !== '') {
    const message = printParseErrorCode(error.error).replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
    throw new UnreadableSource(message, lineAt(text, error.offset));
  }
  return {
    text,
    format: 'json',
    root: root && text.trim() !== '' ? node(root) : undefined,
    comments: [],
  };
}

function node(source: Node): SourceNode {
  const entries =
    source.type === 'object' || source.type === 'array' ? (source.children ?? []).map(entry) : [];
  const values = entries.map((one) => one.node.value);
  const kind = source.type === 'object' ? 'map' : source.type === 'array' ? 'list' : 'scalar';
  return {
    kind,
    value:
      kind === 'scalar'
        ? (source.value as string | number | boolean | null)
        : kind === 'list'
          ? values
          : map(entries.map((one) => [one.key, one.node.value])),
    start: source.offset,
    end: source.offset + source.length,
    flow: kind !== 'scalar',
    entries,
  };
}

function entry(source: Node): SourceEntry {
  if (source.type !== 'property') {
    const value = node(source);
    const { start, end } = value;
    return { key: '', start, keyEnd: start, valueStart: start, end, node: value };
  }
  const [key, child] = source.children!;
  const value = node(child!);
  return {
    key: String(key!.value),
    start: source.offset,
    keyEnd: key!.offset + key!.length,
    valueStart: (source.colonOffset ?? key!.offset + key!.length) + 1,
    end: value.end,
    node: value,
  };
}
