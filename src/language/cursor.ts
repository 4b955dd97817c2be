/**
 * Where a cursor stands, told from tokens alone, so that it works while the text does not parse.
 */
import type { IToken } from 'chevrotain';
import { lexArch } from './langium.js';
import type { BlockKind } from './vocabulary/block-kind.js';

export interface Cursor {
  /** The innermost block around the cursor. An enum has values, and nothing else. */
  readonly block: BlockKind | 'enum';
  /** Texts of the tokens that open that block; none at the top level. */
  readonly head: readonly string[];
  /** Names of the declarations around it, outermost first. */
  readonly path: readonly string[];
  /** Text of the tokens of the statement before the word at the cursor, latest last. */
  readonly before: readonly string[];
  /** The word or path at the cursor, up to it, and where it begins. */
  readonly prefix: string;
  readonly prefixOffset: number;
  /** Nothing but blanks lies between the token before the word and the word: no end of a line. */
  readonly sameLine: boolean;
  /** Words that begin statements of its block already, before and behind it. */
  readonly given: ReadonlySet<string>;
  /** The cursor stands in a comment or text, where nothing is to be completed. */
  readonly inText: boolean;
}

const blockKeywords: Readonly<Record<string, BlockKind | 'enum'>> = {
  enum: 'enum',
  system: 'system',
  domain: 'domain',
  subdomain: 'subdomain',
  team: 'team',
  actor: 'actor',
  external: 'external',
  broker: 'broker',
  library: 'library',
  context: 'context',
  contextmap: 'contextmap',
  aggregate: 'aggregate',
  entity: 'entity',
  value: 'value',
  event: 'event',
  command: 'command',
  error: 'error',
  service: 'service',
  store: 'store',
  api: 'api',
  view: 'view',
  flow: 'flow',
  slo: 'slo',
  calls: 'call',
  subscribes: 'subscription',
  handles: 'handling',
  GET: 'operation',
  PUT: 'operation',
  POST: 'operation',
  DELETE: 'operation',
  PATCH: 'operation',
  HEAD: 'operation',
  OPTIONS: 'operation',
  rpc: 'operation',
  query: 'operation',
  mutation: 'operation',
  subscription: 'operation',
};

const named = new Set<BlockKind | 'enum'>([
  'enum',
  'system',
  'domain',
  'subdomain',
  'team',
  'actor',
  'external',
  'broker',
  'library',
  'context',
  'contextmap',
  'aggregate',
  'entity',
  'value',
  'event',
  'command',
  'error',
  'service',
  'store',
  'api',
  'view',
  'flow',
]);

/** A block with what opens it. An enum has values, and nothing else. */
export interface OpenBlock {
  readonly block: BlockKind | 'enum';
  readonly name: string | undefined;
  readonly head: readonly string[];
}

export function cursorAt(text: string, offset: number): Cursor {
  const head = text.slice(0, offset);
  const tokens = lexArch(head).filter(({ image }) => image !== '');
  const stack: OpenBlock[] = [];
  let start = 0;
  let blockStart = 0;
  const opened: number[] = [];
  for (const [index, { image }] of tokens.entries()) {
    if (image === '{') {
      const inMap = stack.at(-1)?.block === 'contextmap';
      stack.push(openedBy(tokens, start, index, inMap));
      start = index + 1;
      opened.push(blockStart);
      blockStart = start;
    } else if (image === '}') {
      stack.pop();
      start = index + 1;
      blockStart = opened.pop() ?? 0;
    }
  }
  const prefix = /[A-Za-z_][\w.-]*$/.exec(head)?.[0] ?? '';
  const prefixOffset = offset - prefix.length;
  const before = tokens
    .slice(start)
    .filter((token) => (token.endOffset ?? token.startOffset) < prefixOffset);
  const last = before.at(-1);
  return {
    block: stack.at(-1)?.block ?? 'file',
    head: stack.at(-1)?.head ?? [],
    path: stack.flatMap(({ name }) => (name === undefined ? [] : [name])),
    before: before.map(({ image }) => image),
    prefix,
    prefixOffset,
    sameLine:
      last !== undefined && !head.slice((last.endOffset ?? 0) + 1, prefixOffset).includes('\n'),
    given: new Set([
      ...wordsOf(tokens.slice(blockStart).filter(({ startOffset }) => startOffset < prefixOffset)),
      ...wordsOf(lexArch(text.slice(offset, offset + farthest))),
    ]),
    inText: insideText(head),
  };
}

/** How far behind the cursor a block is looked through; most end sooner. */
const farthest = 10_000;

/** Words of a block outside of the blocks in it, but for names of fields. Ends with the block. */
function wordsOf(tokens: readonly IToken[]): string[] {
  const words: string[] = [];
  let depth = 0;
  for (const [index, { image }] of tokens.entries()) {
    if (image === '{') depth++;
    else if (image === '}' && --depth < 0) break;
    else if (depth === 0 && tokens[index + 1]?.image !== ':') words.push(image);
  }
  return words;
}

/** The block that a brace opens: by the last keyword from `start` on that a name follows. */
export function openedBy(
  tokens: readonly IToken[],
  start: number,
  brace: number,
  inMap: boolean,
): OpenBlock {
  const head = tokens.slice(start, brace).map(({ image }) => image);
  if (inMap) return { block: 'relation', name: undefined, head };
  for (let i = head.length - 1; i >= 0; i--) {
    const block = blockKeywords[head[i] ?? ''];
    const next = tokens[start + i + 1]?.image ?? '';
    const isLast = i === head.length - 1;
    if (block === 'slo' && isLast) return { block, name: undefined, head };
    if (!block || block === 'slo' || isLast || !/^["A-Za-z_*]/.test(next)) continue;
    return { block, name: named.has(block) ? next : undefined, head };
  }
  return { block: 'file', name: undefined, head };
}

function insideText(head: string): boolean {
  const line = head.slice(head.lastIndexOf('\n') + 1);
  const withoutTexts = line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
  const comment = head.lastIndexOf('/*') > head.lastIndexOf('*/');
  return comment || withoutTexts.includes('//') || withoutTexts.split('"').length % 2 === 0;
}
