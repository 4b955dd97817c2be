import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Parser,
  parseDocument,
  type CST,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { map, type Tree } from '../tree.js';
import {
  lineAt,
  UnreadableSource,
  type Comment,
  type SourceEntry,
  type SourceNode,
  type SourceText,
} from './source.js';

/**
 * A YAML file with the places of its values and comments.
 *
 * @throws UnreadableSource where it is no YAML, or has several documents or equal keys
 */
export function readYaml(text: string): SourceText {
  const document = parseDocument(text, { keepSourceTokens: true, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new UnreadableSource(error.message, lineAt(text, error.pos[0]));
  const reader = new YamlReader(text, document);
  try {
    const root = document.contents ? reader.node(document.contents as Node) : undefined;
    return { text, format: 'yaml', root, comments: commentsOf(text) };
  } catch (failure) {
    // Aliases without an anchor, or that unfold to more than anyone would write.
    throw new UnreadableSource(failure instanceof Error ? failure.message : String(failure), 1);
  }
}

class YamlReader {
  private readonly text: string;
  private readonly document: Document;

  constructor(text: string, document: Document) {
    this.text = text;
    this.document = document;
  }

  node(node: Node): SourceNode {
    if (isMap(node)) return this.collection(node, 'map', this.pairs(node));
    if (isSeq(node)) return this.collection(node, 'list', this.items(node));
    const [start = 0, end = start] = node.range ?? [];
    return {
      kind: 'scalar',
      value: this.scalar(node),
      start,
      end: isEmpty(node) ? start : this.trimmed(start, end),
      flow: false,
      entries: [],
    };
  }

  private collection(
    node: YAMLMap | YAMLSeq,
    kind: 'map' | 'list',
    entries: SourceEntry[],
  ): SourceNode {
    const [start = 0, end = start] = node.range ?? [];
    const flow = node.flow === true;
    const values = entries.map((entry) => entry.node.value);
    return {
      kind,
      value: kind === 'list' ? values : map(entries.map((entry) => [entry.key, entry.node.value])),
      start,
      end: flow ? end : Math.max(start, ...entries.map((entry) => entry.end)),
      flow,
      entries,
    };
  }

  private pairs(node: YAMLMap): SourceEntry[] {
    return node.items.map((pair: Pair) => {
      const key = pair.key as Node;
      const start = key.range?.[0] ?? 0;
      const colon = pair.srcToken?.sep?.find((token) => token.type === 'map-value-ind');
      const valueStart = colon ? colon.offset + 1 : (key.range?.[1] ?? start);
      const value = pair.value as Node | null;
      const head = { key: this.key(key), start, keyEnd: key.range?.[1] ?? start };
      if (!value || isEmpty(value)) return { ...nothing(valueStart), ...head };
      const child = this.node(value);
      return { ...head, valueStart, end: child.end, node: child };
    });
  }

  private items(node: YAMLSeq): SourceEntry[] {
    const tokens = ((node.srcToken as CST.BlockSequence | undefined)?.items ?? [])
      .map((item) => item.start.find((token) => token.type === 'seq-item-ind'))
      .filter((token) => token !== undefined);
    return (node.items as Node[]).map((item, index) => {
      const dash = node.flow ? undefined : tokens[index];
      const start = dash?.offset ?? item.range?.[0] ?? 0;
      const valueStart = dash ? dash.offset + 1 : start;
      const head = { key: '', start, keyEnd: start };
      if (isEmpty(item)) return { ...nothing(valueStart), ...head };
      const child = this.node(item);
      return { ...head, valueStart, end: child.end, node: child };
    });
  }

  private key(key: Node): string {
    const value: unknown = key.toJS(this.document);
    return typeof value === 'string'
      ? value
      : isScalar(key)
        ? String(key.source ?? value)
        : JSON.stringify(value);
  }

  private scalar(node: Node): Tree {
    const value = node.toJS(this.document, { maxAliasCount: 100 }) as Tree | bigint | undefined;
    if (isAlias(node)) return (value ?? null) as Tree;
    return typeof value === 'bigint' ? Number(value) : (value ?? null);
  }

  /** Block scalars end behind their line breaks; what follows stays theirs, but is not replaced. */
  private trimmed(start: number, end: number): number {
    let at = end;
    while (at > start && (this.text[at - 1] === '\n' || this.text[at - 1] === '\r')) at--;
    return at;
  }
}

function nothing(at: number): Omit<SourceEntry, 'key' | 'start' | 'keyEnd'> {
  const node: SourceNode = {
    kind: 'scalar',
    value: null,
    start: at,
    end: at,
    flow: false,
    entries: [],
  };
  return { valueStart: at, end: at, node };
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.source === '' || node.source === undefined);
}

/** Every comment, wherever YAML allows one, in the order of the text. */
function commentsOf(text: string): Comment[] {
  if (!text.includes('#')) return [];
  const found: Comment[] = [];
  const visit = (token: unknown): void => {
    if (Array.isArray(token)) {
      for (const item of token as unknown[]) visit(item);
    } else if (typeof token === 'object' && token !== null) {
      const { type, offset, source } = token as {
        type?: unknown;
        offset?: unknown;
        source?: unknown;
      };
      if (type === 'comment' && typeof offset === 'number' && typeof source === 'string') {
        found.push({ offset, end: offset + source.length, text: source.trimEnd() });
      } else for (const part of Object.values(token)) visit(part);
    }
  };
  for (const token of new Parser().parse(text)) visit(token);
  return found.sort((a, b) => a.offset - b.offset);
}
