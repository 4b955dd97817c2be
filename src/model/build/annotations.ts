/** Annotations: what they are, and what the ones that the language defines say. */
import type { Annotation as AnnotationNode } from '../../language/generated/ast.js';
import { isDate } from '../../language/literals.js';
import type { Annotated, Annotation } from '../elements/annotations.js';
import type { IsoDate, Literal } from '../elements/literals.js';
import { none } from '../none.js';
import type { Span } from '../span.js';
import { checkArguments } from './annotation-arguments.js';
import type { FileReader } from './reader.js';

export const unannotated: readonly AnnotationNode[] = none;
const nothingAnnotated: Annotated = {
  annotations: none,
  tags: none,
  links: none,
  accepts: none,
  deprecated: undefined,
  stability: undefined,
  renamedFrom: undefined,
};

/** What the annotations before a declaration say of it. */
export function annotatedBy(reader: FileReader, annotations: readonly AnnotationNode[]): Annotated {
  if (annotations.length === 0) return nothingAnnotated;
  // A statement that lists names asks once for each.
  const known = reader.annotated.get(annotations);
  if (known) return known;
  const annotated = read(reader, annotations);
  reader.annotated.set(annotations, annotated);
  return annotated;
}

/** The same before a member that is neither an element nor an edge. */
export function annotatedPlace(
  reader: FileReader,
  annotations: readonly AnnotationNode[],
  span: Span,
): Annotated {
  const annotated = annotatedBy(reader, annotations);
  if (annotations.length > 0) {
    reader.places.push({ annotations: annotated.annotations, accepts: annotated.accepts, span });
  }
  return annotated;
}

function read(reader: FileReader, nodes: readonly AnnotationNode[]): Annotated {
  reader.isAnnotated = true;
  const annotations = nodes.map((annotation) => annotationOf(reader, annotation));
  const tags: string[] = [];
  const links: { url: string; title?: string }[] = [];
  const accepts: Annotated['accepts'][number][] = [];
  const result: {
    deprecated?: Annotated['deprecated'];
    stability?: Annotated['stability'];
    renamedFrom?: string;
  } = {};
  for (const annotation of annotations) {
    checkArguments(reader, annotation);
    const values = positional(annotation);
    switch (annotation.name) {
      case 'tag':
        tags.push(...values);
        break;
      case 'deprecated': {
        const replacement =
          values[0] ?? named(annotation, 'use') ?? named(annotation, 'replacement');
        const sunset = dateOf(annotation, 'sunset');
        result.deprecated = {
          replacement,
          sunset,
        };
        break;
      }
      case 'experimental':
      case 'stable':
        result.stability = annotation.name;
        break;
      case 'renamedFrom':
        if (values[0] !== undefined) result.renamedFrom = values[0];
        break;
      case 'link':
        if (values[0] !== undefined) {
          links.push({
            url: values[0],
            ...(values[1] === undefined ? {} : { title: values[1] }),
          });
        }
        break;
      case 'accept': {
        const key = (name: string) => {
          const value = named(annotation, name);
          return value === undefined ? {} : { [name]: value };
        };
        const until = dateOf(annotation, 'until');
        accepts.push({
          rules: values,
          ...key('because'),
          ...(until === undefined ? {} : { until }),
          ...key('adr'),
          ...key('by'),
          span: annotation.span,
        });
        break;
      }
    }
  }
  return { annotations, tags, links, accepts, ...result };
}

function annotationOf(reader: FileReader, node: AnnotationNode): Annotation {
  return {
    name: node.name.text,
    span: reader.span(node),
    nameSpan: reader.span(node.name),
    arguments: node.arguments.map((argument) => ({
      ...(argument.key ? { key: argument.key.text } : {}),
      value: reader.literal(argument.value),
      span: reader.span(argument),
    })),
  };
}

/** Text of a literal, as tags, links and the rest of them need it. */
function literalText(literal: Literal): string {
  switch (literal.kind) {
    case 'string':
    case 'name':
    case 'date':
      return literal.value;
    case 'number':
    case 'duration':
      return literal.text;
    case 'rate':
      return literal.value.text;
    case 'percent':
      return `${literal.value.percent}%`;
    case 'boolean':
      return String(literal.value);
    case 'null':
      return 'null';
    case 'list':
      return literal.items.map(literalText).join(', ');
  }
}

function positional(annotation: Annotation): string[] {
  return annotation.arguments
    .filter((argument) => argument.key === undefined)
    .map((argument) => literalText(argument.value));
}

function named(annotation: Annotation, key: string): string | undefined {
  const argument = annotation.arguments.find((candidate) => candidate.key === key);
  return argument && literalText(argument.value);
}

/** A day, in quotes or not. What is none would never come, so it is a problem and not a day. */
function dateOf(annotation: Annotation, key: string): IsoDate | undefined {
  const value = annotation.arguments.find((candidate) => candidate.key === key)?.value;
  if (value?.kind === 'date') return value.value;
  return value?.kind === 'string' && isDate(value.value) ? value.value : undefined;
}

/** Whether an annotation of this name is there. */
export function hasAnnotation(annotated: Annotated, name: string): boolean {
  if (annotated === nothingAnnotated) return false;
  return annotated.annotations.some((annotation) => annotation.name === name);
}

/** The number in `@name(n)`. */
export function annotationNumber(annotated: Annotated, name: string): number | undefined {
  if (annotated === nothingAnnotated) return undefined;
  const argument = annotated.annotations.find((annotation) => annotation.name === name)
    ?.arguments[0];
  return argument?.value.kind === 'number' ? argument.value.value : undefined;
}
