import type { Enum } from '../../model/elements/data-types.js';
import { markdown, paragraphs } from '../text/markdown.js';
import { compact, type TreeMap } from '../tree.js';
import { descriptionOf, head } from './head.js';

/** The values of an enum; an open one only suggests them. */
export function enumSchema(element: Enum): TreeMap {
  const values = element.values.map((value) => value.name);
  const notes = element.values.flatMap((value) => {
    const text = [
      value.doc,
      value.deprecated &&
        `Deprecated${value.deprecated.replacement ? `: ${value.deprecated.replacement}` : ''}.`,
    ]
      .filter((part) => part !== undefined)
      .join(' ');
    return text === '' ? [] : [`- \`${value.name}\`: ${markdown(text).replaceAll('\n', ' ')}`];
  });
  const open = element.open ? 'Consumers must accept values that are not listed.' : undefined;
  const description = paragraphs(descriptionOf(element), open, notes.join('\n'));
  return {
    type: 'string',
    ...compact({
      description: description === '' ? undefined : description,
      enum: element.open || values.length === 0 ? undefined : [...new Set(values)],
      'x-extensible-enum': element.open ? [...new Set(values)] : undefined,
    }),
    ...head(element),
  };
}
