import { typeReferences } from '../../model/dependencies.js';
import { find } from '../../model/lookup.js';
import type { Entity } from '../../model/elements/aggregate.js';
import type { Field } from '../../model/elements/data-types.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Model } from '../../model/model.js';
import { isRecursive, typesWithin } from '../../model/type-graph.js';
import { defineRule } from '../rule.js';
import { addStatement } from '../statement-fix.js';

export const graphqlUnbounded = defineRule({
  id: 'graphql-unbounded',
  category: 'contracts',
  severity: 'warning',
  gate: { kind: 'if-declared', fact: 'a GraphQL API' },
  summary: 'A GraphQL API lets one query ask for any amount of data.',
  sources: [
    'WSO2 / The Guild: Query depth/limits docs (WSO2 APIM, Hive Router) (2020-26)',
    'OWASP: OWASP API Security Top 10 (2023)',
  ],
  messages: {
    list: {
      what: '`{owner}.{field}`, which the API `{api}` offers, is a list of `{item}` without limit.',
      why: 'One query may ask for all of it, and for all of it again at every level.',
      remedy: 'Offer it as a `paged` query of its own, or bound it with `max`.',
    },
    query: {
      what: '`{field}` of the API `{api}` answers with every `{item}` at once.',
      why: 'One query may ask for all of them, with everything that hangs on each.',
      remedy: 'Answer with `paged {item}`, or add an argument such as `first`.',
    },
    depth: {
      what: 'The types of the API `{api}` contain each other in a ring (`{type}`), and it has no depth limit.',
      why: 'A query may go round the ring as often as it likes; a few lines keep the service busy for minutes.',
      remedy: 'Add `depth-limit` to the API, or refer by identity (`ref`).',
    },
  },
  visit({ model, report }) {
    const seen = new Set<ElementId>();
    return {
      api(api) {
        if (api.style !== 'graphql' || !find(model, 'service', api.service)) return;
        const operations = api.operations.flatMap((id) => find(model, 'operation', id) ?? []);
        for (const operation of operations) {
          const item = entityListed(model, operation);
          if (!item || operation.operationKind !== 'query') continue;
          report({
            message: 'query',
            data: { api: api.name, field: operation.name, item: item.name },
            span: operation.nameSpan,
            element: operation.id,
          });
        }
        const offered = typesWithin(
          model,
          operations
            .flatMap(({ result }) => typeReferences(result.type))
            .filter(({ byIdentity }) => !byIdentity)
            .map(({ target }) => target),
        );
        const ring = [...offered].find((id) => isRecursive(model, id));
        if (ring !== undefined && api.depthLimit === undefined) {
          report({
            message: 'depth',
            data: { api: api.name, type: model.elements.get(ring)?.name ?? '' },
            span: api.nameSpan,
            element: api.id,
            elements: [api.id, ring],
            fixes: [addStatement(api, 'depth-limit 8')],
          });
        }
        for (const id of offered) {
          if (seen.has(id)) continue;
          seen.add(id);
          unboundedLists(model, id, (owner, field, item) =>
            report({
              message: 'list',
              data: { api: api.name, owner, field: field.name, item: item.name },
              span: field.nameSpan,
              element: field.id,
              elements: [api.id, id, item.id],
            }),
          );
        }
      },
    };
  },
});

const limits = /^(first|last|limit|page|pageSize|max)$/i;

function entityListed(model: Model, { result, parameters }: Operation): Entity | undefined {
  if (result.paged || parameters.some(({ name }) => limits.test(name))) return undefined;
  return entityOf(model, result.type);
}

function entityOf(model: Model, type: Field['type'] | undefined): Entity | undefined {
  const isList = type?.shape === 'list' || type?.shape === 'set';
  if (!isList || type.item.shape !== 'named') return undefined;
  return find(model, 'entity', type.item.target);
}

/** Lists of entities beyond the own aggregate, whose size that aggregate does not guard. */
function unboundedLists(
  model: Model,
  id: ElementId,
  found: (owner: string, field: Field, item: Entity) => void,
): void {
  const type = model.elements.get(id);
  if (type?.kind !== 'entity' && type?.kind !== 'value') return;
  const aggregate = type.kind === 'entity' ? type.aggregate : undefined;
  for (const field of type.fields) {
    const item = entityOf(model, field.type);
    if (!item || field.constraints.max !== undefined) continue;
    if (aggregate === undefined || item.aggregate !== aggregate) found(type.name, field, item);
  }
}
