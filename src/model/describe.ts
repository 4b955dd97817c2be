import { factsOf, namesOf, type ElementFact } from './facts.js';
import type { Context, Term } from './elements/context.js';
import type { Field } from './elements/data-types.js';
import type { Element } from './elements/element.js';
import type { Model } from './model.js';
import { signatureOf } from './signature.js';
import { typeText } from './type-text.js';

/**
 * What a hover says about an element, in Markdown: what it is, its effective values, its users,
 * and the further facts that its caller knows.
 */
export function describe(
  model: Model,
  element: Element | Field,
  further: readonly Fact[] = [],
): string {
  const type =
    element.kind === 'field'
      ? `: \`${typeText(element.type)}${element.optional ? '?' : ''}${element.nullable ? ' | null' : ''}\``
      : '';
  const lines = [
    `**${kindWord(element)} ${element.qualifiedName}**${element.title === undefined ? '' : ` — ${escaped(element.title)}`}${type}`,
  ];
  if (element.deprecated) {
    const { replacement, sunset } = element.deprecated;
    lines.push(
      `*Deprecated*${sunset === undefined ? '' : `, goes away on ${sunset}`}${replacement === undefined ? '' : `: ${escaped(replacement)}`}`,
    );
  }
  const signature = signatureOf(element);
  if (signature !== undefined) lines.push(`\`\`\`archivolt\n${signature}\n\`\`\``);
  if (element.doc !== undefined) lines.push(element.doc);
  const facts = [...factsOf(model, element).map(written), ...further].filter(
    ([, value]) => value !== undefined && value !== '',
  );
  if (facts.length > 0)
    lines.push(facts.map(([name, value]) => `- ${name}: ${value ?? ''}`).join('\n'));
  return lines.join('\n\n');
}

/** What a hover says about a term of a context's language, in Markdown. */
export function describeTerm(context: Context, { name, definition, doc, avoid }: Term): string {
  const meaning = definition === undefined ? '' : ` — ${escaped(definition)}`;
  return [
    `**term ${escaped(name)}** of \`${context.name}\`${meaning}`,
    ...(doc === undefined ? [] : [doc]),
    ...(avoid.length === 0 ? [] : [`- avoid: ${avoid.map(escaped).join(', ')}`]),
  ].join('\n\n');
}

/** A name and, where it is known, a value in Markdown. */
export type Fact = readonly [string, string | undefined];

/** A fact in Markdown. */
function written({ name, value, note }: ElementFact): Fact {
  const shown =
    'text' in value
      ? escaped(value.text)
      : 'code' in value
        ? `\`${escaped(value.code)}\``
        : namesOf(value.elements, (element) => `\`${element}\``);
  return [name, note === undefined ? shown : `${shown} (${note})`];
}

function kindWord({ kind }: Element | Field): string {
  return kind === 'contextmap' ? 'context map' : kind;
}

/** Plain text in Markdown: nothing in it formats or links. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]()#+!|<>&]/g, (character) => `\\${character}`)
    .replaceAll(/\s+/g, ' ');
}
