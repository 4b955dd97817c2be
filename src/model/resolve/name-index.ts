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

export type Resolution =
  | { readonly target: ElementId }
  /** None: nothing has that name. Several: equally near. */
  | { readonly candidates: readonly ElementId[] };

/**
 * Every path by which an element can be reached, in one hash map. Aggregates, services and APIs
 * do not hide what is inside them, so an element is entered under its full path and under every
 * path that leaves some of those out.
 */
export class NameIndex {
  readonly #byPath = new Map<string, Candidate[]>();
  readonly #simple = new SimpleNames();

  add({ id, kind, qualifiedName }: Named): void {
    for (const [path, depth] of aliases(kind, qualifiedName)) {
      const candidates = this.#byPath.get(path);
      if (!candidates) {
        this.#byPath.set(path, [{ id, kind, depth, count: 1 }]);
        this.#simple.add(path);
        continue;
      }
      const known = candidates.find((candidate) => candidate.id === id);
      if (known) known.count++;
      else candidates.push({ id, kind, depth, count: 1 });
    }
  }

  remove({ id, kind, qualifiedName }: Named): void {
    for (const [path] of aliases(kind, qualifiedName)) {
      const candidates = this.#byPath.get(path);
      const index = candidates?.findIndex((candidate) => candidate.id === id) ?? -1;
      const known = candidates?.[index];
      if (!candidates || !known || --known.count > 0) continue;
      candidates.splice(index, 1);
      if (candidates.length > 0) continue;
      this.#byPath.delete(path);
      this.#simple.remove(path);
    }
  }

  /** Looks a name up from the innermost scope outwards; the first scope that knows it decides. */
  resolve({ path, scope, expected }: Pick<Ref, 'path' | 'scope' | 'expected'>): Resolution {
    for (let around = scope; ; around = around.slice(0, Math.max(0, around.lastIndexOf('.')))) {
      const candidates = this.#byPath.get(around === '' ? path : `${around}.${path}`);
      const nearest = candidates ? nearestOf(candidates, expected) : [];
      if (nearest.length === 1 && nearest[0] !== undefined) return { target: nearest[0] };
      if (nearest.length > 1) return { candidates: nearest };
      if (around === '') return { candidates: [] };
    }
  }

  /** Simple names near to a wrong one, with the paths that end in them. */
  near(name: string): readonly NearName[] {
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

/** Full path and short paths, each with the number of parts that it leaves out. */
function aliases(kind: ElementKind, qualifiedName: string): [string, number][] {
  const parts = qualifiedName.split('.');
  const first = parts[0];
  const last = parts.at(-1);
  if (parts.length < 3 || !hidden.has(kind) || first === undefined || last === undefined) {
    return [[qualifiedName, 0]];
  }
  const middle = parts.slice(1, -1);
  const result: [string, number][] = [[qualifiedName, 0]];
  for (let kept = (1 << middle.length) - 2; kept >= 0; kept--) {
    const between = middle.filter((_, index) => (kept >> index) & 1);
    const path = [first, ...between, last].join('.');
    if (!result.some(([known]) => known === path)) {
      result.push([path, middle.length - between.length]);
    }
  }
  return result;
}
