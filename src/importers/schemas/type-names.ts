/** Names of the schemas of a document. */
import { isMap } from '../../contracts/tree.js';
import { archIdentity } from '../arch/identity.js';
import { typeName, type Names } from '../arch/names.js';
import { reference as referenceTo } from '../arch/references.js';
import type { DocumentNode } from '../node.js';
import { isNullable } from './shape.js';

/** How a type is named where it is used. */
export interface Named {
  readonly reference: string;
  readonly nullable: boolean;
}

/** A schema that others refer to. */
export interface NamedSchema extends Named {
  readonly name: string;
  /** Names of its owners from the context on; empty for the document's own context. */
  readonly owners: readonly string[];
}

export class TypeNames {
  private readonly known = new Map<string, NamedSchema>();
  private readonly taken: Names;
  private readonly home: string | undefined;

  /**
   * @param taken the names that the model's types have already
   * @param home the context of the document, where it says so itself
   */
  constructor(taken: Names, home: string | undefined) {
    this.taken = taken;
    this.home = home;
  }

  /** @param key what it is called where it stands; a schema of our own contracts knows better */
  of(node: DocumentNode, key: string): NamedSchema {
    const known = this.known.get(node.key);
    if (known) return known;
    const identity = isMap(node.value) ? archIdentity(node) : undefined;
    const nullable = isMap(node.value) && isNullable(node);
    const owners = identity?.path.slice(0, -1) ?? [];
    const own = identity?.path.at(-1);
    const isHome = owners.length === 0 || owners[0] === this.home;
    // Two types of one simple name, in aggregates say, are told apart by their paths.
    const isFree = own === undefined || !this.taken.has(own);
    const name = own ?? this.taken.take(typeName(key, 'Type'));
    if (own !== undefined && isHome && isFree) this.taken.take(own);
    const inside = isFree ? name : [...owners.slice(1), name].join('.');
    const reference = owners.length === 0 ? name : referenceTo([...owners, name], inside);
    const named = { reference, nullable, name, owners };
    this.known.set(node.key, named);
    return named;
  }
}
