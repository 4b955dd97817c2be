/** A value of a document that knows its place, and what the import makes of it. */
import { isList, isMap, type Tree } from '../contracts/tree.js';
import { escaped, type Coverage } from './coverage.js';

/** One file of an import: the document itself, or one that it refers to. */
export interface ImportFile {
  /** Relative to the folder of the document that is imported, with `/`. */
  readonly path: string;
  readonly root: Tree;
  /** Undefined for files that are only referred to. */
  readonly coverage: Coverage | undefined;
}

/**
 * Gives the text of another file that a document refers to, by its path from the document's folder,
 * which never leads out of that; undefined where there is none that can be read.
 */
export type ReadReferenced = (path: string) => string | undefined;

export class DocumentNode {
  readonly file: ImportFile;
  readonly value: Tree;
  readonly pointer: string;

  constructor(file: ImportFile, value: Tree, pointer = '') {
    this.file = file;
    this.value = value;
    this.pointer = pointer;
  }

  /** The same for the same place, whatever the way to it. */
  get key(): string {
    return `${this.file.path}#${this.pointer}`;
  }

  get isMap(): boolean {
    return isMap(this.value);
  }

  at(key: string): DocumentNode | undefined {
    if (!isMap(this.value) || !Object.hasOwn(this.value, key)) return undefined;
    return new DocumentNode(this.file, this.value[key]!, `${this.pointer}/${escaped(key)}`);
  }

  entries(): (readonly [key: string, node: DocumentNode])[] {
    if (!isMap(this.value)) return [];
    return Object.entries(this.value).map(([key, value]) => [
      key,
      new DocumentNode(this.file, value, `${this.pointer}/${escaped(key)}`),
    ]);
  }

  items(): DocumentNode[] {
    if (!isList(this.value)) return [];
    return this.value.map(
      (value, index) => new DocumentNode(this.file, value, `${this.pointer}/${String(index)}`),
    );
  }

  /** The text at a key, which the model takes over. Empty texts are none. */
  text(key: string): string | undefined {
    const node = this.peek(key, 'string');
    node?.modelled();
    return node === undefined || String(node.value).trim() === '' ? undefined : String(node.value);
  }

  number(key: string): number | undefined {
    const node = this.peek(key, 'number');
    node?.modelled();
    return node === undefined ? undefined : Number(node.value);
  }

  flag(key: string): boolean {
    const node = this.peek(key, 'boolean');
    node?.modelled();
    return node?.value === true;
  }

  private peek(key: string, type: 'string' | 'number' | 'boolean'): DocumentNode | undefined {
    const node = this.at(key);
    return node && typeof node.value === type ? node : undefined;
  }

  /** The model says this, and all below that has no other mark. */
  modelled(): void {
    this.file.coverage?.modelled(this.pointer);
  }

  unsupported(reason: string): void {
    this.file.coverage?.unsupported(this.pointer, reason);
  }

  /** As `unsupported`, where the values below have marks of their own. */
  noted(reason: string): void {
    this.file.coverage?.noted(this.pointer, reason);
  }
}
