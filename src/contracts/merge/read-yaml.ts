import {
  Composer,
  isMap,
  isScalar,
  isSeq,
  Parser,
  visit,
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
  // One pass of the parser for both: the composed document, and the comments in its tokens.
  const tokens = [...new Parser().parse(text)];
  const documents = [
    ...new Composer({ keepSourceTokens: true }).compose(tokens, true, text.length),
  ];
  const [document, second] = documents;
  const error = document?.errors[0];
  if (error) throw new UnreadableSource(error.message, lineAt(text, error.pos[0]));
  if (second) {
    const line = lineAt(text, second.range[0]);
    throw new UnreadableSource('The file holds several YAML documents.', line);
  }
  try {
    const root = document?.contents
      ? new YamlReader(text, document).node(document.contents)
      : undefined;
    return { text, format: 'yaml', root, comments: commentsOf(text, tokens) };
  } catch (failure) {
    // Aliases without an anchor, or that unfold to more than anyone would write.
    throw new UnreadableSource(failure instanceof Error ? failure.message : String(failure), 1);
  }
}

class YamlReader {
  private readonly text: string;
  private readonly document: Document;
  private readonly aliased: ReadonlySet<string>;

  constructor(text: string, document: Document) {
    this.text = text;
    this.document = document;
    this.aliased = aliasesIn(text, document);
  }

  node(node: Node): SourceNode {
    const own = this.plain(node);
    const { anchor } = node as { readonly anchor?: string };
    return anchor !== undefined && this.aliased.has(anchor) ? { ...own, aliased: true } : own;
  }

  private plain(node: Node): SourceNode {
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
    const value: unknown = isScalar(key) ? key.value : key.toJS(this.document);
    return typeof value === 'string'
      ? value
      : isScalar(key)
        ? String(key.source ?? value)
        : JSON.stringify(value);
  }

  private scalar(node: Node): Tree {
    if (isScalar(node)) return plainValue(node.value);
    return (node.toJS(this.document, { maxAliasCount: 100 }) as Tree | undefined) ?? null;
  }

  /** Block scalars end behind their line breaks; what follows stays theirs, but is not replaced. */
  private trimmed(start: number, end: number): number {
    let at = end;
    while (at > start && (this.text[at - 1] === '\n' || this.text[at - 1] === '\r')) at--;
    return at;
  }
}

/** YAML 1.2 core has no other values; tags of one's own may make some, and are kept as they print. */
function plainValue(value: unknown): Tree {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    default:
      return value === null || value === undefined ? null : String(value);
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

/** Anchors that an alias repeats; only people write these. */
function aliasesIn(text: string, document: Document): ReadonlySet<string> {
  const found = new Set<string>();
  if (!/\*\S/.test(text)) return found;
  visit(document, {
    Alias: (_key, { source }) => {
      found.add(source);
    },
  });
  return found;
}

/** Every comment, wherever YAML allows one, in the order of the text. */
function commentsOf(text: string, tokens: readonly CST.Token[]): Comment[] {
  // A comment starts a line or follows a blank; in generated files none of the many `#` does.
  if (!/(?:^|\s)#/.test(text)) return [];
  const found: Comment[] = [];
  const search = (token: unknown): void => {
    if (Array.isArray(token)) {
      for (const item of token as unknown[]) search(item);
    } else if (typeof token === 'object' && token !== null) {
      const { type, offset, source } = token as {
        type?: unknown;
        offset?: unknown;
        source?: unknown;
      };
      if (type === 'comment' && typeof offset === 'number' && typeof source === 'string') {
        found.push({ offset, end: offset + source.length, text: source.trimEnd() });
      } else for (const part of Object.values(token)) search(part);
    }
  };
  search(tokens);
  return found.sort((a, b) => a.offset - b.offset);
}
