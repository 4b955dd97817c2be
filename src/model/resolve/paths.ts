/** The paths that lead to an element, by its kind and qualified name. */
import { inBoundaries } from '../boundary-kinds.js';
import type { ElementKind } from '../elements/identity.js';

export interface Reachable {
  readonly kind: ElementKind;
  readonly qualifiedName: string;
}

/** Kinds that may be reached past what is around them; a service is named with its context. */
const hidden: ReadonlySet<ElementKind> = new Set(
  [...inBoundaries].filter((kind) => kind !== 'service'),
);

export function firstPart(path: string): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}

export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Visits full path and short paths, each once. */
export function forEachPath(
  { kind, qualifiedName }: Reachable,
  visit: (path: string) => void,
): void {
  visit(qualifiedName);
  const first = qualifiedName.indexOf('.');
  const last = qualifiedName.lastIndexOf('.');
  if (first === last || !hidden.has(kind)) return;
  const head = qualifiedName.slice(0, first);
  const name = qualifiedName.slice(last);
  const middle = qualifiedName.slice(first + 1, last).split('.');
  const seen = new Set<string>();
  for (let kept = (1 << middle.length) - 2; kept >= 0; kept--) {
    let path = head;
    for (const [index, part] of middle.entries()) {
      if (((kept >> index) & 1) !== 0) path += `.${part}`;
    }
    path += name;
    // `A.B.B.C` has two ways to leave out a `B`.
    if (seen.has(path) || path === qualifiedName) continue;
    seen.add(path);
    visit(path);
  }
}

/**
 * How many parts of its full path a path to an element leaves out; -1 where it does not lead there.
 * First and last part are known to be the same.
 */
export function partsLeftOut({ kind, qualifiedName }: Reachable, path: string): number {
  if (path === qualifiedName) return 0;
  if (path.length >= qualifiedName.length || !hidden.has(kind)) return -1;
  let left = 0;
  let wanted = 0;
  for (let from = 0; from <= qualifiedName.length;) {
    const end = partEnd(qualifiedName, from);
    if (wanted <= path.length && isPart(path, wanted, qualifiedName, from, end)) {
      wanted += end - from + 1;
    } else {
      left++;
    }
    from = end + 1;
  }
  return wanted > path.length ? left : -1;
}

function partEnd(path: string, from: number): number {
  const dot = path.indexOf('.', from);
  return dot < 0 ? path.length : dot;
}

/** Whether the part of `path` at `at` is the one from `from` to `end` of another path. */
function isPart(path: string, at: number, other: string, from: number, end: number): boolean {
  const length = end - from;
  for (let i = 0; i < length; i++) {
    if (path.charCodeAt(at + i) !== other.charCodeAt(from + i)) return false;
  }
  return at + length === path.length || path.charCodeAt(at + length) === 46;
}
