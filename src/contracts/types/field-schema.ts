import type { Field } from '../../model/elements/data-types.js';
import { paragraphs } from '../text/markdown.js';
import { compact, type TreeMap } from '../tree.js';
import { withExample } from './dialect.js';
import { descriptionOf } from './head.js';
import { literalValue } from './literal.js';
import type { Schemas } from './schemas.js';

/** The schema of a field, with what its annotations add. */
export function fieldSchema(schemas: Schemas, field: Field): TreeMap {
  const example = field.constraints.example;
  const given = example && literalValue(schemas, field.type, field.constraints, example);
  if (example && given === undefined) schemas.unfit(field.id, 'example');
  return schemas.place(
    field,
    {
      ...withExample(schemas.dialect, given),
      ...compact({
        readOnly: field.readOnly ? true : undefined,
        writeOnly: field.writeOnly && !field.readOnly ? true : undefined,
        deprecated: field.deprecated ? true : undefined,
        'x-sunset': field.deprecated?.sunset,
        'x-pii': field.pii ? true : undefined,
        'x-sensitive': field.sensitive ? true : undefined,
      }),
    },
    describeField(field),
    field.id,
  );
}

function describeField(field: Field): string | undefined {
  const replacement = field.deprecated?.replacement;
  const text = paragraphs(descriptionOf(field), replacement && `Deprecated: ${replacement}.`);
  return text === '' ? undefined : text;
}
