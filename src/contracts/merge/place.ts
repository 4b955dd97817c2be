/** What a value of a document is, by where it stands: that decides how it is merged. */
import { isList, isMap, valueAt, type Tree } from '../tree.js';

/** Keywords whose maps hold names that people choose, each with an object of the format below. */
const namesBelow = new Set([
  'paths',
  'webhooks',
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
  'definitions',
  'schemas',
  'responses',
  'parameters',
  'examples',
  'requestBodies',
  'headers',
  'securitySchemes',
  'links',
  'callbacks',
  'pathItems',
  'content',
  'encoding',
  'variables',
  'mapping',
  'scopes',
  'channels',
  'operations',
  'messages',
  'servers',
  'replies',
  'correlationIds',
  'operationTraits',
  'messageTraits',
  'serverBindings',
  'channelBindings',
  'operationBindings',
  'messageBindings',
]);

/** Keywords whose values are data, not descriptions of it: they are taken or left as a whole. */
const atomic = new Set(['example', 'default', 'value', 'const']);

/** A step on the way to a value; `names` where the keys of the map are names. */
export interface Place {
  readonly parent: Place | undefined;
  /** The key in the map, or the identity in the list. */
  readonly key: string;
  readonly names: boolean;
  /** Whether the value is one whole. */
  readonly atomic: boolean;
  /** For JSON pointers: the key, or the index in the list. */
  readonly segment: string;
}

export const rootPlace: Place = {
  parent: undefined,
  key: '',
  names: false,
  atomic: false,
  segment: '',
};

/** The place of a map's entry. */
export function entryPlace(parent: Place, key: string): Place {
  const keyword = !parent.names;
  return {
    parent,
    key,
    segment: key,
    names: keyword && namesBelow.has(key),
    atomic: parent.atomic || (keyword && (atomic.has(key) || isExamplePart(parent, key))),
  };
}

/** The payload and the headers of a message's example. */
function isExamplePart(parent: Place, key: string): boolean {
  return parent.parent?.key === 'examples' && (key === 'payload' || key === 'headers');
}

/** The place of a list's item. */
export function itemPlace(parent: Place, identity: string, index: number): Place {
  return { parent, key: identity, segment: String(index), names: false, atomic: parent.atomic };
}

/** RFC 6901. */
export function pointerOf(place: Place): string {
  const segments: string[] = [];
  for (let at: Place = place; at.parent; at = at.parent) {
    segments.push(at.segment.replaceAll('~', '~0').replaceAll('/', '~1'));
  }
  return segments
    .reverse()
    .map((segment) => `/${segment}`)
    .join('');
}

/**
 * What makes an item of a list the same item on both sides: parameters by place and name or by
 * reference, tags and examples by name, servers by URL, everything else by what it is. Undefined
 * where two items would be the same: such a list is merged as a whole.
 */
export function identities(place: Place, list: readonly Tree[]): readonly string[] | undefined {
  if (place.atomic || (place.key === 'examples' && !list.every(hasName))) return undefined;
  let inline = 0;
  const found = list.map((item) => identity(place.key, item, () => inline++));
  return new Set(found).size === found.length ? found : undefined;
}

/** Whether an identity is only a number in the list: then its place says what it is. */
export function isByOrder(identity: string): boolean {
  return identity.startsWith('inline ');
}

function hasName(item: Tree): boolean {
  return typeof valueAt(item, 'name') === 'string';
}

function identity(list: string, item: Tree, nextInline: () => number): string {
  if (!isMap(item)) return canonical(item);
  const reference = valueAt(item, '$ref');
  if (typeof reference === 'string') return `ref ${reference}`;
  switch (list) {
    case 'parameters':
      return `parameter ${String(valueAt(item, 'in'))} ${String(valueAt(item, 'name'))}`;
    case 'tags':
    case 'examples':
      return `name ${String(valueAt(item, 'name'))}`;
    case 'servers':
      return `url ${String(valueAt(item, 'url'))}`;
    // Parts of a composition that are written in place have nothing but their order.
    case 'allOf':
    case 'anyOf':
    case 'oneOf':
      return `inline ${nextInline()}`;
    default:
      return canonical(item);
  }
}

/** JSON with sorted keys: equal for equal values, whatever the order of their keys. */
export function canonical(tree: Tree): string {
  if (isList(tree)) return `[${tree.map(canonical).join(',')}]`;
  if (!isMap(tree)) return JSON.stringify(tree);
  const entries = Object.entries(tree).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join(',')}}`;
}

/** Equality of values; the order of a map's keys is nothing, that of a list's items is something. */
export function same(a: Tree | undefined, b: Tree | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  if (isList(a))
    return isList(b) && a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (!isMap(a) || !isMap(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
  );
}
