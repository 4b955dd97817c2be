import { closest } from '../../language/closest.js';
import { primitiveMeantBy } from '../../language/primitive-names.js';
import { missingEnds } from '../../model/edge-ends.js';
import { find, nameOfId } from '../../model/lookup.js';
import type { Element } from '../../model/elements/element.js';
import type { ElementId, ElementKind } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import type { UnresolvedReference } from '../../model/references.js';
import type { Parameter } from '../../model/elements/operations.js';
import type { Field } from '../../model/elements/data-types.js';
import type { Span } from '../../model/span.js';
import { labelOf, listed } from '../text.js';
import { defineRule } from '../rule.js';

export const unresolvedReference = defineRule({
  id: 'unresolved-reference',
  category: 'naming',
  severity: 'error',
  scope: 'file',
  gate: { kind: 'structural' },
  summary: 'A name does not resolve, or resolves to several elements.',
  sources: ['Archivolt: language reference, names and scopes'],
  messages: {
    missing: {
      what: '{kinds} `{name}` is not declared anywhere.{hint}',
      why: 'What cannot be resolved is missing from the map, the contracts and every check.',
      remedy: 'Correct the name or declare it.',
    },
    otherKind: {
      what: '`{name}` is {found}; {needed} is needed here.{hint}',
      why: 'What does not fit here is missing from the map, the contracts and every check.',
      remedy: 'Name what is meant, or declare it.',
    },
    missingOperation: {
      what: '{callee} has no operation `{name}`; it has {operations}.',
      why: 'A call to an operation that does not exist fails as soon as it is made.',
      remedy: 'Name one of its operations, or declare the missing one.',
    },
    missingValue: {
      what: 'The enum `{enum}` has no value `{name}`, which `{holder}` starts out with.{hint}',
      why: 'Who leaves it out would get a value that nobody can read.',
      remedy: 'Name one of its values, or declare the missing one.',
    },
    ambiguous: {
      what: '`{name}` may mean {candidates}.',
      why: 'Both are equally near, so nobody can tell which one is meant.',
      remedy: 'Write the longer path.',
    },
  },
  visit({ model, report }) {
    const check = (holder: Field | Parameter, name: string, element: ElementId, span: Span) => {
      const type =
        holder.type.shape === 'named' ? find(model, 'enum', holder.type.target) : undefined;
      if (!type || holder.default?.kind !== 'name') return;
      const { value } = holder.default;
      const names = type.values.map((one) => one.name);
      if (names.includes(lastPart(value))) return;
      report({
        message: 'missingValue',
        data: {
          enum: type.qualifiedName,
          name: value,
          holder: name,
          hint: hintOf(closest(value, names, 1)),
        },
        span,
        element,
        elements: [element, type.id],
        related: [{ span: type.nameSpan, message: 'The enum.' }],
      });
    };
    return {
      typedField(field) {
        check(field, field.name, field.id, field.nameSpan);
      },
      operation({ id, parameters }) {
        for (const parameter of parameters) check(parameter, parameter.name, id, parameter.span);
      },
    };
  },
  check({ model, suggest, report }) {
    for (const reference of model.unresolved) {
      const { path, span, owner, expected, scope, candidates } = reference;
      const at = { span, element: owner };
      if (candidates.length > 0) {
        report({
          message: 'ambiguous',
          data: { name: path, candidates: candidates.map(labelOf).join(' or ') },
          ...at,
          elements: [...takingPart(model, owner), ...candidates],
          related: candidates.flatMap((id) => {
            const element = model.elements.get(id);
            return element ? [{ span: element.nameSpan, message: 'One candidate.' }] : [];
          }),
          fixes: candidates.map((id) => ({
            title: `Write ${nameOfId(id)}`,
            edits: [{ span, text: nameOfId(id) }],
          })),
        });
        continue;
      }
      const primitive = expected.includes('scalar') ? primitiveMeantBy(path) : undefined;
      const near = primitive === undefined ? suggest(path, expected, scope) : [primitive];
      const fixes = near.map((text) => ({
        title: `Change to ${text}`,
        edits: [{ span, text }],
      }));
      const callee = calleeOf(model, reference);
      if (callee) {
        const { id, ...texts } = callee;
        report({
          message: 'missingOperation',
          data: { name: lastPart(path), ...texts },
          ...at,
          elements: [...takingPart(model, owner), id],
          fixes,
        });
        continue;
      }
      const found = otherKind(model, reference);
      if (found) {
        report({
          message: 'otherKind',
          data: {
            name: path,
            found: articled(found.kind),
            needed: neededOf(expected),
            hint: hintOf(near),
          },
          ...at,
          elements: [...takingPart(model, owner), found.id],
          related: [{ span: found.nameSpan, message: 'Declared here.' }],
          fixes,
        });
        continue;
      }
      const data = { kinds: kindsOf(expected), name: path, hint: hintOf(near) };
      report({ message: 'missing', data, ...at, fixes });
    }
  },
});

