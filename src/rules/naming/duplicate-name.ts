import { foldedName } from '../../language/names.js';
import { operationsByApi } from '../../model/edge-index.js';
import type {
  Element,
  ElementKind,
  Field,
  HttpMethod,
  Model,
  Operation,
} from '../../model/model.js';
import { defineRule } from '../rule.js';

/** Kinds whose members are compared; relations and steps have no names of their own. */
const skipped: ReadonlySet<ElementKind> = new Set<ElementKind>([
  'relation',
  'step',
  'field',
  'context',
]);

export const duplicateName = defineRule({
  id: 'duplicate-name',
  category: 'naming',
  severity: 'error',
  gate: { kind: 'structural' },
  summary:
    'Two declarations of the same kind share a name (case, `-` and `_` folded) in the same namespace.',
  sources: [
    'S. Kapferer, O. Zimmermann: Context Mapper semantic rules #1-#10 and validators (context-mapper-dsl @995f486a) (2020-25)',
  ],
  messages: {
    duplicate: {
      what: 'The {kind} `{name}` is declared {where} already{spelling}.',
      why: 'A reference to the name could mean either, and generated files would overwrite each other.',
      remedy: 'Rename one of the two, or merge them.',
    },
    field: {
      what: 'The field `{name}` stands twice in {owner}{spelling}.',
      why: 'A schema can have only one property of that name.',
      remedy: 'Rename or remove one of the two.',
    },
    route: {
      what: '`{route}` is offered twice by this API.',
      why: 'A request could go to either operation.',
      remedy: 'Change the method or the path of one of the two.',
    },
    subdomain: {
      what: 'The subdomain `{name}` is named like its domain.',
      why: 'Nobody can tell which of the two a conversation or a diagram means.',
      remedy: 'Name the subdomain after what is special about it.',
    },
  },
  check({ model, report, label }) {
    const seen = new Map<string, Element>();
    const twice = foldedTwice(model);
    const visit = (element: Element) => {
      if (!twice.has(foldedName(element.id))) return;
      const key = `${element.kind} ${element.parent ?? ''} ${foldedName(element.name)}`;
      const first = seen.get(key);
      if (!first || first === element) {
        seen.set(key, element);
        return;
      }
      report({
        message: 'duplicate',
        data: {
          kind: element.kind,
          name: element.name,
          where: element.parent === undefined ? 'in this model' : `in ${label(element.parent)}`,
          spelling: first.name === element.name ? '' : ` as \`${first.name}\``,
        },
        span: element.nameSpan,
        element: element.id,
        elements: [...new Set([first.id, element.id])],
        related: [{ span: first.nameSpan, message: 'First declared here.' }],
      });
    };
    if (twice.size > 0) {
      for (const element of declarations(model)) {
        if (!skipped.has(element.kind)) visit(element);
      }
      contextsInOtherSpelling(model, visit);
    }
    for (const subdomain of model.subdomains) {
      const domain = model.elements.get(subdomain.domain);
      if (!domain || foldedName(domain.name) !== foldedName(subdomain.name)) continue;
      report({
        message: 'subdomain',
        data: { name: subdomain.name },
        span: subdomain.nameSpan,
        element: subdomain.id,
        elements: [domain.id, subdomain.id],
        related: [{ span: domain.nameSpan, message: 'The domain.' }],
      });
    }
    for (const element of declarations(model)) {
      if (!('fields' in element) || areDistinct(element.fields)) continue;
      const fields = new Map<string, (typeof element.fields)[number]>();
      for (const field of element.fields) {
        const folded = foldedName(field.name);
        const first = fields.get(folded);
        if (!first) {
          fields.set(folded, field);
          continue;
        }
        report({
          message: 'field',
          data: {
            name: field.name,
            owner: label(element.id),
            spelling: first.name === field.name ? '' : `, once as \`${first.name}\``,
          },
          span: field.nameSpan,
          element: field.id,
          elements: [...new Set([first.id, field.id])],
          related: [{ span: first.nameSpan, message: 'First declared here.' }],
        });
      }
    }
    const routes = new Map<string, Element>();
    const byApi = operationsByApi(model);
    for (const operation of model.operations) {
      if (operation.method === undefined || operation.fullPath === undefined) continue;
      if (!isTwice(operation.method, byApi.get(operation.api) ?? [])) continue;
      const path = operation.fullPath.replaceAll(/\{[^{}]*\}/g, '{}');
      const key = `${operation.api} ${operation.method} ${path}`;
      const first = routes.get(key);
      if (!first) {
        routes.set(key, operation);
        continue;
      }
      report({
        message: 'route',
        data: { route: `${operation.method} ${operation.fullPath}` },
        span: operation.nameSpan,
        element: operation.id,
        elements: [first.id, operation.id],
        related: [{ span: first.nameSpan, message: 'First offered here.' }],
      });
    }
  },
});

/** All declarations, also those whose id another one already has. */
function* declarations(model: Model): Iterable<Element> {
  yield* model.elements.values();
  for (const { declarations: all } of model.duplicates) yield* all.slice(1);
}

/**
 * Ids that two declarations share once they are folded, as those must that have one parent and one
 * name. Nearly always there are none, and telling that costs less than grouping by parents.
 */
function foldedTwice(model: Model): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  let count = 0;
  for (const { id } of declarations(model)) {
    const folded = foldedName(id);
    seen.add(folded);
    if (seen.size > count) count++;
    else twice.add(folded);
  }
  return twice;
}

function areDistinct(fields: readonly Field[]): boolean {
  if (fields.length < 2) return true;
  const names = new Set<string>();
  for (const { name } of fields) names.add(foldedName(name));
  return names.size === fields.length;
}

/** Whether several of some operations have this method. */
function isTwice(method: HttpMethod, operations: readonly Operation[]): boolean {
  let count = 0;
  for (const operation of operations) if (operation.method === method) count++;
  return count > 1;
}

/** `Orders` and `orders` are two contexts; blocks of one name are one context. */
function contextsInOtherSpelling(model: Model, visit: (element: Element) => void): void {
  for (const context of model.contexts) visit(context);
}
