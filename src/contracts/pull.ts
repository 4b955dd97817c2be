/** "Pull into the model": a description that somebody wrote in a contract, as a doc comment. */
import type { Field } from '../model/elements/data-types.js';
import type { Element } from '../model/elements/element.js';
import type { Model } from '../model/model.js';
import type { Span } from '../model/span.js';
import { elementAt, fieldAt, pointerParts } from './merge/locate.js';
import type { Tree } from './tree.js';

/** A replacement in a file of the model; offsets are UTF-16 units. */
export interface ModelEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edit that brings a hand-written description into the model, in place of the doc comment that
 * is there. Undefined for anything but a description of an element or field of the model: the rest
 * has no single place to go, and the editor shows the element instead.
 *
 * @param tree the contract as generated
 * @param pointer where the description stands in it
 * @param textOf the text of a model file
 */
export function pullIntoModel(
  model: Model,
  tree: Tree | undefined,
  pointer: string,
  description: Tree | undefined,
  textOf: (file: string) => string | undefined,
): ModelEdit | undefined {
  if (typeof description !== 'string' || !pointer.endsWith('/description')) return undefined;
  const owner = pointer.slice(0, pointer.lastIndexOf('/'));
  const target = describedAt(model, tree, owner);
  const text = target && textOf(target.span.file);
  if (!target || text === undefined) return undefined;
  const at = offsetOf(text, target.span);
  const comment = /\/\*\*(?:(?!\*\/)[^])*\*\/\s*$/.exec(text.slice(0, at));
  const start = comment?.index ?? at;
  const pad = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))![0];
  const end = comment ? start + comment[0].trimEnd().length : at;
  const own = docComment(description, pad);
  return { file: target.span.file, start, end, text: comment ? own : `${own}\n${pad}` };
}

/** The field, or the element whose own `x-arch-id` stands beside the description. */
function describedAt(
  model: Model,
  tree: Tree | undefined,
  owner: string,
): Element | Field | undefined {
  const id = elementAt(tree, owner);
  const element = id === undefined ? undefined : model.elements.get(id);
  if (!element) return undefined;
  if (pointerParts(owner).at(-2) === 'properties') return fieldAt(element, owner);
  const around = owner.slice(0, Math.max(owner.lastIndexOf('/'), 0));
  // `info` carries the id of the whole document.
  return owner === '/info' || elementAt(tree, around) !== id ? element : undefined;
}

/** A doc comment ends at the first star and slash, so none may stand inside. */
function docComment(description: string, pad: string): string {
  const lines = description.trim().replaceAll('*/', '*&#47;').split('\n');
  if (lines.length === 1) return `/** ${lines[0]!} */`;
  return ['/**', ...lines.map((line) => `${pad} * ${line}`.trimEnd()), `${pad} */`].join('\n');
}

function offsetOf(text: string, { start }: Span): number {
  let offset = 0;
  for (let line = 1; line < start.line; line++) offset = text.indexOf('\n', offset) + 1;
  return offset + start.column - 1;
}
