import type { DocumentNode } from '../node.js';

/** What a schema, property, parameter or operation says of its end. */
export function annotationsOf(node: DocumentNode): string[] {
  if (!node.flag('deprecated')) return [];
  const sunset = node.text('x-sunset');
  return sunset !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(sunset)
    ? [`@deprecated(sunset: ${sunset})`]
    : ['@deprecated'];
}
