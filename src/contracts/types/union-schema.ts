import type { Union } from '../../model/elements/data-types.js';
import { compact, map, type TreeMap } from '../tree.js';
import { descriptionOf, head } from './head.js';
import type { Schemas } from './schemas.js';
import { discriminatorOf, tagOf, unionMembers } from './union.js';

/** One of the members of a union, which a property tells apart. */
export function unionSchema(schemas: Schemas, element: Union): TreeMap {
  const { model, dialect } = schemas;
  const property = discriminatorOf(model, element);
  const named = unionMembers(model, element).filter(
    (member) => schemas.nameOf(member.id) !== undefined,
  );
  const mapping = map(
    named.map((member) => [tagOf(model, member), String(schemas.ref(member.id)['$ref'])] as const),
  );
  return {
    ...compact({
      description: descriptionOf(element),
      type: dialect.discriminator === 'name' ? 'object' : undefined,
      oneOf: named.length === 0 ? undefined : named.map((member) => schemas.ref(member.id)),
      discriminator:
        named.length === 0 || dialect.discriminator === 'none'
          ? undefined
          : dialect.discriminator === 'name'
            ? property
            : { propertyName: property, mapping },
    }),
    ...head(element),
  };
}
