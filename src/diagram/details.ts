import { nameOfId } from '../model/lookup.js';
import type { ElementId, Model, Relation, Slo } from '../model/model.js';
import { elementById } from '../model/navigation.js';
import { patternNames, relationText } from './labels.js';

/** What a card beside the map says about an element; plain text everywhere. */
export interface Details {
  readonly id: ElementId;
  readonly kind: string;
  readonly name: string;
  readonly title?: string;
  /** Markdown of its doc comment, shown as it is. */
  readonly doc?: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

/** Details of an element, relation or edge; undefined for an id that the model does not have. */
export function detailsOf(model: Model, id: ElementId): Details | undefined {
  const element =
    elementById(model, id) ?? model.derivedRelations.find((relation) => relation.id === id);
  if (!element) return undefined;
  if (element.kind === 'relation') return relationDetails(element);
  const { kind, qualifiedName, title, doc } = element;
  return {
    id,
    kind: kind === 'contextmap' ? 'context map' : kind,
    name: qualifiedName,
    ...(title === undefined ? {} : { title }),
    ...(doc === undefined ? {} : { doc }),
    facts: factsOf(model, element).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [{ name, value }],
    ),
  };
}

type Fact = readonly [string, string | undefined];

function factsOf(model: Model, element: NonNullable<ReturnType<typeof elementById>>): Fact[] {
  const team =
    'team' in element && element.team !== undefined ? teamName(model, element.team) : undefined;
  switch (element.kind) {
    case 'context':
      return [
        ['subdomains', names(element.implements)],
        ['team', team],
        ['vision', element.vision],
        ['responsibilities', element.responsibilities.join(', ')],
        ['volatility', element.volatility],
        ['language', element.terms.map(({ name }) => name).join(', ')],
      ];
    case 'service':
    case 'external':
      return [
        ['technology', element.technology],
        ['team', team],
        ['objectives', sloText(element.slo)],
        [
          'called by',
          names(
            model.calls
              .filter(({ toService }) => toService === element.id)
              .map((call) => call.fromService ?? call.from),
          ),
        ],
        [
          'calls',
          names(
            model.calls
              .filter(({ fromService }) => fromService === element.id)
              .map(({ toService }) => toService),
          ),
        ],
        [
          'publishes',
          names(
            model.publications
              .filter(({ service }) => service === element.id)
              .map(({ event }) => event),
          ),
        ],
        [
          'subscribes',
          names(
            model.subscriptions
              .filter(({ service }) => service === element.id)
              .map(({ event }) => event),
          ),
        ],
      ];
    case 'event':
      return [
        ['topic', element.topic],
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
    case 'store':
      return [
        ['technology', element.technology],
        ['owned by', element.owner && nameOfId(element.owner)],
        [
          'accessed by',
          names(
            model.accesses
              .filter(({ store }) => store === element.id)
              .map(({ service }) => service),
          ),
        ],
      ];
    case 'api':
      return [
        ['style', element.style],
        ['version', element.version],
        ['audience', element.audience],
        ['operations', element.operations.map((id) => nameOfId(id).split('.').at(-1)).join(', ')],
      ];
    default:
      return [];
  }
}

function relationDetails(relation: Relation): Details {
  const { id, upstream = '', downstream = '', upstreamRoles, downstreamRoles, doc } = relation;
  const roles = (tokens: Relation['upstreamRoles']) =>
    tokens.map(({ role }) => patternNames[role] ?? role).join(', ');
  const derived = relation.origin === 'derived';
  const facts: Fact[] = [
    [
      'upstream',
      `${nameOfId(upstream)}${upstreamRoles.length > 0 ? ` (${roles(upstreamRoles)})` : ''}`,
    ],
    [
      'downstream',
      `${nameOfId(downstream)}${downstreamRoles.length > 0 ? ` (${roles(downstreamRoles)})` : ''}`,
    ],
    ['says', relationText(relation)],
    ['exposes', names(relation.exposes.map(({ target }) => target))],
    ['shares', names(relation.shares.map(({ target }) => target))],
    ['follows from', derived ? names(relation.evidence) : undefined],
  ];
  return {
    id,
    kind: derived ? 'derived relation' : relation.relationKind.replaceAll('-', ' '),
    name: `${nameOfId(upstream)} → ${nameOfId(downstream)}`,
    ...(doc === undefined ? {} : { doc }),
    facts: facts.flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [{ name, value }],
    ),
  };
}

const most = 8;

function names(ids: readonly ElementId[]): string {
  const unique = [...new Set(ids)].map(nameOfId);
  const more = unique.length > most ? ` and ${String(unique.length - most)} more` : '';
  return unique.slice(0, most).join(', ') + more;
}

function teamName(model: Model, id: ElementId): string {
  return model.elements.get(id)?.title ?? nameOfId(id);
}

function sloText(slo: Slo | undefined): string | undefined {
  if (!slo) return undefined;
  const latencies = (['p50', 'p75', 'p90', 'p95', 'p99'] as const).flatMap((percentile) =>
    slo[percentile] === undefined ? [] : [`${percentile} ${String(slo[percentile])} ms`],
  );
  const availability = slo.availability ? [`${slo.availability.percent} % available`] : [];
  return [...availability, ...latencies].join(', ');
}
