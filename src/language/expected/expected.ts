import { syntax, terminals } from '../generated/syntax.js';
import type { BlockKind } from '../vocabulary/block-kind.js';
import { Network, type State } from './network.js';

/** A token that may come next, and what it would be. */
export interface Expectation {
  /** A keyword, or the name of a terminal. */
  readonly token: string;
  readonly isKeyword: boolean;
  /** Assignments that it would go into, as `Rule.property`, the innermost first. */
  readonly slots: readonly string[];
  /** Number of the token that its member begins with; that of this token where it begins one. */
  readonly member: number;
}

/** A call of a rule that is not at its end. */
interface Frame {
  readonly key: string;
  readonly rule: string;
  readonly slot: string;
  readonly back: State;
  /** Number of the rule's first token. */
  readonly start: number;
  readonly up: Frame | undefined;
}

interface Configuration {
  readonly state: State;
  readonly frame: Frame | undefined;
}

/** Rules whose repetition is the inside of a block. */
type MemberRule = 'Member' | 'MapMember' | 'ViewMember' | 'FlowMember' | 'EnumMember';
const memberRules: ReadonlySet<string> = new Set<MemberRule>([
  'Member',
  'MapMember',
  'ViewMember',
  'FlowMember',
  'EnumMember',
]);

const rulesOfBlocks: Readonly<Partial<Record<BlockKind | 'enum', MemberRule>>> = {
  contextmap: 'MapMember',
  view: 'ViewMember',
  flow: 'FlowMember',
  enum: 'EnumMember',
};

let network: Network | undefined;
const entries = new Map<MemberRule, State>();

/**
 * What may come behind these tokens of a block, by the grammar; all readings of the tokens count,
 * since most keywords are names as well. Tokens that fit nothing begin a member anew.
 *
 * @param tokens texts of the tokens from the begin of a member on
 */
export function expectedBehind(
  block: BlockKind | 'enum',
  tokens: readonly string[],
): Expectation[] {
  const entry = entryOf(rulesOfBlocks[block] ?? 'Member');
  const anew = (at: number) => closure([{ state: entry, frame: undefined }], at);
  let configurations = anew(0);
  for (const [at, token] of tokens.entries()) {
    let next = step(configurations, token, at + 1);
    if (next.length === 0) next = step(anew(at), token, at + 1);
    configurations = next.length > 0 ? next : anew(at + 1);
  }
  return configurations.flatMap(({ state, frame }) =>
    state.tokens.map(({ token, slot }) => expectation(token, slot, frame, tokens.length)),
  );
}

function entryOf(members: MemberRule): State {
  network ??= new Network(syntax);
  let entry = entries.get(members);
  if (!entry) entries.set(members, (entry = network.manyOf(members)));
  return entry;
}

function expectation(
  token: string,
  slot: string,
  frame: Frame | undefined,
  at: number,
): Expectation {
  const slots = slot === '' ? [] : [slot];
  let member = at;
  for (let each = frame; each; each = each.up) {
    if (each.slot !== '') slots.push(each.slot);
    if (memberRules.has(each.rule)) {
      member = each.start;
      break;
    }
  }
  return { token, isKeyword: !terminals.has(token), slots, member };
}

function step(
  configurations: readonly Configuration[],
  token: string,
  at: number,
): Configuration[] {
  const reached: Configuration[] = [];
  for (const { state, frame } of configurations) {
    for (const edge of state.tokens) {
      if (fits(token, edge.token)) reached.push({ state: edge.to, frame });
    }
  }
  return closure(reached, at);
}

/** All that is reached without a token. */
function closure(from: readonly Configuration[], at: number): Configuration[] {
  const seen = new Set<string>();
  const result: Configuration[] = [];
  const visit = ({ state, frame }: Configuration): void => {
    const key = `${String(state.number)}${frame?.key ?? ''}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (state.isEnd) {
      if (frame) visit({ state: frame.back, frame: frame.up });
      return;
    }
    if (state.tokens.length > 0) result.push({ state, frame });
    // What the lexer puts behind a status is no text.
    const unwritten = state.tokens.filter(({ token }) => token === 'END_OF_STATUS');
    for (const { to } of unwritten) visit({ state: to, frame });
    for (const next of state.free) visit({ state: next, frame });
    for (const { rule, slot, into, back } of state.calls) {
      const frameKey = `/${String(back.number)}@${String(at)}${frame?.key ?? ''}`;
      const inner: Frame = { key: frameKey, rule, slot, back, start: at, up: frame };
      visit({ state: into, frame: inner });
    }
  };
  from.forEach(visit);
  return result;
}

const patterns: Readonly<Record<string, RegExp>> = {
  LONG_STRING: /^"""/,
  STRING: /^"/,
  DATE: /^\d{4}-\d{2}-\d{2}$/,
  RATE: /^\d+(\.\d+)?\/[smh]$/,
  PERCENT: /^-?\d+(\.\d+)?%$/,
  DURATION: /^\d+(\.\d+)?(ms|[smhd])$/,
  NUMBER: /^-?\d+(\.\d+)?$/,
  QNAME: /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/,
  DASH_WORD: /^[A-Za-z_]\w*(-\w+)+$/,
  ID: /^[A-Za-z_]\w*$/,
};

/** Whether a text is such a token: keywords are names, too. */
function fits(text: string, token: string): boolean {
  return text === token || (terminals.has(token) && patterns[token]?.test(text) === true);
}