function hintOf(near: readonly string[]): string {
  return near.length > 0 ? ` Did you mean ${near.map((name) => `\`${name}\``).join(' or ')}?` : '';
}

/** The element that names it, or where an edge or relation does, what of its ends is known. */
function takingPart(model: Model, owner: ElementId): readonly ElementId[] {
  const ends = missingEnds(model, owner, []);
  return ends.length > 0 ? ends : [owner];
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** What has the name, though it is of a kind that does not fit. */
function otherKind(model: Model, { path, owner }: UnresolvedReference): Element | undefined {
  return scopesOf(owner)
    .map((scope) => [...scope, path].join('.'))
    .flatMap((name) => namedKinds.map((kind) => model.elements.get(`${kind}:${name}`)))
    .find((element) => element !== undefined);
}

/** Kinds that a path may name. */
const namedKinds = [
  ...['context', 'domain', 'subdomain', 'team', 'actor', 'external', 'broker', 'library'],
  ...['aggregate', 'entity', 'value', 'enum', 'scalar', 'union', 'event', 'command', 'error'],
  ...['service', 'store', 'api', 'operation', 'contextmap', 'view', 'flow'],
];

/** For a call whose service exists: the service, and the operations that it really has. */
function calleeOf(model: Model, { path, expected, owner }: UnresolvedReference) {
  const dot = path.lastIndexOf('.');
  if (dot < 0 || !isCallee(expected)) return undefined;
  const callee = scopesOf(owner)
    .map((scope) => [...scope, path.slice(0, dot)].join('.'))
    .flatMap((name) => ['service', 'external', 'api'].map((kind) => `${kind}:${name}`))
    .map((id) => model.elements.get(id))
    .find((element) => element !== undefined);
  if (!callee) return undefined;
  const operations = operationsIn(model, callee).map(
    (id) => `\`${model.elements.get(id)?.name ?? ''}\``,
  );
  const shown = operations.slice(0, 12);
  if (operations.length > shown.length) shown.push('…');
  return {
    id: callee.id,
    callee: `The ${labelOf(callee.id)}`,
    operations: shown.length > 0 ? shown.join(', ') : 'none',
  };
}

/** Whether what is called is named: an event may be exposed, and an actor act, as well. */
function isCallee(expected: readonly ElementKind[]): boolean {
  return (
    expected.includes('operation') && !expected.includes('event') && !expected.includes('actor')
  );
}

function operationsIn(model: Model, callee: Element): readonly ElementId[] {
  if (callee.kind === 'api') return callee.operations;
  const apis = callee.kind === 'service' || callee.kind === 'external' ? callee.apis : [];
  return apis.flatMap((id) => find(model, 'api', id)?.operations ?? []);
}

/** Names of the declarations around an element or edge, the innermost first, each as its parts. */
function scopesOf(owner: ElementId): string[][] {
  const parts = (nameOfId(owner).split('->')[0] ?? '').split('.');
  return Array.from({ length: parts.length + 1 }, (_, index) =>
    parts.slice(0, parts.length - index),
  );
}

const kindWords: Readonly<Record<string, string>> = {
  api: 'API',
  contextmap: 'context map',
  value: 'value type',
};

function articled(kind: ElementKind): string {
  const word = kindWords[kind] ?? kind;
  return `${/^[aeio]/i.test(word) ? 'an' : 'a'} ${word}`;
}

/** What is needed in the place of something else. */
function neededOf(expected: readonly ElementKind[]): string {
  if (expected.includes('scalar')) return 'a type';
  return expected.length > 5 ? 'something else' : listed(expected.map(articled), 'or');
}

/** How the kinds that could have stood there are called. */
function kindsOf(expected: readonly ElementKind[]): string {
  const isType = expected.includes('value') && expected.includes('scalar');
  if (isType && !expected.includes('service')) return 'The type';
  if (isCallee(expected)) return 'The service or operation';
  if (expected.length > 3) return 'The element';
  const words = expected.map((kind) => (kind === 'contextmap' ? 'context map' : kind));
  return `The ${words.join(' or ')}`;
}
