import type { Draft } from '../build/draft.js';
import type { Element } from '../elements/element.js';
import { lastPart } from '../resolve/paths.js';

/** Stand for "any event" and "any broker"; they are no names, so nothing else can collide. */
const anyEvent = '*event';
const anyBroker = '*broker';

/** Last parts of all paths in a draft: what must be linked again when such a name changes. */
function usedNames({ paths, elements, edges }: Draft): Set<string> {
  const names = new Set<string>();
  for (const path of paths) names.add(lastPart(path));
  if (elements.some(({ element: { kind } }) => kind === 'event' || kind === 'command')) {
    names.add(anyBroker);
  }
  if (edges.some((edge) => edge.kind === 'subscription' && edge.pattern !== undefined)) {
    names.add(anyEvent);
  }
  return names;
}

/** Simple names of some elements, and what stands for any of their kind. */
function namesOf(elements: readonly Element[]): Set<string> {
  const names = new Set<string>();
  for (const { kind, qualifiedName } of elements) {
    names.add(lastPart(qualifiedName));
    if (kind === 'event') names.add(anyEvent);
    if (kind === 'broker') names.add(anyBroker);
  }
  return names;
}

/** Files by the names that they use. */
export class NameUsers {
  readonly #users = new Map<string, Set<string>>();

  /** Files for which it matters that such elements come or go. */
  *of(changed: readonly Element[]): Generator<string> {
    for (const name of namesOf(changed)) yield* this.#users.get(name) ?? [];
  }

  add(file: string, draft: Draft): void {
    for (const name of usedNames(draft)) {
      const users = this.#users.get(name);
      if (users) users.add(file);
      else this.#users.set(name, new Set([file]));
    }
  }

  remove(file: string, draft: Draft): void {
    for (const name of usedNames(draft)) {
      const users = this.#users.get(name);
      users?.delete(file);
      if (users?.size === 0) this.#users.delete(name);
    }
  }
}
