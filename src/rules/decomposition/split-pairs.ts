import { callNumbers } from '../../model/call-numbers.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Service } from '../../model/elements/services.js';
import type { Model } from '../../model/model.js';
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
  const callers = new Callers(model);
  for (const [callee, from] of callers.of) {
    const called = model.services[callee];
    if (!called) continue;
    for (const other of from) {
      const isMutual = callers.calls(callee, other);
      if (!isMutual && from.length > 1) continue;
      const caller = model.services[other];
      if (!caller || !belongTogether(caller, called)) continue;
      add(
        caller,
        called,
        isMutual
          ? `\`${caller.name}\` and \`${called.name}\` call each other`
          : `only \`${caller.name}\` calls \`${called.name}\``,
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
  for (const [number, service] of model.services.entries()) {
    const from = callers.of.get(number);
    if (!from || from.length < 2) continue;
    const key = [...from].sort((a, b) => a - b).join(' ');
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

/** Who calls whom, by numbers: those of services and externals, and behind them those of actors. */
class Callers {
  /** Of each that is called its callers, each once, both in the order of the calls. */
  readonly of = new Map<number, number[]>();
  readonly #pairs = new Set<number>();
  readonly #size: number;

  constructor(model: Model) {
    const { fromService, toService, ids } = callNumbers(model);
    const actors = new Map(model.actors.map(({ id }, index) => [id, ids.length + index]));
    this.#size = ids.length + actors.size;
    for (let at = 0; at < model.calls.length; at++) {
      const to = toService[at]!;
      const from = fromService[at]! >= 0 ? fromService[at] : actors.get(model.calls[at]!.from);
      if (from !== undefined && from !== to) this.#add(from, to);
    }
  }

  calls(from: number, to: number): boolean {
    return this.#pairs.has(from * this.#size + to);
  }

  #add(from: number, to: number): void {
    if (this.calls(from, to)) return;
    this.#pairs.add(from * this.#size + to);
    const known = this.of.get(to);
    if (known) known.push(from);
    else this.of.set(to, [from]);
  }
}
