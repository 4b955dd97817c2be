import { SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import type { ElementKind } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import {
  declarationsOf,
  elementById,
  elementsIn,
  partsOf,
  referencesIn,
} from '../model/navigation.js';
import type { Span } from '../model/span.js';
import type { Session } from './session.js';

/** The protocol's own token types, so that every theme colours them. */
const types = [
  'namespace',
  'class',
  'struct',
  'enum',
  'enumMember',
  'type',
  'event',
  'interface',
  'method',
  'property',
  'variable',
  'parameter',
] as const;
type TokenType = (typeof types)[number];
const modifiers = ['declaration', 'deprecated'] as const;

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...types],
  tokenModifiers: [...modifiers],
};

const typeOf: Readonly<Record<ElementKind | 'field', TokenType | undefined>> = {
  system: 'namespace',
  domain: 'namespace',
  subdomain: 'namespace',
  context: 'namespace',
  contextmap: 'namespace',
  team: 'parameter',
  actor: 'parameter',
  external: 'class',
  broker: 'variable',
  library: 'namespace',
  aggregate: 'class',
  entity: 'class',
  value: 'struct',
  enum: 'enum',
  scalar: 'type',
  union: 'type',
  event: 'event',
  command: 'event',
  error: 'struct',
  service: 'class',
  store: 'variable',
  api: 'interface',
  operation: 'method',
  view: 'namespace',
  flow: 'namespace',
  field: 'property',
  relation: undefined,
  step: undefined,
};

/** What each name stands for, which the grammar of an editor cannot tell. */
export function registerSemanticTokens({ connection, roots }: Session): void {
  connection.languages.semanticTokens.on(({ textDocument }) => {
    const { root, file } = roots.locate(textDocument.uri);
    const builder = new SemanticTokensBuilder();
    for (const { span, type, flags } of tokensOf(root.project.model, file)) {
      const { line, column } = span.start;
      builder.push(line - 1, column - 1, span.end.column - column, types.indexOf(type), flags);
    }
    return builder.build();
  });
}

interface Token {
  readonly span: Span;
  readonly type: TokenType;
  /** Bits, in the order of `modifiers`. */
  readonly flags: number;
}

function tokensOf(model: Model, file: string): Token[] {
  const tokens: Token[] = [];
  const add = (span: Span, id: string, flags: number) => {
    const element = elementById(model, id);
    const type = element && typeOf[element.kind];
    if (type) tokens.push({ span, type, flags: flags | (element.deprecated ? 2 : 0) });
  };
  for (const element of elementsIn(model, file)) {
    for (const span of declarationsOf(element)) if (span.file === file) add(span, element.id, 1);
  }
  for (const reference of referencesIn(model, file)) {
    for (const { span, target } of partsOf(model, reference)) add(span, target, 0);
  }
  tokens.sort(
    (a, b) => a.span.start.line - b.span.start.line || a.span.start.column - b.span.start.column,
  );
  // The protocol allows no overlaps; an operation's `emits` names its event twice.
  return tokens.filter(({ span }, index) => {
    const before = tokens[index - 1]?.span;
    return before?.start.line !== span.start.line || before.end.column <= span.start.column;
  });
}
