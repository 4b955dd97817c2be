import { find, nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Model } from '../../model/model.js';
import type { Span } from '../../model/span.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

export const singleWriter = defineRule({
  id: 'single-writer',
  category: 'data',
  severity: 'error',
  gate: { kind: 'if-declared', fact: 'modifies or write access' },
  summary: 'More than one service changes an aggregate.',
  sources: [
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
    'V. Vernon: Implementing Domain-Driven Design, ch.10 / Effective Aggregate Design (2011/2013)',
  ],
  messages: {
    several: {
      what: 'The aggregate `{aggregate}` is changed by {services}.',
      why: 'Its rules hold in none of them alone, and their changes overwrite each other.',
      remedy: 'Keep one writer{owner}, and turn the others into commands to it.',
    },
  },
  visit({ model, report }) {
    const changing: Changing[] = [];
    const owners = new Owners();
    const note = (one: Changing): void => {
      if (one.modifies.length > 0) changing.push(one);
    };
    return {
      operation: note,
      subscription: note,
      handling: note,
      service({ owns }) {
        for (const { target } of owns) owners.add(target);
      },
      end() {
        for (const [id, writers] of writersOf(model, changing, owners.contested)) {
          const aggregate = find(model, 'aggregate', id);
          if (!aggregate || writers.size < 2) continue;
          const owner = [...writers].find(([, writer]) => writer.owns);
          report({
            message: 'several',
            data: {
              aggregate: aggregate.qualifiedName,
              services: listed([...writers.keys()].map((service) => `\`${nameOfId(service)}\``)),
              owner: owner ? ` (\`${nameOfId(owner[0])}\`, which owns it)` : '',
            },
            span: aggregate.nameSpan,
            element: id,
            elements: [id, ...writers.keys()],
            related: [...writers].map(([service, { span }]) => ({
              span,
              message: `\`${nameOfId(service)}\` changes it here.`,
            })),
          });
        }
      },
    };
  },
});

type Changing = Pick<Operation, 'service' | 'modifies'>;

/** Aggregates that services own, and those that several do. */
class Owners {
  readonly #owned = new Set<ElementId>();
  readonly contested = new Set<ElementId>();

  add(aggregate: ElementId): void {
    (this.#owned.has(aggregate) ? this.contested : this.#owned).add(aggregate);
  }
}

interface Writer {
  readonly span: Span;
  readonly owns: boolean;
}

/**
 * Services that change each aggregate: by `modifies` of an operation or handler, by writing into
 * the store of a service that owns it alone, or by owning it where several do.
 */
function writersOf(
  model: Model,
  changing: readonly Changing[],
  contested: ReadonlySet<ElementId>,
): Map<ElementId, Map<ElementId, Writer>> {
  const writers = new Map<ElementId, Map<ElementId, Writer>>();
  const add = (aggregate: ElementId, id: ElementId, span: Span) => {
    const service = find(model, 'service', id);
    if (!service) return;
    const owns = service.owns.some(({ target }) => target === aggregate);
    const known = writers.get(aggregate);
    if (!known) writers.set(aggregate, new Map([[id, { span, owns }]]));
    else if (!known.has(id)) known.set(id, { span, owns });
  };
  for (const { service, modifies } of changing) {
    for (const { target, span } of modifies) add(target, service, span);
  }
  for (const { service, store, mode, targetSpan } of model.accesses) {
    if (mode !== 'write') continue;
    const owner = find(model, 'service', find(model, 'store', store)?.owner);
    const [only, ...others] = owner?.owns ?? [];
    if (!owner || owner.id === service || !only || others.length > 0) continue;
    add(only.target, owner.id, only.span);
    add(only.target, service, targetSpan);
  }
  if (contested.size === 0) return writers;
  for (const { id, owns } of model.services) {
    for (const { target, span } of owns) if (contested.has(target)) add(target, id, span);
  }
  return writers;
}
