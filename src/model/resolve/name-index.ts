import type { Ref } from '../build/draft.js';
import type { ElementId, ElementKind } from '../elements/identity.js';
import { kindOfId, nameOfId } from '../lookup.js';
import { none } from '../none.js';
import { CrowdedName } from './crowded-name.js';
import { firstPart, forEachPath, lastPart, partsLeftOut } from './paths.js';
import { SimpleNames, type NearName } from './simple-names.js';

/** Something that can be named. */
export interface Named {
  readonly id: ElementId;
  readonly kind: ElementKind;
  readonly name: string;
  readonly qualifiedName: string;
  readonly parent?: ElementId;
}

interface Entry extends Named {
  /** Declarations of it; a context may have several blocks. */
  count: number;
}

type Names = Map<string, Entry | CrowdedName<Entry>>;

/** An element, or several that are equally near; none where nothing has that name. */
export type Resolution = ElementId | readonly ElementId[];

/**
 * Everything that can be named. Aggregates, services and APIs do not hide what is inside them, so an
 * element is reached by its full path and by every path that leaves some of those out. All its paths
 * have the same first and last part, so it is entered once, under these two, and compared with the
 * path in question; only where many share them do their paths have a map of their own.
 */
export class NameIndex {
  /** By first part (empty for a path of one part) and last part. */
  readonly #byEnds = new Map<string, Names>();
  #around: { readonly scope: string; readonly names: Names | undefined } | undefined;
  /** Made when the first suggestion is asked for: most models have no wrong name. */
  #simple: SimpleNames | undefined;

  get(id: ElementId): Named | undefined {
    const qualifiedName = nameOfId(id);
    return this.#entry(kindOfId(id) as ElementKind, qualifiedName, lastPart(qualifiedName));
  }

  /** Whether this is the first declaration of that id. */
  add({ id, kind, name, qualifiedName, parent }: Named): boolean {
    const first = headOf(qualifiedName);
    let names = this.#byEnds.get(first);
    if (!names) {
      names = new Map() as Names;
      this.#byEnds.set(first, names);
      this.#around = undefined;
    }
    const there = names.get(name);
    const known = there && entryOf(there, kind, qualifiedName);
    if (known) {
      known.count++;
      return false;
    }
    const entry: Entry = { id, kind, name, qualifiedName, parent, count: 1 };
    if (!there) names.set(name, entry);
    else if (there instanceof CrowdedName) there.add(entry);
    else names.set(name, new CrowdedName(there, entry));
    const simple = this.#simple;
    if (simple) {
      forEachPath(entry, (path) => {
        simple.add(path);
      });
    }
    return true;
  }

  /** Whether this was the last declaration of that id. */
  remove({ kind, name, qualifiedName }: Named): boolean {
    const entry = this.#entry(kind, qualifiedName, name);
    if (!entry || --entry.count > 0) return false;
    const first = headOf(qualifiedName);
    const names = this.#byEnds.get(first);
    const there = names?.get(name);
    if (there instanceof CrowdedName && there.size > 1) there.remove(entry);
    else names?.delete(name);
    if (names?.size === 0) {
      this.#byEnds.delete(first);
      this.#around = undefined;
    }
    const simple = this.#simple;
    if (simple) {
      forEachPath(entry, (path) => {
        if (this.#reaching(path).length === 0) simple.remove(path);
      });
    }
    return true;
  }

  #entry(kind: ElementKind, qualifiedName: string, name: string): Entry | undefined {
    const there = this.#byEnds.get(headOf(qualifiedName))?.get(name);
    return there && entryOf(there, kind, qualifiedName);
  }

  /** Looks a name up from the innermost scope outwards; the first scope that knows it decides. */
  resolve({ path, scope, expected }: Pick<Ref, 'path' | 'scope' | 'expected'>): Resolution {
    if (scope !== '') {
      const there = this.#namesAround(scope)?.get(lastPart(path));
      for (let around = scope; there && around !== ''; around = outwards(around)) {
        const nearest = nearestOf(there, `${around}.${path}`, expected);
        if (nearest.length > 0) return nearest;
      }
    }
    const there = this.#byEnds.get(headOf(path))?.get(lastPart(path));
    return there ? nearestOf(there, path, expected) : none;
  }

