import { annotatedFiles, type AssembledFile } from './assemble.js';
import type { Field } from './elements/data-types.js';
import type { Edge } from './elements/edges.js';
import type { Element } from './elements/element.js';
import type { Model } from './model.js';

/** What carries annotations: few of the elements, fields and edges of most models. */
export interface AnnotatedParts {
  /** In the order of the model, fields behind their element. */
  readonly declarations: readonly (Element | Field)[];
  /** Kind by kind, in the order of the model. */
  readonly edges: readonly Edge[];
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
  return { declarations, edges };
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
