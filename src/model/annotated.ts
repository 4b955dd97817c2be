import { annotatedFiles, type AssembledFile } from './assemble.js';
import type { Field } from './elements/data-types.js';
import type { AnnotatedPlace } from './elements/annotations.js';
import type { Edge } from './elements/edges.js';
import type { Element } from './elements/element.js';
import type { ElementId } from './elements/identity.js';
import type { Model } from './model.js';
import { encloses, type Span } from './span.js';

/** What carries annotations: few of the elements, fields and edges of most models. */
export interface AnnotatedParts {
  /** In the order of the model, fields behind their element. */
  readonly declarations: readonly (Element | Field)[];
  /** Kind by kind, in the order of the model. */
  readonly edges: readonly Edge[];
  /** Properties, values of enums and the like, with the element or edge around each. */
  readonly places: readonly (AnnotatedPlace & { readonly id: ElementId })[];
}

const known = new WeakMap<Model, AnnotatedParts>();

/** All that is annotated. Found once for each model, since several rules ask. */
export function annotatedParts(model: Model): AnnotatedParts {
  let parts = known.get(model);
  if (!parts) known.set(model, (parts = find(model)));
  return parts;
}

function find(model: Model): AnnotatedParts {
  const files = annotatedFiles(model);
  const declarations: (Element | Field)[] = [];
  for (const element of files ? declaredIn(model, files) : model.elements.values()) {
    if (element.annotations.length > 0) declarations.push(element);
    if (!('fields' in element)) continue;
    for (const field of element.fields) {
      if (field.annotations.length > 0) declarations.push(field);
    }
  }
  const edges = edgeKinds.flatMap((kind) => {
    const all: readonly Edge[] = files
      ? files.flatMap(({ linked }): readonly Edge[] => linked.edges[kind])
      : model[kind];
    return all.filter(({ annotations }) => annotations.length > 0);
  });
  const places = (files ?? []).flatMap((file) =>
    file.draft.places.flatMap((place) => {
      const id = aroundOf(model, file, place.span);
      return id === undefined ? [] : [{ ...place, id }];
    }),
  );
  return { declarations, edges, places };
}

/** The innermost element or edge of a file around a place; few places are asked for. */
function aroundOf(model: Model, { draft, linked }: AssembledFile, place: Span) {
  const contexts = draft.contexts.flatMap(({ element }) => model.elements.get(element.id) ?? []);
  const edges = edgeKinds.flatMap((kind): readonly Edge[] => linked.edges[kind]);
  let innermost: { readonly id: ElementId; readonly span: Span } | undefined;
  for (const { id, span } of [...contexts.flatMap(blocksOf), ...linked.elements, ...edges]) {
    if (!encloses(span, place)) continue;
    if (!innermost || encloses(innermost.span, span)) innermost = { id, span };
  }
  return innermost?.id;
}

function blocksOf(element: Element) {
  const blocks = element.kind === 'context' ? element.blocks : [];
  return blocks.map((span) => ({ id: element.id, span }));
}

const edgeKinds = [
  'calls',
  'subscriptions',
  'publications',
  'sendings',
  'handlings',
  'accesses',
] as const;

/** Contexts and the elements of some files, in the order of the model. */
function declaredIn(model: Model, files: readonly AssembledFile[]): Element[] {
  const ids = files.flatMap(({ linked }) => linked.elements.map(({ id }) => id));
  const declared = [...new Set(ids)].flatMap((id) => model.elements.get(id) ?? []);
  return [...model.contexts, ...declared];
}
