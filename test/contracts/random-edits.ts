/** Random documents, random changes of the model, random edits by hand. */
import { parse, stringify } from 'yaml';
import { isList, isMap, type Tree } from '../../src/contracts/tree.js';

/** A small deterministic generator (mulberry32): a failing seed can be run again. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  one(inTimes: number): boolean {
    return this.below(inTimes) === 0;
  }
}

type Mutable = { [key: string]: MutableTree };
type MutableTree = null | boolean | number | string | MutableTree[] | Mutable;

const words = [
  'alpha',
  'beta',
  'a: b',
  '# no comment',
  '200',
  'yes',
  'two\nlines',
  'two\n\nlines\n',
  '',
  '- x',
  "it's",
  '{x}',
];
const keys = [
  'type',
  'format',
  'summary',
  'a',
  'b',
  'c',
  'x-d',
  '200',
  '/p/{id}',
  'e f',
  'default',
  '$ref',
];
const lists = [
  'parameters',
  'tags',
  'required',
  'enum',
  'oneOf',
  'security',
  'items',
  'examples',
] as const;

export function document(chance: Chance, depth = 2): Mutable {
  const tree: Mutable = {};
  for (let n = 2 + chance.below(4); n > 0; n--) {
    const key = chance.pick(keys);
    tree[key] = depth > 0 && !chance.one(3) ? document(chance, depth - 1) : scalar(chance);
  }
  if (chance.one(2)) {
    const key = chance.pick(lists);
    tree[key] = list(chance, key);
  }
  return tree;
}

function scalar(chance: Chance): MutableTree {
  return chance.pick<() => MutableTree>([
    () => chance.pick(words),
    () => chance.below(100),
    () => chance.one(2),
    () => null,
    () => ({}),
    () => [],
  ])();
}

function item(chance: Chance, key: string): MutableTree {
  switch (key) {
    case 'parameters':
      return chance.one(3)
        ? { $ref: `#/parameters/${chance.pick(words)}` }
        : {
            name: chance.pick(['id', 'q', 'limit']),
            in: chance.pick(['path', 'query']),
            schema: document(chance, 0),
          };
    case 'tags':
      return { name: chance.pick(['one', 'two', 'three']), description: chance.pick(words) };
    case 'security':
      return { [chance.pick(['oauth', 'key'])]: [chance.pick(['read', 'write'])] };
    case 'oneOf':
      return chance.one(2) ? { $ref: `#/x/${chance.below(5)}` } : document(chance, 0);
    case 'items':
    case 'examples':
      return document(chance, 0);
    default:
      return chance.pick(['p', 'q', 'r', 's']);
  }
}

function list(chance: Chance, key: string): MutableTree[] {
  return Array.from({ length: chance.below(4) }, () => item(chance, key));
}

/** All maps of a tree, with the key that each hangs on. */
function maps(tree: MutableTree, key = ''): [string, Mutable][] {
  if (isList(tree)) return tree.flatMap((one) => maps(one, key));
  if (!isMap(tree)) return [];
  const own = tree;
  return [[key, own], ...Object.entries(own).flatMap(([name, one]) => maps(one, name))];
}

/** What an architect does to the model, seen in the document: adds, changes, deletes. */
export function changed(chance: Chance, tree: Mutable, times: number): Mutable {
  const copy = structuredClone(tree);
  for (let n = 0; n < times; n++) {
    const [, target] = chance.pick(maps(copy));
    const key = chance.pick(
      chance.one(2) && Object.keys(target).length > 0 ? Object.keys(target) : keys,
    );
    if (chance.one(3)) delete target[key];
    else if (isList(target[key])) changeList(chance, key, target[key], () => item(chance, key));
    else target[key] = chance.one(3) ? document(chance, 1) : scalar(chance);
  }
  return copy;
}

function changeList(
  chance: Chance,
  _key: string,
  target: MutableTree[],
  fresh: () => MutableTree,
): void {
  if (chance.one(2) && target.length > 0) target.splice(chance.below(target.length), 1);
  else target.splice(chance.below(target.length + 1), 0, fresh());
}

export interface HandEdited {
  readonly text: string;
  /** Texts that only the hand edits hold; none may ever get lost. */
  readonly marks: readonly string[];
}

/** What a team does to the file: values, keys, order, layout and comments. */
export function handEdited(
  chance: Chance,
  base: Tree,
  text: string,
  format: 'yaml' | 'json',
): HandEdited {
  const marks: string[] = [];
  const mark = (): string => {
    marks.push(`hand${marks.length}e`);
    return marks.at(-1)!;
  };
  let result = text;
  if (!chance.one(4)) {
    const copy = structuredClone(base) as MutableTree;
    for (let n = chance.below(5); n > 0; n--) editValue(chance, copy, mark);
    result = laidOut(chance, copy, format);
  }
  if (format === 'yaml') {
    for (let n = chance.below(5); n > 0; n--) result = commented(chance, result, mark);
  }
  if (chance.one(6)) result = result.replace(/\n$/, '');
  if (chance.one(6)) result = result.replace(/\n/g, '\r\n');
  // An edit may overwrite an earlier one; what is not in the file was taken back by the team.
  return { text: result, marks: marks.filter((one) => result.includes(one)) };
}

function editValue(chance: Chance, tree: MutableTree, mark: () => string): void {
  const [, target] = chance.pick(maps(tree));
  const own = Object.keys(target);
  const key = own.length > 0 && !chance.one(3) ? chance.pick(own) : chance.pick([...keys, mark()]);
  const old = target[key];
  if (chance.one(4)) delete target[key];
  else if (isList(old))
    old.splice(
      chance.below(old.length + 1),
      0,
      chance.one(2) ? mark() : { name: mark(), in: 'query' },
    );
  else if (chance.one(3)) {
    const entries = Object.entries(target).reverse();
    for (const [name] of entries) delete target[name];
    for (const [name, value] of entries) target[name] = value;
  } else target[key] = chance.one(3) ? { description: mark(), more: [mark()] } : mark();
}

/** The same values in another hand: folded or not, zero-indented lists, flow style. */
function laidOut(chance: Chance, tree: MutableTree, format: 'yaml' | 'json'): string {
  if (format === 'json') return JSON.stringify(tree, null, chance.pick([2, 4, '\t', 0]));
  const text = stringify(tree, {
    indentSeq: chance.one(2),
    indent: chance.pick([2, 3, 4]),
    lineWidth: chance.pick([0, 40, 80]),
    defaultStringType: chance.pick(['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'] as const),
    collectionStyle: chance.one(6) ? 'flow' : 'any',
    blockQuote: chance.pick([true, false, 'folded', 'literal'] as const),
  });
  // Where the library does not read back what it wrote, the case is none of ours.
  return JSON.stringify(parse(text)) === JSON.stringify(tree) ? text : stringify(tree);
}

function commented(chance: Chance, text: string, mark: () => string): string {
  const lines = text.split('\n');
  const at = chance.below(lines.length);
  const comment = `# ${mark()}`;
  if (chance.one(2)) {
    const pad = /^[ -]*/.exec(lines[at]!)![0].replace(/-/g, ' ');
    lines.splice(at, 0, `${chance.one(3) ? '' : pad}${comment}`);
  } else lines[at] = `${lines[at] ?? ''} ${comment}`;
  const result = lines.join('\n');
  // In the middle of a text of several lines it would be no comment.
  try {
    return JSON.stringify(parse(result)) === JSON.stringify(parse(text)) ? result : text;
  } catch {
    return text;
  }
}
