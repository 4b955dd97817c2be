/** From places to elements and back: what editors ask of a model. */
import { fileOf } from './assemble.js';
import type { Field } from './elements/data-types.js';
import type { Element } from './elements/element.js';
import type { ElementId } from './elements/identity.js';
import { fieldNamesIn, type FieldName } from './field-names.js';
import type { Model } from './model.js';
import type { Reference } from './references.js';
import { contains, type Position, type Span } from './span.js';

/** A name in the text: of a declaration, or one part of a path that refers to an element. */
export interface NameInText {
  readonly target: ElementId;
  readonly span: Span;
  readonly declaration: boolean;
}

interface FileNames {
  readonly references: readonly Reference[];
  readonly elements: readonly (Element | Field)[];
  readonly fieldNames: readonly FieldName[];
}

const known = new WeakMap<Model, Map<string, FileNames>>();

/** References and declarations of a file, at the cost of that file; remembered with the model. */
function byFile(model: Model, file: string): FileNames {
  let index = known.get(model);
  if (!index) known.set(model, (index = new Map<string, FileNames>()));
  let names = index.get(file);
  if (!names) index.set(file, (names = collectNames(model, file)));
  return names;
}

function collectNames(model: Model, file: string): FileNames {
  const found = fileOf(model, file);
  if (!found) return { references: [], elements: [], fieldNames: [] };
  const elements: (Element | Field)[] = [];
  const seen = new Set<ElementId>();
  const declared = [
    ...found.draft.contexts.map(({ element }) => element),
    ...found.linked.elements,
  ];
  for (const { id } of declared) {
    const element = model.elements.get(id);
    // Of several declarations with one id, the first one counts, wherever it stands.
    if (!element || seen.has(id)) continue;
    seen.add(id);
    if (element.kind !== 'context' && element.span.file !== file) continue;
    elements.push(element);
    if ('fields' in element) elements.push(...element.fields);
  }
  const fieldNames = fieldNamesIn(model, file);
  return { references: found.linked.references, elements, fieldNames };
}

/** Elements that a file declares, fields included, in the order of the model. */
export function elementsIn(model: Model, file: string): readonly (Element | Field)[] {
  return byFile(model, file).elements;
}

export function referencesIn(model: Model, file: string): readonly Reference[] {
  return byFile(model, file).references;
}

/** Where the name of an element is declared; every block of a context declares it. */
export function declarationsOf(element: Element | Field): readonly Span[] {
  return element.kind === 'context' ? element.blockNames : [element.nameSpan];
}

/** The name at a place, if there is one. */
export function nameAt(model: Model, file: string, position: Position): NameInText | undefined {
  const { references, elements, fieldNames } = byFile(model, file);
  for (const reference of references) {
    if (!contains(reference.span, position)) continue;
    const parts = partsOf(model, reference);
    const part = parts.find(({ span }) => contains(span, position));
    if (part) return { ...part, declaration: false };
  }
  const field = fieldNames.find(({ span }) => contains(span, position));
  if (field) return { ...field, declaration: false };
  for (const element of elements) {
    if (element.kind === 'relation' || element.kind === 'step') continue;
    const span = declarationsOf(element).find(
      (name) => name.file === file && contains(name, position),
    );
    if (span) return { target: element.id, span, declaration: true };
  }
  return undefined;
}

/**
 * The parts of a path and what each stands for: `Ordering.OrderPlaced` is a context and an event,
 * though there is an aggregate between them.
 */
export function partsOf(model: Model, reference: Reference): { target: ElementId; span: Span }[] {
  const names = reference.path.split('.');
  const { file, start } = reference.span;
  let column = start.column;
  const spans = names.map((name) => {
    const span = {
      file,
      start: { line: start.line, column },
      end: { line: start.line, column: column + name.length },
    };
    column += name.length + 1;
    return span;
  });
  const parts: { target: ElementId; span: Span }[] = [];
  let id: ElementId | undefined = reference.target;
  for (let i = names.length - 1; i >= 0 && id !== undefined; i--) {
    let element = model.elements.get(id);
    while (element && element.name !== names[i]) {
      element = element.parent === undefined ? undefined : model.elements.get(element.parent);
    }
    const span = spans[i];
    if (!element || !span) break;
    parts.push({ target: element.id, span });
    id = element.parent;
  }
  return parts.reverse();
}

/** Every place in the text that names an element, declarations first. */
export function namesOf(model: Model, id: ElementId): NameInText[] {
  return namesOfAll(model, new Set([id])).get(id) ?? [];
}

/** Places of one file that name an element, at the cost of that file. */
export function namesIn(model: Model, id: ElementId, file: string): NameInText[] {
  const element = elementById(model, id);
  const declared = element ? declarationsOf(element).filter((span) => span.file === file) : [];
  return [
    ...declared.map((span) => ({ target: id, span, declaration: true })),
    ...referencesIn(model, file)
      .flatMap((reference) => partsOf(model, reference))
      .concat(byFile(model, file).fieldNames)
      .filter(({ target }) => target === id)
      .map((part) => ({ ...part, declaration: false })),
  ];
}

/** `namesOf` for several elements, in one walk over the references. */
export function namesOfAll(
  model: Model,
  ids: ReadonlySet<ElementId>,
): ReadonlyMap<ElementId, NameInText[]> {
  const names = new Map<ElementId, NameInText[]>();
  for (const id of ids) {
    const element = elementById(model, id);
    const spans = element ? declarationsOf(element) : [];
    names.set(
      id,
      spans.map((span) => ({ target: id, span, declaration: true })),
    );
  }
  if ([...ids].some((id) => id.startsWith('field:'))) {
    for (const { target, span } of model.files.flatMap((file) => byFile(model, file).fieldNames)) {
      names.get(target)?.push({ target, span, declaration: false });
    }
  }
  for (const reference of model.references) {
    if (!isWithinAny(model, reference.target, ids)) continue;
    for (const part of partsOf(model, reference)) {
      names.get(part.target)?.push({ ...part, declaration: false });
    }
  }
  return names;
}

function isWithinAny(model: Model, id: ElementId, around: ReadonlySet<ElementId>): boolean {
  for (let current: ElementId | undefined = id; current !== undefined;) {
    if (around.has(current)) return true;
    current = model.elements.get(current)?.parent;
  }
  return false;
}

/** An element or field. Fields are found through the type that has them. */
export function elementById(model: Model, id: ElementId): Element | Field | undefined {
  if (!id.startsWith('field:')) return model.elements.get(id);
  const name = id.slice('field:'.length);
  const owner = name.slice(0, name.lastIndexOf('.'));
  for (const kind of ['entity', 'value', 'event', 'command', 'error']) {
    const element = model.elements.get(`${kind}:${owner}`);
    if (element && 'fields' in element) {
      const field = element.fields.find((candidate) => candidate.id === id);
      if (field) return field;
    }
  }
  return undefined;
}