  /** What a scope's first part begins; most names are looked up where the last one was. */
  #namesAround(scope: string): Names | undefined {
    if (this.#around?.scope !== scope) {
      this.#around = { scope, names: this.#byEnds.get(firstPart(scope)) };
    }
    return this.#around.names;
  }

  /** Simple names near to a wrong one, with the paths that end in them. */
  near(name: string): readonly NearName[] {
    if (!this.#simple) {
      const simple = (this.#simple = new SimpleNames());
      for (const names of this.#byEnds.values()) {
        for (const there of names.values()) {
          for (const entry of there instanceof CrowdedName ? there.elements : [there]) {
            forEachPath(entry, (path) => {
              simple.add(path);
            });
          }
        }
      }
    }
    return this.#simple.near(name);
  }

  /** The first element of one of these kinds that a path leads to. */
  reached(path: string, expected: readonly ElementKind[]): ElementId | undefined {
    return this.#reaching(path).find(({ kind }) => expected.includes(kind))?.id;
  }

  /**
   * The shortest path that leads to an element from a scope; undefined where none does, since
   * something nearer has each of its names.
   */
  shortest(
    id: ElementId,
    { scope, expected }: Pick<Ref, 'scope' | 'expected'>,
  ): string | undefined {
    const entry = this.get(id);
    if (!entry) return undefined;
    const forms = new Set<string>();
    forEachPath(entry, (path) => {
      for (let form = path; ; form = form.slice(form.indexOf('.') + 1)) {
        forms.add(form);
        if (!form.includes('.')) break;
      }
    });
    const parts = (form: string) => form.split('.').length;
    return [...forms]
      .sort((a, b) => parts(a) - parts(b) || a.length - b.length || (a < b ? -1 : 1))
      .find((path) => this.resolve({ path, scope, expected }) === id);
  }

  #reaching(path: string): readonly Named[] {
    const there = this.#byEnds.get(headOf(path))?.get(lastPart(path));
    if (!there) return none;
    const near = there instanceof CrowdedName ? [...there.near(path)] : [there];
    return near.filter((entry) => partsLeftOut(entry, path) >= 0);
  }
}

function entryOf(
  there: Entry | CrowdedName<Entry>,
  kind: ElementKind,
  qualifiedName: string,
): Entry | undefined {
  const isIt = (entry: Entry) => entry.kind === kind && entry.qualifiedName === qualifiedName;
  if (there instanceof CrowdedName) {
    for (const entry of there.near(qualifiedName)) if (isIt(entry)) return entry;
    return undefined;
  }
  return isIt(there) ? there : undefined;
}

function headOf(path: string): string {
  return path.includes('.') ? firstPart(path) : '';
}

function outwards(scope: string): string {
  return scope.slice(0, Math.max(0, scope.lastIndexOf('.')));
}

function nearestOf(
  there: Entry | CrowdedName<Entry>,
  path: string,
  expected: readonly ElementKind[],
): Resolution {
  if (!(there instanceof CrowdedName)) {
    return expected.includes(there.kind) && partsLeftOut(there, path) >= 0 ? there.id : none;
  }
  let best: Named | undefined;
  let least = Infinity;
  let others: Named[] | undefined;
  for (const candidate of there.near(path)) {
    if (!expected.includes(candidate.kind)) continue;
    const left = partsLeftOut(candidate, path);
    if (left < 0 || left > least) continue;
    if (left === least) {
      (others ??= []).push(candidate);
    } else {
      best = candidate;
      least = left;
      others = undefined;
    }
  }
  if (!best || !others) return best ? best.id : none;
  const nearest = [best, ...others];
  const first = Math.min(...nearest.map(({ kind }) => expected.indexOf(kind)));
  const ids = nearest.filter(({ kind }) => expected.indexOf(kind) === first).map(({ id }) => id);
  return ids.length === 1 && ids[0] !== undefined ? ids[0] : ids.sort();
}
