/**
 * What the model gives, in the shape of a document that somebody else wrote: with `$ref` where that
 * has one, written in place where that does, with its names for parts of a path. Documents that
 * say the same thing in two ways then differ in what they say alone.
 */
import { isList, isMap, valueAt, type Tree, type TreeMap } from '../tree.js';
import { discriminatorText } from '../types/union.js';
import { withKeysOf } from './channel-keys.js';
import { pointerParts } from './locate.js';

const deepest = 60;

/** @param like the document whose shape counts */
export function reshaped(tree: Tree, like: Tree): Tree {
  const reshaper = new Reshaper(tree, like);
  return reshaper.run();
}

/** The value that a local reference names, and where; undefined for all other references. */
function target(root: Tree, ref: Tree | undefined): Tree | undefined {
  if (typeof ref !== 'string' || !ref.startsWith('#/')) return undefined;
  let at: Tree | undefined = root;
  for (const part of pointerParts(ref.slice(1))) {
    at = isList(at) ? at[Number(part)] : valueAt(at, part);
    if (at === undefined) return undefined;
  }
  return at;
}

class Reshaper {
  private readonly tree: Tree;
  private readonly like: Tree;
  /** What moves into the components, by pointer; the first that goes to a place stays there. */
  private readonly moved = new Map<string, Tree>();
  private depth = 0;

  constructor(tree: Tree, like: Tree) {
    this.tree = withKeysOf(tree, like);
    this.like = like;
  }

  run(): Tree {
    const result = this.value(this.tree, this.like, '');
    if (this.moved.size === 0 || !isMap(result)) return result;
    const components = new Map(Object.entries(mapAt(result, 'components')));
    for (const [section, all] of this.movedBySection()) {
      const own = Object.entries(mapAt(Object.fromEntries(components), section));
      components.set(
        section,
        Object.fromEntries([...own.filter(([key]) => !all.has(key)), ...all]),
      );
    }
    return { ...result, components: Object.fromEntries(components) };
  }

  private movedBySection(): Map<string, Map<string, Tree>> {
    const found = new Map<string, Map<string, Tree>>();
    for (const [ref, value] of this.moved) {
      const [, section = '', name = ''] = pointerParts(ref.slice(1));
      const all = found.get(section) ?? new Map<string, Tree>();
      found.set(section, all.set(name, value));
    }
    return found;
  }

  private value(tree: Tree, like: Tree, key: string): Tree {
    if (this.depth > deepest) return tree;
    this.depth++;
    try {
      return this.read(tree, like, key);
    } finally {
      this.depth--;
    }
  }

  private read(tree: Tree, like: Tree, key: string): Tree {
    if (isMap(tree) && isMap(like)) {
      const theirs = valueAt(like, '$ref');
      const ours = valueAt(tree, '$ref');
      if (typeof theirs === 'string' && ours === undefined)
        return this.referred(tree, like, theirs);
      if (typeof ours === 'string' && theirs === undefined) {
        const inner = target(this.tree, ours);
        if (inner !== undefined && describes(like)) return this.value(inner, like, key);
        return tree;
      }
      if (typeof ours === 'string' && typeof theirs === 'string' && ours !== theirs) {
        const inner = target(this.tree, ours);
        return inner === undefined || !isMap(inner) ? tree : this.referred(inner, like, theirs);
      }
      const own = this.withoutTags(tree, like);
      const parts = valueAt(like, 'allOf');
      return isList(parts) && isMap(valueAt(own, 'properties'))
        ? this.map(this.composed(own, parts), like, key)
        : this.map(own, like, key);
    }
    if (isList(tree) && isList(like)) return this.list(tree, like, key);
    return tree;
  }

  /** An object without the properties that tell members of unions apart, where the other has none. */
  private withoutTags(tree: TreeMap, like: TreeMap): TreeMap {
    const properties = valueAt(tree, 'properties');
    if (!isMap(properties)) return tree;
    const tags = Object.entries(properties)
      .filter(([, schema]) => valueAt(schema, 'description') === discriminatorText)
      .map(([name]) => name);
    if (tags.length === 0) return tree;
    const there = new Set(this.namesIn(like, 0));
    const gone = new Set(tags.filter((name) => !there.has(name)));
    const { required, ...rest } = tree;
    const needed = isList(required) ? required.filter((name) => !gone.has(String(name))) : [];
    return {
      ...rest,
      ...(needed.length === 0 ? {} : { required: needed }),
      properties: Object.fromEntries(
        Object.entries(properties).filter(([name]) => !gone.has(name)),
      ),
    };
  }

  /** An object put together from the parts that the other document has it in. */
  private composed(tree: TreeMap, parts: readonly Tree[]): TreeMap {
    const { properties, required, ...rest } = tree;
    const left = new Map(Object.entries(properties as TreeMap));
    const needed = new Set(isList(required) ? required : []);
    const own = parts.findLastIndex((part) => isMap(part) && valueAt(part, '$ref') === undefined);
    const take = (names: readonly string[]): TreeMap => {
      const taken = names.filter((name) => left.has(name)).map((name) => [name, left.get(name)!]);
      const must = names.filter((name) => needed.has(name));
      for (const name of names) left.delete(name);
      return {
        ...(must.length === 0 ? {} : { required: must }),
        properties: Object.fromEntries(taken) as TreeMap,
      };
    };
    const shaped = parts.map((part): Tree => {
      const names = this.namesIn(part, 0);
      if (valueAt(part, '$ref') !== undefined) {
        // They are declared there, and change there.
        for (const name of names) left.delete(name);
        return part;
      }
      const { required: _, properties: __, ...others } = isMap(part) ? part : {};
      return { ...others, ...take(names) };
    });
    if (left.size > 0 && own >= 0) {
      const more = take([...left.keys()]);
      const part = shaped[own] as TreeMap;
      const all = [valueAt(part, 'required'), more['required']].flatMap((list) =>
        isList(list) ? list : [],
      );
      shaped[own] = {
        ...part,
        ...(all.length === 0 ? {} : { required: all }),
        properties: { ...(part['properties'] as TreeMap), ...(more['properties'] as TreeMap) },
      };
    }
    return { ...rest, allOf: shaped };
  }

