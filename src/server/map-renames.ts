import type { ElementId } from '../model/elements/identity.js';
import { formerIdsOf } from '../model/former-ids.js';
import { kindOfId, nameOfId } from '../model/lookup.js';
import type { Model } from '../model/model.js';
import type { MapQuery } from '../protocol/context-map.js';

type Names = Pick<MapQuery, 'view' | 'context' | 'open' | 'folded' | 'overlay'>;
type Present = (id: ElementId) => ElementId;

/**
 * What of a query has another name now, under that name, so that a map goes on showing what it shows;
 * undefined for nothing. Names follow `@renamedFrom` and the renames of this session, the latter
 * either way, since they can be undone. What is gone for other reasons is kept: it may be back with
 * the next letter.
 *
 * @param renamed former names of what was renamed in this session, by the id that it got
 */
export function followedNames(
  model: Model,
  { view, context, open, folded, overlay }: Names,
  renamed: ReadonlyMap<ElementId, string>,
): Partial<Names> | undefined {
  const present = presentIds(model, renamed);
  const names: Names = {
    ...(view === undefined ? {} : { view: presentView(model, view, present) }),
    ...(context === undefined ? {} : { context: present(context) }),
    open: open.map(present),
    ...(folded === undefined ? {} : { folded: folded.map(present) }),
    ...(overlay === undefined ? {} : { overlay: presentOverlay(overlay, present) }),
  };
  const asked: Names = { view, context, open, folded, overlay };
  const changed = Object.entries(names).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(asked[name as keyof Names]),
  );
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}

/** The id that something has now, by one that it had; the same where the model knows neither. */
function presentIds(model: Model, renamed: ReadonlyMap<ElementId, string>): Present {
  const former = formerIdsOf(model);
  const pairs = [
    ...model.renamed.map(({ id }) => [former(id), id] as const),
    ...[...renamed].flatMap(([id, name]) => {
      const before = siblingId(id, name);
      return [[before, id] as const, [id, before] as const];
    }),
  ];
  return (asked) => {
    const seen = new Set([asked]);
    // What was renamed may have been renamed again.
    for (const id of seen) {
      if (model.elements.has(id)) return id;
      for (const [from, to] of pairs) {
        const other = moved(id, from, to);
        if (other !== undefined) seen.add(other);
      }
    }
    return asked;
  };
}

/** The id that something has where `from` is `to`: that itself, or what lies inside of it. */
function moved(id: ElementId, from: ElementId, to: ElementId): ElementId | undefined {
  if (id === from) return to;
  const [path, around] = [nameOfId(id), `${nameOfId(from)}.`];
  return path.startsWith(around)
    ? `${kindOfId(id)}:${nameOfId(to)}.${path.slice(around.length)}`
    : undefined;
}

/** Views and context maps are asked for by name alone. */
function presentView(model: Model, name: string, present: Present): string {
  const ids = [`view:${name}`, `contextmap:${name}`].map(present);
  const found = ids.find((id) => model.elements.has(id));
  return found === undefined ? name : nameOfId(found);
}

type Overlay = NonNullable<MapQuery['overlay']>;

/** Flows are overlays by their ids; chains by that of what they begin with. */
function presentOverlay(overlay: Overlay, present: Present): Overlay {
  if (overlay.startsWith('flow:')) return `flow:${nameOfId(present(overlay))}`;
  const chain = 'chain:';
  return overlay.startsWith(chain) ? `chain:${present(overlay.slice(chain.length))}` : overlay;
}

/** The id of an element of the same kind and in the same place with another name. */
function siblingId(id: ElementId, name: string): ElementId {
  const path = nameOfId(id);
  return `${kindOfId(id)}:${path.slice(0, path.lastIndexOf('.') + 1)}${name}`;
}
