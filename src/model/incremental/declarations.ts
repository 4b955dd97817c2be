import { leadingMap } from '../derived-relations.js';
import type { ContextMap } from '../elements/context-map.js';
import type { Element } from '../elements/element.js';
import type { ElementId } from '../elements/identity.js';
import type { LinkedFile } from '../resolve/link.js';
import type { ElementTable } from './element-table.js';

/**
 * Who declares what. An id belongs to its first declaration, in the order of files and text; the
 * others are duplicates. Exchanging a file costs as much as that file has elements.
 */
export class Declarations {
  readonly #table: ElementTable;
  readonly #files = new Map<string, LinkedFile>();
  /** Ids that are declared more than once, with their declarations by file. */
  readonly #contested = new Map<ElementId, Map<string, readonly Element[]>>();
  readonly #maps = new Map<string, readonly ContextMap[]>();

  constructor(table: ElementTable) {
    this.#table = table;
  }

  /** Puts a file's elements in the place of those that it had; undefined takes them out. */
  exchange(file: string, after: LinkedFile | undefined): void {
    const before = this.#files.get(file);
    if (before === after) return;
    if (after) this.#files.set(file, after);
    else this.#files.delete(file);
    if (!before && after) {
      this.#declareNew(file, after.elements);
      this.#exchangeMaps(file, after);
      return;
    }
    const declared = byId(after?.elements ?? []);
    for (const { id } of before?.elements ?? []) {
      if (!declared.has(id)) this.#declare(id, file, []);
    }
    for (const [id, elements] of declared) this.#declare(id, file, elements);
    this.#exchangeMaps(file, after);
  }

  /** Elements of a file that had none: mostly nobody else has declared them. */
  #declareNew(file: string, elements: readonly Element[]): void {
    let others: Element[] | undefined;
    for (const element of elements) {
      if (!this.#table.add(element)) (others ??= []).push(element);
    }
    if (!others) return;
    const ids = new Set(others.map(({ id }) => id));
    const declared = byId(elements.filter(({ id }) => ids.has(id)));
    for (const [id, own] of declared) this.#declare(id, file, own);
  }

  get hasDuplicates(): boolean {
    return this.#contested.size > 0;
  }

  #declare(id: ElementId, file: string, elements: readonly Element[]): void {
    const contested = this.#contested.get(id);
    const current = this.#table.get(id);
    const isOthers = current !== undefined && current.span.file !== file;
    if (!contested && !isOthers && elements.length <= 1) {
      this.#table.set(id, elements[0]);
      return;
    }
    if (!contested && elements.length === 0) return;
    const byFile = contested ?? new Map<string, readonly Element[]>();
    if (!contested && current && isOthers) byFile.set(current.span.file, [current]);
    if (elements.length > 0) byFile.set(file, elements);
    else byFile.delete(file);
    const all = inOrder(byFile);
    if (all.length > 1) this.#contested.set(id, byFile);
    else this.#contested.delete(id);
    this.#table.set(id, all[0]);
  }

  /** Marks the map that dependencies are checked against; any file may bring or take it. */
  #exchangeMaps(file: string, after: LinkedFile | undefined): void {
    const maps = after?.byKind.get('contextmap') as readonly ContextMap[] | undefined;
    if (!maps && !this.#maps.has(file)) return;
    if (maps) this.#maps.set(file, maps);
    else this.#maps.delete(file);
    const first = (map: ContextMap) => this.#table.get(map.id)?.span === map.span;
    const all = [...this.#maps.keys()].sort().flatMap((name) => this.#maps.get(name) ?? []);
    const known = all.filter(first);
    const leading = leadingMap(known);
    for (const map of known) {
      this.#table.set(map.id, map === leading ? { ...map, leading: true } : map);
    }
  }
}

function byId(elements: readonly Element[]): Map<ElementId, Element[]> {
  const result = new Map<ElementId, Element[]>();
  for (const element of elements) {
    const known = result.get(element.id);
    if (known) known.push(element);
    else result.set(element.id, [element]);
  }
  return result;
}

function inOrder(byFile: ReadonlyMap<string, readonly Element[]>): Element[] {
  return [...byFile.keys()].sort().flatMap((file) => byFile.get(file) ?? []);
}
