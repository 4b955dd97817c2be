import type { Draft } from '../build/draft.js';

/** Stand for "any event" and "any broker"; they are no names, so nothing else can collide. */
export const anyEvent = '*event';
export const anyBroker = '*broker';

/** Last parts of all paths in a draft: what must be linked again when such a name changes. */
export function usedNames(draft: Draft): Set<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(visit);
    } else if (typeof value === 'object' && value !== null) {
      if ('path' in value && 'expected' in value && typeof value.path === 'string') {
        names.add(lastPart(value.path));
      } else {
        Object.values(value).forEach(visit);
      }
    }
  };
  for (const {
    refs,
    fields,
    type,
    parameters,
    result,
    include,
    exclude,
    element,
  } of draft.elements) {
    visit([refs, fields?.map((field) => field.type), type, include, exclude]);
    visit([parameters?.map((parameter) => parameter.type), result?.type]);
    if (element.kind === 'event' || element.kind === 'command') names.add(anyBroker);
  }
  for (const { refs } of draft.contexts) visit(refs);
  for (const edge of draft.edges) {
    if ('target' in edge) visit(edge.target);
    if ('policies' in edge) visit(edge.policies.fallback);
    if ('emits' in edge) visit([edge.emits, edge.modifies]);
    if (edge.kind === 'subscription' && edge.pattern !== undefined) names.add(anyEvent);
  }
  return names;
}

export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
