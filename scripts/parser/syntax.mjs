// Writes the rules of a grammar as data, for what asks what may come next (src/language/expected).

/** @param {ReturnType<import('./grammar.mjs').readGrammar>} grammar */
export function emitSyntax({ rules, terminals, keywords }) {
  const body = rules.map(({ name, body }) => `  ${name}: ${JSON.stringify(plain(body))},`);
  return `// Generated from arch.langium by scripts/langium.mjs. Do not edit.
/* eslint-disable */
import type { Expression } from '../expected/network.js';

/** The rules of the grammar. */
export const syntax: Readonly<Record<string, Expression>> = {
${body.join('\n')}
};

/** Tokens that stand for many texts; all others are keywords. */
export const terminals: ReadonlySet<string> = new Set(${JSON.stringify(terminals)});

export const keywords: ReadonlySet<string> = new Set(${JSON.stringify(keywords)});
`;
}

/** Without what only those need who build a tree. */
function plain(expression) {
  switch (expression.is) {
    case 'sequence':
      return {
        is: 'sequence',
        parts: expression.parts.filter(({ is }) => is !== 'type').map(plain),
      };
    case 'choice':
      return { is: 'choice', options: expression.options.map(plain) };
    case 'optional':
    case 'repeated':
      return { is: expression.is, part: plain(expression.part) };
    case 'assignment':
      return { is: 'assignment', feature: expression.feature, part: plain(expression.part) };
    default:
      return expression;
  }
}
