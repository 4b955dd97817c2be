/** What our own contracts put into descriptions beside the doc comment. */
import { sentence } from '../../contracts/text/markdown.js';
import { quote } from '../arch/literals.js';
import type { DocumentNode } from '../node.js';

export interface OperationWords {
  readonly doc: string | undefined;
  readonly scopes: readonly string[];
  /** The `@deprecated` that the words describe; undefined where they say nothing. */
  readonly deprecated: string | undefined;
}

/** @param isDeprecated whether the operation is marked so */
export function operationWords(
  description: string | undefined,
  summary: string,
  isDeprecated: boolean,
): OperationWords {
  const parts = description === undefined ? [] : description.split('\n\n');
  let deprecated: string | undefined;
  const words = isDeprecated ? deprecation(parts.at(-1) ?? '') : undefined;
  if (words !== undefined) {
    parts.pop();
    deprecated = words;
  }
  const scopes: string[] = [];
  const last = parts.at(-1);
  const needs =
    last === undefined ? null : / ?Needs the scopes? ((?:`[^`]+`(?:, )?)+)\.$/.exec(last);
  if (needs) {
    scopes.push(...scopesIn(needs[1]!));
    parts.pop();
    const rest = last!.slice(0, needs.index);
    if (rest !== '') parts.push(rest);
  }
  const doc = parts.join('\n\n');
  return { doc: doc === sentence(summary) || doc === '' ? undefined : doc, scopes, deprecated };
}

function deprecation(text: string): string | undefined {
  const match =
    /^Deprecated(?:: ([^\n]*?)[.!?:])?\.?(?: ?It stops to answer on (\d{4}-\d{2}-\d{2})\.)?$/.exec(
      text,
    );
  if (!match) return undefined;
  const [, replacement, sunset] = match;
  const parts = [
    ...(replacement === undefined ? [] : [quote(replacement)]),
    ...(sunset === undefined ? [] : [`sunset: ${sunset}`]),
  ];
  return parts.length === 0 ? '@deprecated' : `@deprecated(${parts.join(', ')})`;
}

/** `At most 100/s requests for each client.` at the end of an API's description. */
export function rateLimit(description: string | undefined): {
  readonly text: string | undefined;
  readonly limit: string | undefined;
} {
  const match = /(?:^|\n\n)At most (\d+(?:\.\d+)?\/[smh]) requests for each client\.$/.exec(
    description ?? '',
  );
  if (!match) return { text: description, limit: undefined };
  return { text: description!.slice(0, match.index) || undefined, limit: match[1] };
}

/** The scopes that descriptions of operations say they need. */
export function neededInWords(operations: readonly DocumentNode[]): Set<string> {
  return new Set(
    operations.flatMap((operation) => {
      const text = operation.at('description')?.value;
      const match =
        typeof text === 'string'
          ? / ?Needs the scopes? ((?:`[^`]+`(?:, )?)+)\.$/m.exec(text)
          : null;
      return match ? scopesIn(match[1]!) : [];
    }),
  );
}

/** The scopes that the description of a security scheme knows. */
export function knownScopes(description: string | undefined): string[] {
  const match = / Knows the scopes? ((?:`[^`]+`(?:, )?)+)\.$/.exec(description ?? '');
  return match ? scopesIn(match[1]!) : [];
}

function scopesIn(list: string): string[] {
  return [...list.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
}