  /** The properties of a part of a composition, through references. */
  private namesIn(part: Tree, depth: number): string[] {
    if (depth > deepest) return [];
    const inner = target(this.like, valueAt(part, '$ref')) ?? part;
    const properties = valueAt(inner, 'properties');
    const parts = valueAt(inner, 'allOf');
    return [
      ...(isMap(properties) ? Object.keys(properties) : []),
      ...(isList(parts) ? parts.flatMap((one) => this.namesIn(one, depth + 1)) : []),
    ];
  }

  private referred(tree: TreeMap, like: TreeMap, ref: string): Tree {
    const there = target(this.like, ref);
    if (there === undefined || !/^#\/components\/[^/]+\/[^/]+$/.test(ref)) return tree;
    if (!this.moved.has(ref)) {
      // In place first: what it holds may refer to it.
      this.moved.set(ref, tree);
      this.moved.set(ref, this.value(tree, there, ''));
    }
    return { ...like };
  }

  private map(tree: TreeMap, like: TreeMap, key: string): TreeMap {
    const names = key === 'paths' ? pathNames(tree, like) : undefined;
    const entries = Object.entries(tree).map(([own, value]): [string, Tree] => {
      const name = names?.get(own) ?? own;
      const other = valueAt(like, name);
      const named = name === own ? value : renamedParameters(value, own, name);
      const shared = names && other !== undefined ? this.shared(named, other) : named;
      return [name, other === undefined ? shared : this.value(shared, other, own)];
    });
    return Object.fromEntries(entries);
  }

  /** Parameters of operations on their path, where the other document has them there. */
  private shared(item: Tree, like: Tree): Tree {
    const theirs = valueAt(like, 'parameters');
    if (!isMap(item) || !isList(theirs)) return item;
    const keys = new Set(theirs.map((one) => parameterKey(one, this.like)));
    const found = new Map<string, Tree>();
    const methods = Object.entries(item).map(([method, operation]): [string, Tree] => {
      const list = valueAt(operation, 'parameters');
      const own = valueAt(valueAt(like, method), 'parameters');
      if (!isMap(operation) || !isList(list) || valueAt(like, method) === undefined) {
        return [method, operation];
      }
      const kept = new Set((isList(own) ? own : []).map((one) => parameterKey(one, this.like)));
      const rest = list.filter((one) => {
        const key = parameterKey(one, this.tree);
        if (!keys.has(key) || kept.has(key)) return true;
        if (!found.has(key)) found.set(key, one);
        return false;
      });
      const { parameters: _, ...others } = operation;
      return [method, rest.length === 0 ? others : { ...others, parameters: rest }];
    });
    return found.size === 0
      ? item
      : { parameters: [...found.values()], ...Object.fromEntries(methods) };
  }

  private list(tree: readonly Tree[], like: readonly Tree[], key: string): readonly Tree[] {
    if (key === 'parameters') {
      const theirs = new Map(like.map((item) => [parameterKey(item, this.like), item]));
      return tree.map((item) => {
        const other = theirs.get(parameterKey(item, this.tree));
        return other === undefined ? item : this.value(item, other, '');
      });
    }
    if (tree.length !== like.length) return tree;
    return tree.map((item, index) => this.value(item, like[index]!, ''));
  }
}

/** Whether there is anything in place of the reference: a schema, a parameter, a response. */
function describes(like: TreeMap): boolean {
  return [
    'type',
    'properties',
    'enum',
    'schema',
    'content',
    'description',
    'items',
    'payload',
  ].some((key) => valueAt(like, key) !== undefined);
}

/** The other document's names for paths that differ in the names of their parameters alone. */
function pathNames(tree: TreeMap, like: TreeMap): Map<string, string> {
  const byShape = new Map(Object.keys(like).map((path) => [shape(path), path]));
  return new Map(
    Object.keys(tree).flatMap((path) => {
      const other = byShape.get(shape(path));
      return other === undefined || other === path ? [] : [[path, other] as const];
    }),
  );
}

function shape(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}').replace(/(?<=.)\/+$/, '');
}

function renamedParameters(item: Tree, own: string, name: string): Tree {
  const [from, to] = [own, name].map((path) =>
    [...path.matchAll(/\{([^{}]*)\}/g)].map((m) => m[1]!),
  );
  const names = new Map(from!.map((one, index) => [one, to![index] ?? one]));
  if (!isMap(item)) return item;
  return Object.fromEntries(
    Object.entries(item).map(([method, operation]) => {
      const list = valueAt(operation, 'parameters');
      if (!isMap(operation) || !isList(list)) return [method, operation];
      const parameters = list.map((one) => {
        const known = valueAt(one, 'name');
        const renamed = typeof known === 'string' ? names.get(known) : undefined;
        return isMap(one) && one['in'] === 'path' && renamed !== undefined
          ? { ...one, name: renamed }
          : one;
      });
      return [method, { ...operation, parameters }];
    }),
  );
}

function parameterKey(item: Tree, root: Tree): string {
  const inner = target(root, valueAt(item, '$ref')) ?? item;
  return `${String(valueAt(inner, 'in'))} ${String(valueAt(inner, 'name'))}`;
}

function mapAt(tree: Tree, key: string): TreeMap {
  const value = valueAt(tree, key);
  return isMap(value) ? value : {};
}
