import { tierOf } from '../../model/criticality.js';
import { find, nameOfId } from '../../model/lookup.js';
import type { Annotated } from '../../model/elements/annotations.js';
import type { Call, Edge } from '../../model/elements/edges.js';
import type { Element } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { IsoDate } from '../../model/elements/literals.js';
import type { Model } from '../../model/model.js';
import { correspond } from '../../review/compare/correspondence.js';
import { annotatedParts } from '../../model/annotated.js';
import { defineRule, type Fix } from '../rule.js';
import { labelOf } from '../text.js';

export const usesDeprecatedOrUnstable = defineRule({
  id: 'uses-deprecated-or-unstable',
  category: 'evolution',
  severity: 'warning',
  severityNote: 'error (newly used since a revision) / warning',
  gate: { kind: 'structural' },
  summary:
    'Something deprecated is used, or something critical or public uses what is experimental.',
  sources: [
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
    'Google: Google API Improvement Proposals (@126bed45b) (2026)',
  ],
  messages: {
    deprecated: {
      what: '`{from}` uses the deprecated {target}{sunset}.',
      why: 'It goes away, and whoever still uses it then breaks.',
      remedy: '{remedy}.',
    },
    experimental: {
      what: '`{from}`, which is {reason}, uses the experimental {target}.',
      why: 'What is experimental changes without notice, and the promise of `{from}` with it.',
      remedy: 'Wait until it is stable, or agree with its team on what will not change.',
    },
  },
  check({ model, previous, today, report }) {
    if (!annotatedParts(model).declarations.some(mayGoAway)) return;
    const former = previous ? correspond(previous, model).former : undefined;
    for (const { edge, from, service, to } of uses(model)) {
      const chain = lineage(model, to, service);
      const deprecated = chain.find((element) => element.deprecated !== undefined);
      const at = { span: edge.targetSpan, element: edge.id };
      if (deprecated?.deprecated) {
        const { replacement, sunset } = deprecated.deprecated;
        report({
          message: 'deprecated',
          data: {
            from: nameOfId(from),
            target: labelOf(deprecated.id),
            sunset: sunset === undefined ? '' : sunsetText(sunset, today),
            remedy:
              replacement === undefined
                ? 'Ask its team what replaces it'
                : `Its authors say: ${replacement}`,
          },
          ...at,
          elements: [from, deprecated.id],
          related: [{ span: deprecated.nameSpan, message: 'Deprecated here.' }],
          // Who comes to rely on it now knew better.
          ...(former && !former.has(edge.id) ? { severity: 'error' } : {}),
          fixes: replacement === undefined ? [] : switchTo(model, edge, deprecated, replacement),
        });
      }
      const experimental = chain.find(({ stability }) => stability === 'experimental');
      const reason = experimental && promiseOf(model, edge, service);
      if (!experimental || reason === undefined) continue;
      report({
        message: 'experimental',
        data: { from: nameOfId(from), target: labelOf(experimental.id), reason },
        ...at,
        elements: [from, experimental.id],
        related: [{ span: experimental.nameSpan, message: 'Experimental here.' }],
      });
    }
  },
});

function sunsetText(sunset: IsoDate, today: IsoDate): string {
  return sunset < today ? `, which was to go away on ${sunset}` : `, which goes away on ${sunset}`;
}

function mayGoAway({ deprecated, stability }: Annotated): boolean {
  return deprecated !== undefined || stability === 'experimental';
}

interface Use {
  readonly edge: Edge;
  readonly from: ElementId;
  readonly service?: ElementId;
  readonly to: ElementId;
}

function uses(model: Model): Use[] {
  return [
    ...model.calls.map((edge) => ({
      edge,
      from: edge.from,
      ...(edge.fromService === undefined ? {} : { service: edge.fromService }),
      to: edge.toOperation ?? edge.to,
    })),
    ...model.subscriptions.map((edge) => ({
      edge,
      from: edge.service,
      service: edge.service,
      to: edge.event,
    })),
    ...model.sendings.map((edge) => ({
      edge,
      from: edge.service,
      service: edge.service,
      to: edge.command,
    })),
  ];
}

/** What is used and what it lies in, up to its service, event or command; own parts are exempt. */
function lineage(
  model: Model,
  id: ElementId,
  user: ElementId | undefined,
): (Element & Annotated)[] {
  const chain: Element[] = [];
  for (let at: ElementId | undefined = id; at !== undefined;) {
    const element: Element | undefined = model.elements.get(at);
    if (!element || element.kind === 'context' || element.kind === 'aggregate') break;
    if (element.id === user) return [];
    chain.push(element);
    at = element.parent;
  }
  return chain;
}

/** Why the user may not rest on what changes: it is critical, or offers something to the public. */
function promiseOf(model: Model, edge: Edge, service: ElementId | undefined): string | undefined {
  if (tierOf(model, service) === 1) return 'critical';
  const operation = find(model, 'operation', (edge as Partial<Call>).fromOperation);
  const isPublic = operation
    ? operation.audience === 'public'
    : find(model, 'service', service)?.apis.some(
        (id) => find(model, 'api', id)?.audience === 'public',
      );
  return isPublic ? 'public' : undefined;
}

/** `use changeOrder`, where the same API has an operation of that name. */
function switchTo(model: Model, edge: Edge, deprecated: Element, replacement: string): Fix[] {
  const name = /^(?:use\s+)?`?(\w+)`?\.?$/i.exec(replacement.trim())?.[1];
  if (deprecated.kind !== 'operation' || name === undefined) return [];
  const other = find(model, 'api', deprecated.api)
    ?.operations.flatMap((id) => find(model, 'operation', id) ?? [])
    .find((operation) => operation.name === name);
  if (!other) return [];
  return [
    {
      title: `Switch to ${other.name}`,
      edits: [{ span: edge.targetSpan, text: other.qualifiedName }],
    },
  ];
}
