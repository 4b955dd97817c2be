import { callNumbers } from '../../model/call-numbers.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Service } from '../../model/elements/services.js';
import type { Model } from '../../model/model.js';
import { releaseGroups } from '../../model/release-groups.js';
import { serviceNumbers } from '../../model/service-numbers.js';

/** Two services of one context and team that are tied, and how. */
export interface SplitPair {
  readonly a: Service;
  readonly b: Service;
  readonly tie: 'only caller' | 'mutual calls' | 'same callers' | 'one release';
}

/** `only \`Cart\` calls \`CartItems\``. */
export function reasonOf({ a, b, tie }: SplitPair): string {
  const both = `\`${a.name}\` and \`${b.name}\``;
  switch (tie) {
    case 'only caller':
      return `only \`${a.name}\` calls \`${b.name}\``;
    case 'mutual calls':
      return `${both} call each other`;
    case 'same callers':
      return `${both} have the same callers`;
    case 'one release':
      return `${both} are released as \`${a.deployable}\``;
  }
}

/**
 * Pairs by context, each pair once. Services that are alike in a way (one release, the same
 * callers) are paired with the first of them only, so that the result stays linear.
 */
export function splitPairs(model: Model): Map<ElementId, SplitPair[]> {
  const { services } = model;
  const result = new Map<ElementId, SplitPair[]>();
  const seen = new Set<number>();
  const add = (first: number, second: number, tie: SplitPair['tie']) => {
    const a = services[first];
    const b = services[second];
    if (!a || !b || !belongTogether(a, b)) return;
    const key = Math.min(first, second) * services.length + Math.max(first, second);
    if (seen.has(key)) return;
    seen.add(key);
    const known = result.get(a.context);
    if (known) known.push({ a, b, tie });
    else result.set(a.context, [{ a, b, tie }]);
  };
  const callers = new Callers(model);
  for (const [callee, from] of callers.of) {
    for (const caller of from) {
      if (callers.calls(callee, caller)) add(caller, callee, 'mutual calls');
      else if (from.length === 1) add(caller, callee, 'only caller');
    }
  }
  const { numberOf } = serviceNumbers(model);
  for (const group of releaseGroups(model)) {
    const numbers = group.services.map(({ id }) => numberOf(id) ?? -1);
    for (const [first, other] of alike(services, numbers)) add(first, other, 'one release');
  }
  const byCallers = new Map<string, number[]>();
  for (let number = 0; number < services.length; number++) {
    const from = callers.of.get(number);
    if (!from || from.length < 2) continue;
    const key = [...from].sort((a, b) => a - b).join(' ');
    const known = byCallers.get(key);
    if (known) known.push(number);
    else byCallers.set(key, [number]);
  }
  for (const numbers of byCallers.values()) {
    if (numbers.length === 1) continue;
    for (const [first, other] of alike(services, numbers)) add(first, other, 'same callers');
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

/** Each of some services with the first one of its context and team, by their numbers. */
function* alike(
  services: readonly Service[],
  numbers: readonly number[],
): Generator<[number, number]> {
  const firsts = new Map<string, number>();
  for (const number of numbers) {
    const service = services[number];
    if (service?.serviceKind !== 'service') continue;
    const key = `${service.context} ${service.team ?? ''}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, number);
    else yield [first, number];
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
