/** The table of properties by block and by name. */
import type { BlockKind } from './block-kind.js';
import { propertyTable, type PropertySpec } from './property-table.js';

const byBlock = new Map<BlockKind, Map<string, PropertySpec>>();
for (const spec of propertyTable) {
  for (const block of spec.blocks) {
    const properties = byBlock.get(block) ?? new Map<string, PropertySpec>();
    properties.set(spec.name, spec);
    byBlock.set(block, properties);
  }
}

/** Properties of a block, in the order of the table. */
export function propertiesOf(block: BlockKind): ReadonlyMap<string, PropertySpec> {
  return byBlock.get(block) ?? new Map();
}

/** Names of all properties, whatever block they stand in. */
export const propertyNames: ReadonlySet<string> = new Set(propertyTable.map(({ name }) => name));

/** Whether a property of this name takes a text in quotes somewhere. */
export function takesText(property: string): boolean {
  return propertyTable.some(({ name, value }) => name === property && /^texts?$/.test(value));
}

/** Whether a property of this name takes words of a list somewhere. */
export function takesWords(property: string): boolean {
  return propertyTable.some(({ name, words }) => name === property && words !== undefined);
}

/** Blocks that know a property of this name. */
export function blocksWith(property: string): readonly BlockKind[] {
  return [...byBlock].filter(([, properties]) => properties.has(property)).map(([block]) => block);
}

/** Properties that are there or not, without a value. */
export const flags: ReadonlySet<string> = new Set(
  propertyTable.filter(({ value }) => value === 'flag').map(({ name }) => name),
);

/** What values a property of this name takes, in whatever block. */
export function valuesOf(property: string): ReadonlySet<PropertySpec['value']> {
  return new Set(propertyTable.filter(({ name }) => name === property).map(({ value }) => value));
}
