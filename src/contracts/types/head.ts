/** What every named type says of itself in a schema. */
import type { TypeElement } from '../../model/elements/element.js';
import { markdown } from '../text/markdown.js';
import { compact, type TreeMap } from '../tree.js';

/** The way back to the model, and deprecation. */
export function head(element: TypeElement): TreeMap {
  return compact({
    title: element.title,
    deprecated: element.deprecated ? true : undefined,
    'x-sunset': element.deprecated?.sunset,
    'x-arch-id': element.id,
    'x-arch-kind': element.kind,
  });
}

/** What the model says of an element in words: its documentation, else its title. */
export function descriptionOf(element: {
  readonly doc?: string;
  readonly title?: string;
}): string | undefined {
  const text = element.doc ?? element.title;
  return text === undefined ? undefined : markdown(text) || undefined;
}
