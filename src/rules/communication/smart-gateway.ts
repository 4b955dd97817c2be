import { callsFrom } from '../../model/edge-index.js';
import { isCache } from '../../model/durability.js';
import { find, nameOfId } from '../../model/lookup.js';
import type { Handling } from '../../model/elements/edges.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Service } from '../../model/elements/services.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { listed, messageOf } from '../text.js';

export const smartGateway = defineRule({
  id: 'smart-gateway',
  category: 'communication',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'A gateway or bff keeps data or changes it, or two bffs do the same.',
  sources: [
    'D. Neri, J. Soldani, O. Zimmermann, A. Brogi: Design principles, architectural smells and refactorings for microservices, SICS 35 (2020)',
    'J. Bogner et al.: Service-Based Antipatterns repository (36 entries) (2019)',
  ],
  options: {
    sameShare: {
      default: 0.8,
      minimum: 0,
      description: 'Share of operations called by both of two bffs, from which on they are alike.',
    },
    sameCalls: { default: 3, minimum: 1, description: 'Operations that both must call at least.' },
  },
  messages: {
    logic: {
      what: 'The {kind} `{name}` {problems}.',
      why: 'Whatever every team must pass through becomes the place that every team waits for.',
      remedy:
        'Move it into the service that it belongs to; let the {kind} route, translate and combine only.',
    },
    alike: {
      what: 'The bffs `{name}` and `{other}` call the same {count} of {total} operations.',
      why: 'What both do for their frontends is written and changed twice.',
      remedy: 'Merge them, or move what they share behind them.',
    },
  },
  visit({ model, options, report }) {
    const changing = new Map<ElementId, ElementId[]>();
    const note = ({ id, service, modifies }: Pick<Handling, 'id' | 'service' | 'modifies'>) => {
      if (modifies.length === 0) return;
      const known = changing.get(service);
      if (known) known.push(id);
      else changing.set(service, [id]);
    };
    return {
      subscription: note,
      handling: note,
      end() {
        for (const service of model.services) {
          const { serviceKind: kind, name, id } = service;
          if (kind !== 'gateway' && kind !== 'bff') continue;
          const problems = logicIn(model, service, changing.get(id) ?? []);
          if (problems.length === 0) continue;
          const data = { kind, name, problems: listed(problems) };
          report({ message: 'logic', data, span: service.nameSpan, element: id });
        }
        for (const { one, other, both, all } of likeBffs(model)) {
          if (both < options.sameCalls || both < options.sameShare * all) continue;
          report({
            message: 'alike',
            data: { name: one.name, other: other.name, count: both, total: all },
            span: one.nameSpan,
            element: one.id,
            elements: [one.id, other.id],
            related: [{ span: other.nameSpan, message: `\`${other.name}\` does the same.` }],
          });
        }
      },
    };
  },
});

/** @param handlers of it that change aggregates */
function logicIn(
  model: Model,
  { owns, stores, apis }: Service,
  handlers: readonly ElementId[],
): string[] {
  const durable = stores
    .flatMap((id) => find(model, 'store', id) ?? [])
    .filter(({ technology }) => !isCache(technology));
  const changing = apis
    .flatMap((id) => find(model, 'api', id)?.operations ?? [])
    .flatMap((id) => find(model, 'operation', id) ?? [])
    .filter(({ modifies }) => modifies.length > 0)
    .map(({ name }) => `\`${name}\``);
  const handling = handlers.map((id) => `the handler of \`${messageOf(id)}\``);
  const changes = [...changing, ...handling];
  const quoted = (names: readonly string[]) => listed(names.map((name) => `\`${name}\``));
  return [
    ...(owns.length > 0 ? [`owns ${quoted(owns.map(({ target }) => nameOfId(target)))}`] : []),
    ...(durable.length > 0 ? [`keeps data in ${quoted(durable.map(({ name }) => name))}`] : []),
    ...(changes.length > 0 ? [`changes aggregates in ${listed(changes)}`] : []),
  ];
}

interface Likeness {
  readonly one: Service;
  readonly other: Service;
  /** Operations (or services, where no operation is named) that both call. */
  readonly both: number;
  /** That at least one of them calls. */
  readonly all: number;
}

/** Bffs before it that each one is compared with, so that hundreds of them stay cheap. */
const compared = 20;

/** Pairs of bffs that call something in common; pairs that share nothing cost nothing. */
function likeBffs(model: Model): Likeness[] {
  const bffs = model.services.filter(({ serviceKind }) => serviceKind === 'bff');
  const targets = bffs.map(
    ({ id }) => new Set(callsFrom(model, id).map(({ toOperation, to }) => toOperation ?? to)),
  );
  const callers = new Map<ElementId, number[]>();
  const pairs = new Map<string, { one: number; other: number; both: number }>();
  for (const [index, called] of targets.entries()) {
    for (const target of called) {
      const earlier = callers.get(target) ?? [];
      for (const one of earlier.slice(-compared)) {
        const key = `${one} ${index}`;
        const pair = pairs.get(key);
        if (pair) pair.both++;
        else pairs.set(key, { one, other: index, both: 1 });
      }
      if (earlier.push(index) === 1) callers.set(target, earlier);
    }
  }
  return [...pairs.values()].flatMap(({ one, other, both }) => {
    const [first, second] = [bffs[one], bffs[other]];
    const all = (targets[one]?.size ?? 0) + (targets[other]?.size ?? 0) - both;
    return first && second ? [{ one: first, other: second, both, all }] : [];
  });
}
