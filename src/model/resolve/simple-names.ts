import { distance } from 'fastest-levenshtein';
import { lastPart } from './paths.js';

/** A path with its letters. */
interface Path {
  readonly path: string;
  readonly mask: number;
}

interface SimpleName {
  readonly name: string;
  readonly lower: string;
  /** One bit for each letter and digit that occurs: two names that differ in many bits are far. */
  readonly mask: number;
  readonly paths: Set<string>;
  /** The same in order, once somebody has asked for them since one came or went. */
  sorted?: readonly Path[] | undefined;
}

/** A simple name that is near to a wanted one, with the paths that end in it. */
export interface NearName {
  readonly name: string;
  /** Edits between the two, letters of another case not counted. */
  readonly distance: number;
  /**
   * The paths, those first that have the most letters in common with another one; in alphabetical
   * order where they have as many, whatever came first.
   */
  readonly pathsLike: (path: string) => readonly string[];
}

/** The last parts of all paths, to find those that an author may have meant by a wrong one. */
export class SimpleNames {
  /** By length, then by name. */
  readonly #byLength = new Map<number, Map<string, SimpleName>>();
  /** Answers until a path comes or goes: a wrong name mostly stays wrong while others are typed. */
  readonly #answers = new Map<string, readonly NearName[]>();

  add(path: string): void {
    this.#answers.clear();
    const name = lastPart(path);
    const names = this.#byLength.get(name.length) ?? new Map<string, SimpleName>();
    this.#byLength.set(name.length, names);
    const known = names.get(name);
    if (known) {
      known.paths.add(path);
      known.sorted = undefined;
      return;
    }
    const lower = name.toLowerCase();
    names.set(name, { name, lower, mask: maskOf(lower), paths: new Set([path]) });
  }

  remove(path: string): void {
    this.#answers.clear();
    const name = lastPart(path);
    const names = this.#byLength.get(name.length);
    const known = names?.get(name);
    if (!known) return;
    known.paths.delete(path);
    known.sorted = undefined;
    if (known.paths.size === 0) names?.delete(name);
  }

  /**
   * Names at most a third of the word’s length away, rounded (at least 1). Names whose length or
   * letters differ too much are passed over without being compared: one edit changes the length by
   * one and at most two letters.
   */
  near(word: string): readonly NearName[] {
    const known = this.#answers.get(word);
    if (known) return known;
    const found = this.#search(word);
    this.#answers.set(word, found);
    return found;
  }

  #search(word: string): NearName[] {
    const lower = word.toLowerCase();
    const mask = maskOf(lower);
    const allowed = Math.max(1, Math.round(word.length / 3));
    const result: NearName[] = [];
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      for (const candidate of this.#byLength.get(length)?.values() ?? []) {
        if (bits(candidate.mask ^ mask) > 2 * allowed) continue;
        const edits = distance(lower, candidate.lower);
        if (edits > allowed) continue;
        result.push({
          name: candidate.name,
          distance: edits,
          pathsLike: (path) => likestFirst(sorted(candidate), path),
        });
      }
    }
    return result.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  }
}

function sorted(name: SimpleName): readonly Path[] {
  return (name.sorted ??= [...name.paths]
    .sort()
    .map((path) => ({ path, mask: maskOf(path.toLowerCase()) })));
}

function likestFirst(paths: readonly Path[], wanted: string): readonly string[] {
  const mask = maskOf(wanted.toLowerCase());
  const byBits: string[][] = Array.from({ length: 33 }, () => []);
  for (const path of paths) byBits[bits(path.mask ^ mask)]?.push(path.path);
  return byBits.flat();
}

function maskOf(lower: string): number {
  let mask = 0;
  for (let index = 0; index < lower.length; index++) mask |= 1 << (lower.charCodeAt(index) & 31);
  return mask;
}

/** How many bits are set (H. S. Warren: Hacker’s Delight, 5-1). */
function bits(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
