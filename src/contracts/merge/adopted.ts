/**
 * Documents that were there before the model. Their base is what they were when they were adopted,
 * and beside it lies what the model alone gave then. What the model wants of such a document is its
 * base with the changes of the model since: so nothing that the model does not speak of is touched,
 * and the merge with the file goes on as with any other contract.
 */
import type { ContractFormat } from '../config.js';
import { documentText } from '../text/text.js';
import { isList, isMap, valueAt, type Tree } from '../tree.js';
import type { Resolve } from './conflict.js';
import { pointerParts } from './locate.js';
import { readSource } from './merge.js';
import { same } from './place.js';
import { at, referencesIn } from './references.js';
import type { Renames } from './renames.js';
import { reshaped } from './reshape.js';
import { UnreadableSource, type SourceNode, type SourceText } from './source.js';
import { threeWay } from './three-way.js';

/** Relative to the model root; committed, as the bases are. */
export const adoptedFolder = '.archivolt/adopted';

export interface AdoptedInput {
  readonly format: ContractFormat;
  /** What the document was when the model last agreed with it. */
  readonly base: string;
  /** What the model alone gave then. */
  readonly alone: string;
  /** What the model alone gives now. */
  readonly tree: Tree;
  readonly renames: Renames;
}

/** What the model wants of an adopted document; undefined where base or model text are damaged. */
export function adoptedTree({
  format,
  base,
  alone,
  tree,
  renames,
}: AdoptedInput): { readonly tree: Tree; readonly text: string } | undefined {
  const [there, before] = [read(base, format), read(alone, format)];
  if (!there || !before) return undefined;
  const like = there.root.value;
  if (same(before.root.value, tree)) return { tree: like, text: base };
  const old = reshaped(before.root.value, like);
  const now = reshaped(tree, like);
  const { value } = threeWay(there, old, now, follows(old, now), renames);
  const whole = trimmed(completed(value, now, like), like, now);
  return { tree: whole, text: same(whole, like) ? base : documentText(whole, format) };
}

/**
 * What the model alone gave, as far as the file has followed: the new text, but old where a
 * conflict is open, so that the change comes again.
 *
 * @param wanted what the model wanted of the document
 * @param base what was remembered of it in the end
 */
export function nextAlone(
  { format, alone, tree }: AdoptedInput,
  wanted: Tree,
  base: string,
): string {
  const remembered = read(base, format);
  if (!remembered) return alone;
  if (same(remembered.root.value, wanted)) return documentText(tree, format);
  const { value } = threeWay(remembered, wanted, tree, () => 'mine');
  return documentText(value, format);
}

/**
 * The model's changes count, but for words and examples where the document never had any: those
 * are made from the model, and change with it.
 */
function follows(before: Tree, now: Tree): Resolve {
  return ({ kind, base, model }, drifts) =>
    kind === 'deleted-changed' &&
    (!drifts || same(bare(base ?? null, before), bare(model ?? null, now)))
      ? 'mine'
      : 'model';
}

const words = new Set(['description', 'summary', 'title']);

/** A value without words and examples, with responses in place of the references to them. */
function bare(tree: Tree, root: Tree): Tree {
  if (isList(tree)) return tree.map((item) => bare(item, root));
  if (!isMap(tree)) return tree;
  const ref = valueAt(tree, '$ref');
  if (typeof ref === 'string' && ref.startsWith('#/components/responses/')) {
    const response = at(root, pointerParts(ref.slice(1)));
    if (response !== undefined && valueAt(response, '$ref') === undefined) {
      return bare(response, root);
    }
  }
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      key === 'examples' || key === 'example' || (words.has(key) && typeof value === 'string')
        ? []
        : [[key, bare(value, root)]],
    ),
  );
}

function read(
  text: string,
  format: ContractFormat,
): (SourceText & { readonly root: SourceNode }) | undefined {
  try {
    const source = readSource(text, format);
    return source.root ? { ...source, root: source.root } : undefined;
  } catch (failure) {
    if (failure instanceof UnreadableSource) return undefined;
    throw failure;
  }
}

/**
 * With all that something refers to: from the model, which alone may have it, or from the document,
 * where what is gone from the model is still needed by what the model does not speak of.
 */
function completed(tree: Tree, model: Tree, like: Tree): Tree {
  let result = tree;
  for (const waiting = [...referencesIn(tree)]; waiting.length > 0;) {
    const parts = pointerParts(waiting.pop()!.slice(1));
    if (at(result, parts) !== undefined) continue;
    const missing = at(model, parts) ?? at(like, parts);
    if (missing === undefined) continue;
    result = withValue(result, parts, missing);
    waiting.push(...referencesIn(missing));
  }
  return result;
}

/** Without components that came from the model, and that nothing refers to. */
function trimmed(tree: Tree, like: Tree, model: Tree): Tree {
  let result = tree;
  for (;;) {
    const used = referencesIn(result);
    const unused = componentsOf(result).filter(
      (parts) =>
        parts[1] !== 'securitySchemes' &&
        at(like, parts) === undefined &&
        at(model, parts) !== undefined &&
        !used.has(`#/${parts.join('/')}`),
    );
    if (unused.length === 0) return result;
    for (const parts of unused) result = withoutValue(result, parts);
  }
}

function componentsOf(tree: Tree): string[][] {
  const components = valueAt(tree, 'components');
  if (!isMap(components)) return [];
  return Object.entries(components).flatMap(([section, all]) =>
    isMap(all) ? Object.keys(all).map((name) => ['components', section, name]) : [],
  );
}

function withValue(tree: Tree, [head, ...rest]: readonly string[], value: Tree): Tree {
  if (head === undefined) return value;
  if (!isMap(tree)) return tree;
  return { ...tree, [head]: withValue(valueAt(tree, head) ?? {}, rest, value) };
}

/** Maps that are empty without it go too. */
function withoutValue(tree: Tree, [head, ...rest]: readonly string[]): Tree {
  if (!isMap(tree) || head === undefined) return tree;
  const inner = rest.length === 0 ? undefined : withoutValue(valueAt(tree, head) ?? {}, rest);
  const isGone = inner === undefined || (isMap(inner) && Object.keys(inner).length === 0);
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      key !== head ? [[key, value]] : isGone ? [] : [[key, inner]],
    ),
  );
}
