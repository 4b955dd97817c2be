import { nameOfId } from './lookup.js';
import type { Element, ElementId, Field, Model, Slo, Type } from './model.js';

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
  if (element.doc !== undefined) lines.push(element.doc);
  const facts = [...factsOf(model, element), ...further].filter(
    ([, value]) => value !== undefined && value !== '',
  );
  if (facts.length > 0)
    lines.push(facts.map(([name, value]) => `- ${name}: ${value ?? ''}`).join('\n'));
  return lines.join('\n\n');
}

/** A name and, where it is known, a value in Markdown. */
export type Fact = readonly [string, string | undefined];

function factsOf(model: Model, element: Element | Field): Fact[] {
  const names = (ids: Iterable<ElementId>) => {
    const unique = [...new Set(ids)].map((id) => `\`${nameOfId(id)}\``);
    return unique.length > 8
      ? `${unique.slice(0, 8).join(', ')} and ${String(unique.length - 8)} more`
      : unique.join(', ');
  };
  const team = 'team' in element && element.team !== undefined ? nameOfId(element.team) : undefined;
  switch (element.kind) {
    case 'context':
      return [
        ['implements', names(element.implements)],
        ['team', team],
        [
          'volatility',
          element.volatility &&
            `${element.volatility}${element.volatilityDeclared ? '' : ' (from its subdomain)'}`,
        ],
        ['vision', element.vision && escaped(element.vision)],
      ];
    case 'service':
    case 'external':
      return [
        ['team', team && `${team}${element.teamDeclared ? '' : ' (of its context)'}`],
        ['technology', element.technology && escaped(element.technology)],
        ['objectives', sloText(element.slo)],
        [
          'called by',
          names(
            model.calls.filter(({ toService }) => toService === element.id).map(({ from }) => from),
          ),
        ],
        [
          'calls',
          names(
            model.calls.filter(({ fromService }) => fromService === element.id).map(({ to }) => to),
          ),
        ],
      ];
    case 'operation':
      return [
        ['route', element.method && `\`${element.method} ${element.fullPath ?? ''}\``],
        ['audience', element.audience],
        ['objectives', sloText(element.slo)],
        [
          'called by',
          names(model.calls.filter(({ to }) => to === element.id).map(({ from }) => from)),
        ],
      ];
    case 'event':
      return [
        ['topic', `\`${escaped(element.topic)}\`${element.topicDeclared ? '' : ' (default)'}`],
        [
          'published by',
          names(
            model.publications
              .filter(({ event }) => event === element.id)
              .map(({ service }) => service),
          ),
        ],
        [
          'consumed by',
          names(
            model.subscriptions
              .filter(({ event }) => event === element.id)
              .map(({ service }) => service),
          ),
        ],
      ];
    case 'command':
      return [
        ['topic', `\`${escaped(element.topic)}\`${element.topicDeclared ? '' : ' (default)'}`],
        [
          'sent by',
          names(
            model.sendings
              .filter(({ command }) => command === element.id)
              .map(({ service }) => service),
          ),
        ],
        [
          'handled by',
          names(
            model.handlings
              .filter(({ command }) => command === element.id)
              .map(({ service }) => service),
          ),
        ],
      ];
    case 'aggregate':
      return [
        ['root', element.root && `\`${nameOfId(element.root)}\``],
        ['team', team],
      ];
    case 'store':
      return [
        ['technology', escaped(element.technology)],
        [
          'accessed by',
          names(
            model.accesses
              .filter(({ store }) => store === element.id)
              .map(({ service }) => service),
          ),
        ],
      ];
    case 'scalar':
      return [['type', `\`${typeText(element.type)}\``]];
    case 'subdomain':
      return [['type', element.type]];
    case 'team':
      return [
        ['size', element.size === undefined ? undefined : String(element.size)],
        ['contact', element.contact && escaped(element.contact)],
      ];
    default:
      return [];
  }
}

function kindWord({ kind }: Element | Field): string {
  return kind === 'contextmap' ? 'context map' : kind;
}

/** A type as one writes it. */
export function typeText(type: Type): string {
  switch (type.shape) {
    case 'primitive':
      return type.name;
    case 'named':
      return nameOfId(type.target);
    case 'ref':
      return `ref ${nameOfId(type.target)}`;
    case 'list':
      return `${typeText(type.item)}[]`;
    case 'set':
      return `set<${typeText(type.item)}>`;
    case 'map':
      return `map<string, ${typeText(type.value)}>`;
    case 'unresolved':
      return type.path;
  }
}

function sloText(slo: Slo | undefined): string | undefined {
  if (!slo) return undefined;
  const parts = [
    slo.availability && `${slo.availability.percent} % available`,
    ...(['p50', 'p75', 'p90', 'p95', 'p99'] as const).map((percentile) =>
      slo[percentile] === undefined ? undefined : `${percentile} ${String(slo[percentile])} ms`,
    ),
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** Plain text in Markdown: nothing in it formats or links. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]()#+!|<>&]/g, (character) => `\\${character}`)
    .replaceAll(/\s+/g, ' ');
}
