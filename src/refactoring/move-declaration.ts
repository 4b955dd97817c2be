import { boundaryOf } from '../model/lookup.js';
import type { Context } from '../model/elements/context.js';
import type { Element } from '../model/elements/element.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import type { Reference } from '../model/references.js';
import { partsOf } from '../model/navigation.js';
import { contains, type Span } from '../model/span.js';
import { insertInto } from './insert-into.js';
import type { Sources, TextChange } from './refactoring.js';
import { offsetAt, positionAt } from '../model/text-positions.js';
import { indented, textOf, wholeDeclaration } from './source-text.js';

/**
 * Moves a declaration that stands right in a context to another one, which is made at the end of
 * the file where there is none of that name. Every reference keeps its meaning: those to what moves
 * name the new context, those in what moves name the old one where they relied on standing in it.
 */
export function moveDeclaration(
  { model, text }: Sources,
  element: Element,
  target: string,
): TextChange[] {
  const from = element.parent === undefined ? undefined : model.elements.get(element.parent);
  if (from?.kind !== 'context' || from.name === target) return [];
  const { file } = element.span;
  const source = text(file);
  const cut = wholeDeclaration(source, element.span);
  const moved = rewritten(model, source, cut, element, from, target);
  const changes: TextChange[] = [{ span: cut, text: '' }];
  const home = model.elements.get(`context:${target}`);
  const block = home?.kind === 'context' ? home.blocks[0] : undefined;
  if (block) {
    changes.push(insertInto(text(block.file), block, moved));
  } else {
    const end = positionAt(source, source.length);
    const gap = source.endsWith('\n') ? '\n' : '\n\n';
    const body = indented(moved, '  ');
    changes.push({
      span: { file, start: end, end },
      text: `${gap}context ${target} {\n${body}\n}\n`,
    });
  }
  for (const reference of model.references) {
    if (isIn(cut, reference.span) || !isWithin(model, reference.target, element.id)) continue;
    changes.push(...requalified(model, reference, from, target));
  }
  return changes;
}

/** The text that moves, with its references seen from the new place. */
function rewritten(
  model: Model,
  source: string,
  cut: Span,
  element: Element,
  from: Context,
  target: string,
): string {
  const start = offsetAt(source, cut.start);
  let text = textOf(source, cut);
  const inside = model.references
    .filter(({ span }) => isIn(cut, span))
    .sort((a, b) => offsetAt(source, b.span.start) - offsetAt(source, a.span.start));
  for (const reference of inside) {
    const isOwn = isWithin(model, reference.target, element.id);
    const named = partsOf(model, reference).find((part) => part.target === from.id);
    let replacement: string | undefined;
    if (isOwn) {
      if (named) replacement = requalified(model, reference, from, target)[0]?.text;
    } else if (!named && boundaryOf(model, reference.target)?.id === from.id) {
      replacement = `${from.name}.${reference.path}`;
    }
    if (replacement === undefined) continue;
    const at = (isOwn && named ? named.span : reference.span) satisfies Span;
    const [first, last] = [offsetAt(source, at.start) - start, offsetAt(source, at.end) - start];
    text = text.slice(0, first) + replacement + text.slice(last);
  }
  return text;
}

/** A path that leads through the old context, or relied on standing in it, through the new one. */
function requalified(
  model: Model,
  reference: Reference,
  from: Context,
  target: string,
): TextChange[] {
  const named = partsOf(model, reference).find((part) => part.target === from.id);
  if (named) return [{ span: named.span, text: target }];
  const { file, start } = reference.span;
  return [{ span: { file, start, end: start }, text: `${target}.` }];
}

function isWithin(model: Model, id: ElementId, around: ElementId): boolean {
  for (let now: ElementId | undefined = id; now !== undefined;) {
    if (now === around) return true;
    now = model.elements.get(now)?.parent;
  }
  return false;
}

function isIn(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && contains(outer, inner.start) && contains(outer, inner.end);
}
