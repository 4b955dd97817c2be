import type { Annotated } from '../../model/elements/annotations.js';
import type { Edge } from '../../model/elements/edges.js';
import type { Element } from '../../model/elements/element.js';
import type { Span } from '../../model/span.js';
import type { Aspect, PropertyChange } from './change.js';
import { valueText, type Today } from './values.js';

interface Property {
  readonly text: string;
  readonly span?: Span;
}

/** What an id already says, places, children, and what is compared elsewhere. */
const skipped: ReadonlySet<string> = new Set([
  ...['id', 'kind', 'name', 'qualifiedName', 'parent', 'annotations', 'renamedFrom', 'accepts'],
  ...[
    'blocks',
    'blockNames',
    'keywordStart',
    'fields',
    'parameters',
    'values',
    'evidence',
    'origin',
    'leading',
  ],
  // Children have changes of their own.
  ...['apis', 'stores', 'operations', 'entities', 'subdomains', 'relations', 'steps', 'root'],
  // Ends of edges, and surroundings.
  ...['from', 'to', 'fromService', 'fromOperation', 'toService', 'toApi', 'toOperation', 'handler'],
  ...['upstream', 'downstream', 'map', 'service', 'event', 'command', 'store', 'by', 'operation'],
  ...['context', 'aggregate', 'api', 'owner', 'domain', 'index', 'subdomainType'],
]);

/** Objects whose members are properties of their own. */
const opened: Readonly<Record<string, string>> = {
  slo: 'slo.',
  policies: '',
  constraints: '',
  deprecated: 'deprecated.',
};

/** Properties that may follow from the surroundings; then only these change. */
const inherited = ['team', 'topic', 'audience', 'volatility', 'compatibility', 'deployable'];

/** The properties of an element or edge that differ; names as they are after. */
export function propertyChanges(
  before: Element | Edge,
  after: Element | Edge,
  today: Today,
): PropertyChange[] {
  const then = properties(before, today);
  const now = properties(after, (id) => id);
  const changes: PropertyChange[] = [];
  for (const name of new Set([...then.keys(), ...now.keys()])) {
    if (followsOnBothSides(name, before, after)) continue;
    const [old, fresh] = [then.get(name), now.get(name)];
    if (old?.text === fresh?.text) continue;
    changes.push(propertyChange(name, aspectOf(name, before, after), old, fresh));
  }
  return changes.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** One property on its two sides. */
export function propertyChange(
  name: string,
  aspect: Aspect,
  before: Property | undefined,
  after: Property | undefined,
): PropertyChange {
  return {
    name,
    aspect,
    ...(before ? { before: before.text } : {}),
    ...(after ? { after: after.text } : {}),
    ...(before?.span ? { beforeSpan: before.span } : {}),
    ...(after?.span ? { afterSpan: after.span } : {}),
  };
}

function properties(item: Annotated & object, today: Today): Map<string, Property> {
  const result = new Map<string, Property>();
  const collect = (owner: object, prefix: string) => {
    const places = (owner as { spans?: Readonly<Record<string, Span>> }).spans ?? {};
    for (const [key, value] of Object.entries(owner) as [string, unknown][]) {
      if (skipped.has(key) || /spans?$/i.test(key) || key.endsWith('Declared')) continue;
      const inner = opened[key];
      if (inner !== undefined && typeof value === 'object' && value !== null) {
        collect(value, inner);
        continue;
      }
      if (key === 'times' && value === 1) continue;
      const text = valueText(key, value, today);
      const span = places[key] ?? places[dashed(key)];
      if (text !== undefined) {
        result.set(`${prefix}${dashed(key)}`, { text, ...(span ? { span } : {}) });
      } else if (key === 'deprecated') {
        result.set(key, { text: 'yes' });
      }
    }
  };
  collect(item, '');
  if ('deprecated' in item && item.deprecated) result.set('deprecated', { text: 'yes' });
  return result;
}

function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function followsOnBothSides(name: string, before: object, after: object): boolean {
  if (!inherited.includes(name)) return false;
  const isDeclared = (item: object) =>
    (item as Readonly<Record<string, unknown>>)[`${name}Declared`] !== false;
  return !isDeclared(before) && !isDeclared(after);
}

function aspectOf(name: string, before: object, after: object): Aspect {
  if (name === 'team') return 'owner';
  if (name.startsWith('slo.') || name === 'budget') return 'objective';
  if (name === 'doc' || name === 'title' || name === 'links') return 'documentation';
  return 'policies' in before || 'policies' in after ? 'policy' : 'property';
}
