import { nameOfId } from '../../model/lookup.js';
import { typeText } from '../../model/type-text.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Milliseconds } from '../../model/elements/literals.js';
import type { Type } from '../../model/elements/types.js';

/** Says what an id is called in the revision after. */
export type Today = (id: ElementId) => ElementId;

/** A type with the names that its parts have after. */
export function typeToday(type: Type, today: Today): string {
  return typeText(mapped(type, today));
}

function mapped(type: Type, today: Today): Type {
  switch (type.shape) {
    case 'named':
    case 'ref':
      return { ...type, target: today(type.target) };
    case 'list':
    case 'set':
      return { ...type, item: mapped(type.item, today) };
    case 'map':
      return { ...type, value: mapped(type.value, today) };
    default:
      return type;
  }
}

/** `250 ms`, `1.5 s`, `2 h`: whole units where they fit. */
export function durationText(ms: Milliseconds): string {
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
  ] as const;
  for (const [unit, size] of units) {
    if (ms >= size && ms % size === 0) return `${String(ms / size)} ${unit}`;
  }
  return ms >= 1000 ? `${String(ms / 1000)} s` : `${String(ms)} ms`;
}

/** Properties that are milliseconds. */
const durations: ReadonlySet<string> = new Set([
  'timeout',
  'cached',
  'p50',
  'p75',
  'p90',
  'p95',
  'p99',
  'retention',
  'backup',
  'budget',
]);

/**
 * A value of a model as one line of text; undefined for what is the same as not declared.
 *
 * @param name the property that it belongs to
 */
export function valueText(name: string, value: unknown, today: Today): string | undefined {
  if (value === undefined || value === false || value === null) return undefined;
  if (typeof value === 'number') return durations.has(name) ? durationText(value) : String(value);
  if (typeof value === 'string') return idText(value, today);
  if (typeof value === 'boolean') return 'yes';
  if (Array.isArray(value)) {
    const items = value.map((item) => valueText(name, item, today) ?? '');
    return items.length === 0 ? undefined : items.join(', ');
  }
  return typeof value === 'object'
    ? recordText(name, value as Readonly<Record<string, unknown>>, today)
    : undefined;
}

function recordText(
  name: string,
  value: Readonly<Record<string, unknown>>,
  today: Today,
): string | undefined {
  if ('shape' in value) return typeToday(value as unknown as Type, today);
  if ('target' in value) return valueText(name, value['target'], today);
  if ('role' in value) return valueText(name, value['role'], today);
  if (typeof value['percent'] === 'string') return `${value['percent']} %`;
  if (typeof value['text'] === 'string') return value['text'];
  if ('kind' in value && 'value' in value) return valueText(name, value['value'], today) ?? 'no';
  const parts = Object.entries(value).flatMap(([key, inner]) => {
    if (/span$/i.test(key)) return [];
    const text = valueText(key, inner, today);
    return text === undefined ? [] : [`${key} ${text}`];
  });
  return parts.length === 0 ? undefined : parts.join(' ');
}

const looksLikeId = /^[a-z]+:[A-Za-z_][^\s/]*$/;

/** References read as the names of what they mean. */
function idText(value: string, today: Today): string {
  return looksLikeId.test(value) ? nameOfId(today(value)) : value;
}
