import { factsOf, namesOf, type ElementFact } from '../model/facts.js';
import { nameOfId } from '../model/lookup.js';
import type { Relation } from '../model/elements/context-map.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
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
    facts: factsOf(model, element).map(cardFact),
  };
}

function cardFact({ name, value, note }: ElementFact): Details['facts'][number] {
  const shown =
    'text' in value ? value.text : 'code' in value ? value.code : namesOf(value.elements);
  return { name, value: note === undefined ? shown : `${shown} (${note})` };
}

function relationDetails(relation: Relation): Details {
  const { id, upstream = '', downstream = '', upstreamRoles, downstreamRoles, doc } = relation;
  const roles = (tokens: Relation['upstreamRoles']) =>
    tokens.map(({ role }) => patternNames.get(role) ?? role).join(', ');
  const derived = relation.origin === 'derived';
  const names = (ids: readonly ElementId[]) => namesOf([...new Set(ids)]);
  const facts: (readonly [string, string | undefined])[] = [
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
