import type { Field } from '../../model/elements/data-types.js';
import type { TypeElement } from '../../model/elements/element.js';
import { compact, map, type TreeMap } from '../tree.js';
import { constant } from './dialect.js';
import { travels } from './example.js';
import { fieldSchema } from './field-schema.js';
import { descriptionOf } from './head.js';
import { fieldsOf } from './resolve.js';
import type { Schemas } from './schemas.js';
import { wireNames } from './settings.js';
import { discriminatorsOf, discriminatorText, tagOf } from './union.js';

/** Properties and `required` of a type with fields, its discriminators among them. */
export function objectSchema(schemas: Schemas, element: TypeElement): TreeMap {
  const names = wireNames(schemas, element);
  const tags = discriminatorsOf(schemas.model, element.id);
  const fields = fieldsOf(element) ?? [];
  const properties = [
    ...tags.map(
      (tag) =>
        [
          tag,
          {
            ...constant(schemas.dialect, tagOf(schemas.model, element)),
            description: discriminatorText,
          },
        ] as const,
    ),
    ...fields.map((field) => [names.get(field.name)!, fieldSchema(schemas, field)] as const),
  ];
  const required = [
    ...tags,
    ...fields
      .filter((field) => !field.optional && alwaysTravels(schemas, element, field))
      .map((field) => names.get(field.name)!),
  ];
  return compact({
    type: 'object',
    description: descriptionOf(element),
    required: required.length === 0 ? undefined : [...new Set(required)],
    properties: properties.length === 0 ? undefined : map(properties),
  });
}

/**
 * Whether a field is there in every direction that its type goes. OpenAPI lets `required` count
 * for one direction only; validators that know nothing of directions would refuse the other.
 */
function alwaysTravels(schemas: Schemas, element: TypeElement, field: Field): boolean {
  return (['request', 'response'] as const).every(
    (direction) => travels(field, direction) || !schemas.directions[direction]?.has(element.id),
  );
}
