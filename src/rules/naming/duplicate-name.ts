import { foldedName } from '../../language/names.js';
import type { Context } from '../../model/elements/context.js';
import type { Field } from '../../model/elements/data-types.js';
import type { Element } from '../../model/elements/element.js';
import type { ElementId, ElementKind } from '../../model/elements/identity.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { FoldedIds } from './folded-ids.js';
import { sameNames } from './same-names.js';
import { Siblings } from './siblings.js';

/** Kinds whose members are compared; relations and steps have no names of their own. */
const skipped: ReadonlySet<ElementKind> = new Set<ElementKind>(['relation', 'step', 'field']);

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
    parameter: {
      what: 'The parameter `{name}` stands twice in {owner}{spelling}.',
      why: 'A request could mean either of the two.',
      remedy: 'Rename or remove one of the two.',
    },
    term: {
      what: 'The term `{name}` is explained twice in {owner}{spelling}.',
      why: 'Two explanations of one word drift apart, and nobody can tell which one holds.',
      remedy: 'Keep one of the two.',
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
  visit({ model, report, label }) {
    const folded = new FoldedIds();
    const methods = new MethodsOfApis();
    const declared = () => {
      const siblings = new Siblings(folded);
      return (element: Element) => {
        siblings.add(element);
      };
    };
    const withFields = () => {
      const siblings = new Siblings(folded);
      return (element: Structure) => {
        siblings.add(element);
        compareFields(element);
      };
    };
    const [contexts, operations, subdomains] = [declared(), declared(), declared()];
    const compareFields = ({ id, fields }: Structure) => {
      for (const [first, field] of sameNames(fields)) {
        report({
          message: 'field',
          data: {
            name: field.name,
            owner: label(id),
            spelling: spelling(first.name, field.name, ', once as'),
          },
          span: field.nameSpan,
          element: field.id,
          elements: [...new Set([first.id, field.id])],
          related: [{ span: first.nameSpan, message: 'First declared here.' }],
        });
      }
    };
    const compareParameters = ({ id, parameters }: Operation) => {
      for (const [first, parameter] of sameNames(parameters)) {
        if (first.in !== parameter.in) continue;
        const { name, span } = parameter;
        report({
          message: 'parameter',
          data: { name, owner: label(id), spelling: spelling(first.name, name, ', once as') },
          span,
          element: id,
          related: [{ span: first.span, message: 'First declared here.' }],
        });
      }
    };
    const compareTerms = ({ id, terms }: Context) => {
      for (const [first, term] of sameNames(terms)) {
        report({
          message: 'term',
          data: {
            name: term.name,
            owner: label(id),
            spelling: spelling(first.name, term.name, ', once as'),
          },
          span: term.span,
          element: id,
          related: [{ span: first.span, message: 'First explained here.' }],
        });
      }
    };
    const compareNames = () => {
      const seen = new Map<string, Element>();
      for (const element of declarations(model)) {
        if (skipped.has(element.kind)) continue;
        const key = `${element.kind} ${element.parent ?? ''} ${foldedName(element.name)}`;
        const first = seen.get(key);
        if (!first) {
          seen.set(key, element);
          continue;
        }
        report({
          message: 'duplicate',
          data: {
            kind: element.kind,
            name: element.name,
            where: element.parent === undefined ? 'in this model' : `in ${label(element.parent)}`,
            spelling: spelling(first.name, element.name, ' as'),
          },
          span: element.nameSpan,
          element: element.id,
          elements: [...new Set([first.id, element.id])],
          related: [{ span: first.nameSpan, message: 'First declared here.' }],
        });
      }
    };
    const compareRoutes = () => {
      const seen = new Map<string, Operation>();
      const suspects = model.duplicates.length > 0 ? undefined : methods.twice;
      for (const operation of suspects?.size === 0 ? [] : model.operations) {
        const { api, method, fullPath } = operation;
        if (method === undefined || fullPath === undefined) continue;
        if (suspects && !suspects.has(api)) continue;
        const key = `${api} ${method} ${fullPath.replaceAll(/\{[^{}]*\}/g, '{}')}`;
        const first = seen.get(key);
        if (!first) {
          seen.set(key, operation);
          continue;
        }
        report({
          message: 'route',
          data: { route: `${method} ${fullPath}` },
          span: operation.nameSpan,
          element: operation.id,
          elements: [first.id, operation.id],
          related: [{ span: first.nameSpan, message: 'First offered here.' }],
        });
      }
    };
    return {
      system: declared(),
      domain: declared(),
      team: declared(),
      actor: declared(),
      external: declared(),
      broker: declared(),
      library: declared(),
      context(context) {
        contexts(context);
        if (context.terms.length > 1) compareTerms(context);
      },
      aggregate: declared(),
      entity: withFields(),
      value: withFields(),
      enum: declared(),
      scalar: declared(),
      union: declared(),
      event: withFields(),
      command: withFields(),
      error: withFields(),
      service: declared(),
      store: declared(),
      api: declared(),
      contextmap: declared(),
      view: declared(),
      flow: declared(),
      operation(operation) {
        operations(operation);
        if (operation.parameters.length > 1) compareParameters(operation);
        methods.add(operation);
      },
      subdomain(subdomain) {
        subdomains(subdomain);
        const domain = model.elements.get(subdomain.domain);
        if (!domain || foldedName(domain.name) !== foldedName(subdomain.name)) return;
        report({
          message: 'subdomain',
          data: { name: subdomain.name },
          span: subdomain.nameSpan,
          element: subdomain.id,
          elements: [domain.id, subdomain.id],
          related: [{ span: domain.nameSpan, message: 'The domain.' }],
        });
      },
      end() {
        if (folded.hasTwice || model.duplicates.length > 0) compareNames();
        for (const { declarations: all } of model.duplicates) {
          for (const element of all.slice(1)) if ('fields' in element) compareFields(element);
        }
        compareRoutes();
      },
    };
  },
});

/** All declarations, also those whose id another one already has. */
function* declarations(model: Model): Iterable<Element> {
  yield* model.elements.values();
  for (const { declarations: all } of model.duplicates) yield* all.slice(1);
}

/**
 * Notices which APIs have several operations of one method: only these can offer a route twice.
 * Operations of an API stand together, unless two APIs have one id.
 */
class MethodsOfApis {
  readonly twice = new Set<ElementId>();
  #api = '';
  readonly #methods: string[] = [];

  add({ api, method }: Operation): void {
    if (api !== this.#api) {
      this.#api = api;
      this.#methods.length = 0;
    }
    if (method === undefined) return;
    if (this.#methods.includes(method)) this.twice.add(api);
    else this.#methods.push(method);
  }
}

type Structure = Element & { readonly fields: readonly Field[] };

/** How the first one is written, where that differs. */
function spelling(first: string, other: string, how: string): string {
  return first === other ? '' : `${how} \`${first}\``;
}
