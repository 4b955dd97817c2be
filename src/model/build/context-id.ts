import type { ElementId } from '../elements/identity.js';

/** Names that are kept; hardly a workspace has more contexts. */
const capacity = 10_000;
const known = new Map<string, ElementId>();

/**
 * The id of a context, of which many files may have a part: one string for all of them, so that it
 * is not compared letter by letter wherever one is looked up.
 */
export function contextId(name: string): ElementId {
  let id = known.get(name);
  if (id === undefined) {
    if (known.size >= capacity) known.clear();
    known.set(name, (id = `context:${name}`));
  }
  return id;
}
