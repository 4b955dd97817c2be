/** Parts of an element that have no id in the model: fields, parameters, enum values. */
import type { Enum, Field } from '../../model/elements/data-types.js';
import type { Element } from '../../model/elements/element.js';
import type { Operation, Parameter } from '../../model/elements/operations.js';
import type { PropertyChange } from './change.js';
import { propertyChange } from './properties.js';
import { typeToday, valueText, type Today } from './values.js';

export interface FieldPair {
  readonly before?: Field;
  readonly after?: Field;
}

/**
 * Pairs of fields by name and by an `@renamedFrom` that is new, in the order after; those that are
 * gone come last.
 */
export function pairFields(before: readonly Field[], after: readonly Field[]): FieldPair[] {
  const open = new Map(before.map((field) => [field.name, field]));
  const taken = new Map<Field, Field>();
  const take = (field: Field, name: string | undefined) => {
    const then = name === undefined ? undefined : open.get(name);
    if (!then || taken.has(field)) return;
    taken.set(field, then);
    open.delete(then.name);
  };
  for (const field of after) {
    const same = open.get(field.name);
    if (same?.renamedFrom !== field.renamedFrom || !same) take(field, field.renamedFrom);
  }
  for (const field of after) take(field, field.name);
  return [
    ...after.map((field) => {
      const then = taken.get(field);
      return then ? { before: then, after: field } : { after: field };
    }),
    ...[...open.values()].map((field) => ({ before: field })),
  ];
}

/** Changes of the parts of two elements. */
export function memberChanges(before: Element, after: Element, today: Today): PropertyChange[] {
  return [
    ...('fields' in before && 'fields' in after
      ? fieldChanges(before.fields, after.fields, today)
      : []),
    ...(before.kind === 'operation' && after.kind === 'operation'
      ? parameterChanges(before, after, today)
      : []),
    ...(before.kind === 'enum' && after.kind === 'enum' ? valueChanges(before, after) : []),
  ];
}

function fieldChanges(
  before: readonly Field[],
  after: readonly Field[],
  today: Today,
): PropertyChange[] {
  return pairFields(before, after).flatMap(({ before: old, after: now }) => {
    const [then, fresh] = [old && fieldText(old, today), now && fieldText(now, (id) => id)];
    if (then === fresh) return [];
    return propertyChange(
      `field ${(now ?? old)?.name ?? ''}`,
      'property',
      old && { text: then ?? '', span: old.span },
      now && { text: fresh ?? '', span: now.span },
    );
  });
}

/** A field as one writes it. */
export function fieldText(field: Field, today: Today): string {
  const constraints = valueText('constraints', field.constraints, today);
  return [
    `${field.name}: ${typeToday(field.type, today)}`,
    field.nullable ? ' | null' : '',
    field.optional ? '?' : '',
    field.default ? ` = ${valueText('default', field.default, today) ?? 'null'}` : '',
    constraints === undefined ? '' : ` (${constraints})`,
  ].join('');
}

/** A parameter as one writes it. */
export function parameterText(parameter: Parameter, today: Today): string {
  const { in: place, wireName, type, optional, nullable, stream } = parameter;
  const constraints = valueText('constraints', parameter.constraints, today);
  return `${place} ${wireName}: ${stream ? 'stream ' : ''}${typeToday(type, today)}${nullable ? ' | null' : ''}${optional ? '?' : ''}${constraints === undefined ? '' : ` (${constraints})`}`;
}

function parameterChanges(before: Operation, after: Operation, today: Today): PropertyChange[] {
  const key = ({ in: place, wireName }: Parameter) => `${place} ${wireName}`;
  const then = new Map(before.parameters.map((parameter) => [key(parameter), parameter]));
  const now = new Map(after.parameters.map((parameter) => [key(parameter), parameter]));
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((name) => {
    const [old, fresh] = [then.get(name), now.get(name)];
    const [left, right] = [
      old && { text: parameterText(old, today), span: old.span },
      fresh && { text: parameterText(fresh, (id) => id), span: fresh.span },
    ];
    if (left?.text === right?.text) return [];
    return propertyChange(`parameter ${name}`, 'property', left, right);
  });
}

function valueChanges(before: Enum, after: Enum): PropertyChange[] {
  const then = new Map(before.values.map((value) => [value.name, value]));
  const now = new Map(after.values.map((value) => [value.name, value]));
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((name) => {
    const [old, fresh] = [then.get(name), now.get(name)];
    if (old && fresh) return [];
    return propertyChange(
      `value ${name}`,
      'property',
      old && { text: name, span: old.span },
      fresh && { text: name, span: fresh.span },
    );
  });
}
