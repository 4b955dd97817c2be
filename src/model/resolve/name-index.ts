import type { Ref } from '../build/draft.js';
import type { ElementId, ElementKind } from '../model.js';
import { SimpleNames, type NearName } from './simple-names.js';

/** Something that can be named. */
export interface Named {
  readonly id: ElementId;
  readonly kind: ElementKind;
  readonly qualifiedName: string;
}

interface Candidate {
  readonly id: ElementId;
  readonly kind: ElementKind;
  /** Parts of the full path that the short path leaves out: how deep the element is hidden. */
  readonly depth: number;
  /** Files that declare it; a context may stand in several. */
  count: number;
}

/** An element, or several that are equally near; none where nothing has that name. */
export type Resolution = ElementId | readonly ElementId[];

/**
 * Every path by which an element can be reached, in one hash map. Aggregates, services and APIs
 * do not hide what is inside them, so an element is entered under its full path and under every
 * path that leaves some of those out.
 */
export class NameIndex {
  readonly #byPath = new Map<string, Candidate[]>();
  /** Made when the first suggestion is asked for: most models have no wrong name. */
  #simple: SimpleNames | undefined;

  add({ id, kind, qualifiedName }: Named): void {
    forEachAlias(kind, qualifiedName, (path, depth) => {
      const candidates = this.#byPath.get(path);
      if (!candidates) {
        this.#byPath.set(path, [{ id, kind, depth, count: 1 }]);
        this.#simple?.add(path);
        return;
      }
      const known = candidates.find((candidate) => candidate.id === id);
      if (known) known.count++;
      else candidates.push({ id, kind, depth, count: 1 });
    });
  }

  remove({ id, kind, qualifiedName }: Named): void {
    forEachAlias(kind, qualifiedName, (path) => {
      const candidates = this.#byPath.get(path);
      const index = candidates?.findIndex((candidate) => candidate.id === id) ?? -1;
      const known = candidates?.[index];
      if (!candidates || !known || --known.count > 0) return;
      candidates.splice(index, 1);
      if (candidates.length > 0) return;
      this.#byPath.delete(path);
      this.#simple?.remove(path);
    });
  }

  /** Looks a name up from the innermost scope outwards; the first scope that knows it decides. */
  resolve({ path, scope, expected }: Pick<Ref, 'path' | 'scope' | 'expected'>): Resolution {
    for (let around = scope; ; around = around.slice(0, Math.max(0, around.lastIndexOf('.')))) {
      const candidates = this.#byPath.get(around === '' ? path : `${around}.${path}`);
      const nearest = candidates ? nearestOf(candidates, expected) : [];
      if (nearest.length === 1 && nearest[0] !== undefined) return nearest[0];
      if (nearest.length > 1) return nearest;
      if (around === '') return [];
    }
  }

  /** Simple names near to a wrong one, with the paths that end in them. */
  near(name: string): readonly NearName[] {
    if (!this.#simple) {
      this.#simple = new SimpleNames();
      for (const path of this.#byPath.keys()) this.#simple.add(path);
    }
    return this.#simple.near(name);
  }

  /** Whether a path leads to an element of one of these kinds. */
  has(path: string, expected: readonly ElementKind[]): boolean {
    return this.#byPath.get(path)?.some(({ kind }) => expected.includes(kind)) ?? false;
  }
}

function nearestOf(
  candidates: readonly Candidate[],
  expected: readonly ElementKind[],
): ElementId[] {
  let best: Candidate[] = [];
  for (const candidate of candidates) {
    if (!expected.includes(candidate.kind)) continue;
    const depth = best[0]?.depth ?? Infinity;
    if (candidate.depth < depth) best = [candidate];
    else if (candidate.depth === depth) best.push(candidate);
  }
  if (best.length > 1) {
    const first = Math.min(...best.map(({ kind }) => expected.indexOf(kind)));
    best = best.filter(({ kind }) => expected.indexOf(kind) === first);
  }
  return best.map(({ id }) => id).sort();
}

/** Kinds that live inside a context or external and may be reached past what is around them. */
const hidden: ReadonlySet<ElementKind> = new Set<ElementKind>([
  'aggregate',
  'entity',
  'value',
  'enum',
  'scalar',
  'union',
  'event',
  'command',
  'error',
  'store',
  'api',
  'operation',
]);

/** Visits full path and short paths, each once, with the number of parts that it leaves out. */
function forEachAlias(
  kind: ElementKind,
  qualifiedName: string,
  visit: (path: string, depth: number) => void,
): void {
  visit(qualifiedName, 0);
  const first = qualifiedName.indexOf('.');
  const last = qualifiedName.lastIndexOf('.');
  if (first === last || !hidden.has(kind)) return;
  const head = qualifiedName.slice(0, first);
  const name = qualifiedName.slice(last);
  const middle = qualifiedName.slice(first + 1, last).split('.');
  const seen = new Set<string>();
  for (let kept = (1 << middle.length) - 2; kept >= 0; kept--) {
    let path = head;
    let left = middle.length;
    for (const [index, part] of middle.entries()) {
      if (((kept >> index) & 1) === 0) continue;
      path += `.${part}`;
      left--;
    }
    path += name;
    // `A.B.B.C` has two ways to leave out a `B`.
    if (seen.has(path) || path === qualifiedName) continue;
    seen.add(path);
    visit(path, left);
  }
}
