import { find } from '../../model/lookup.js';
import type { ElementId, Model, Service } from '../../model/model.js';
import { releaseGroups } from '../../model/release-groups.js';

/** Two services of one context and team that are tied, and how. */
export interface SplitPair {
  readonly a: ElementId;
  readonly b: ElementId;
  /** `only \`Cart\` calls \`CartItems\``. */
  readonly because: string;
}

/**
 * Pairs by context, each pair once. Services that are alike in a way (one release, the same
 * callers) are paired with the first of them only, so that the result stays linear.
 */
export function splitPairs(model: Model): Map<ElementId, SplitPair[]> {
  const result = new Map<ElementId, SplitPair[]>();
  const seen = new Set<string>();
  const add = (a: Service, b: Service, because: string) => {
    if (!belongTogether(a, b)) return;
    const key = a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`;
    if (seen.has(key)) return;
    seen.add(key);
    const known = result.get(a.context);
    const pair = { a: a.id, b: b.id, because };
    if (known) known.push(pair);
    else result.set(a.context, [pair]);
  };
  const callers = callersOf(model);
  for (const [id, from] of callers) {
    const callee = find(model, 'service', id);
    if (!callee) continue;
    for (const other of from) {
      const isMutual = callers.get(other)?.has(id);
      if (!isMutual && from.size > 1) continue;
      const caller = find(model, 'service', other);
      if (!caller || !belongTogether(caller, callee)) continue;
      add(
        caller,
        callee,
        isMutual
          ? `\`${caller.name}\` and \`${callee.name}\` call each other`
          : `only \`${caller.name}\` calls \`${callee.name}\``,
      );
    }
  }
  for (const { deployable, services } of releaseGroups(model)) {
    for (const [first, service] of alike(services)) {
      add(
        first,
        service,
        `\`${first.name}\` and \`${service.name}\` are released as \`${deployable}\``,
      );
    }
  }
  const byCallers = new Map<string, Service[]>();
  for (const service of model.services) {
    const from = callers.get(service.id);
    if (!from || from.size < 2) continue;
    const key = [...from].sort().join(' ');
    const known = byCallers.get(key);
    if (known) known.push(service);
    else byCallers.set(key, [service]);
  }
  for (const services of byCallers.values()) {
    for (const [first, service] of alike(services)) {
      add(first, service, `\`${first.name}\` and \`${service.name}\` have the same callers`);
    }
  }
  return result;
}

function belongTogether(a: Service, b: Service): boolean {
  return (
    a.context === b.context &&
    a.team !== undefined &&
    a.team === b.team &&
    a.serviceKind === 'service' &&
    b.serviceKind === 'service'
  );
}

/** Each service with the first one of its context and team. */
function* alike(services: readonly Service[]): Generator<[Service, Service]> {
  const firsts = new Map<string, Service>();
  for (const service of services) {
    if (service.serviceKind !== 'service') continue;
    const key = `${service.context} ${service.team ?? ''}`;
    const first = firsts.get(key);
    if (first) yield [first, service];
    else firsts.set(key, service);
  }
}

/** Services and externals that call a service, by the service; each once. */
function callersOf(model: Model): Map<ElementId, Set<ElementId>> {
  const callers = new Map<ElementId, Set<ElementId>>();
  for (const { from, fromService, toService } of model.calls) {
    const caller = fromService ?? from;
    if (caller === toService) continue;
    const known = callers.get(toService);
    if (known) known.add(caller);
    else callers.set(toService, new Set([caller]));
  }
  return callers;
}
