import { closest } from '../../language/closest.js';
import {
  argumentsOf,
  type AnnotationArguments,
} from '../../language/vocabulary/annotation-arguments.js';
import { annotations as known } from '../../language/vocabulary/annotations.js';
import { annotatedParts } from '../../model/annotated.js';
import type { Annotation } from '../../model/elements/annotations.js';
import { placeOf, type Span } from '../../model/span.js';
import { defineRule, type Fix } from '../rule.js';

export const unknownAnnotation = defineRule({
  id: 'unknown-annotation',
  category: 'naming',
  severity: 'hint',
  scope: 'file',
  gate: { kind: 'structural' },
  summary: 'An annotation has a name or an argument that the language does not define.',
  sources: ['The language reference, section 5: docs/language.md'],
  messages: {
    unknown: {
      what: 'The language does not define the annotation `@{name}`.{hint}',
      why: 'Nothing reads it: who means `@{name}` to have an effect waits for it in vain.',
      remedy: 'Correct its name, or use `@tag({name})` for a label of your own.',
    },
    unread: {
      what: '`@{name}` takes no {argument}.{hint}',
      why: 'Nothing reads it: who means it to have an effect waits for it in vain.',
      remedy: 'Remove it; the annotation is written `{example}`.',
    },
  },
  check({ model, report }) {
    const seen = new Set<string>();
    const { declarations, edges, places } = annotatedParts(model);
    for (const { id, annotations } of [...declarations, ...edges, ...places]) {
      for (const annotation of annotations) {
        const { name, nameSpan } = annotation;
        // A list of targets, or a wildcard, makes several edges of one annotation.
        const place = placeOf(nameSpan);
        if (seen.has(place)) continue;
        seen.add(place);
        const taken = argumentsOf(name);
        if (!taken) {
          const { hint, fixes } = meant(name, Object.keys(known), nameSpan, '@');
          report({ message: 'unknown', data: { name, hint }, span: nameSpan, element: id, fixes });
          continue;
        }
        for (const { key, span } of unread(annotation, taken)) {
          const argument = key === undefined ? 'further argument' : `argument \`${key}\``;
          const keySpan = {
            ...span,
            end: { ...span.start, column: span.start.column + (key ?? '').length },
          };
          const { hint, fixes } = meant(key ?? '', Object.keys(taken.keyed), keySpan);
          const data = { name, argument, hint, example: taken.example };
          report({ message: 'unread', data, span, element: id, fixes });
        }
      }
    }
  },
});

/** Arguments that an annotation does not take. */
function unread(
  annotation: Annotation,
  { placed, repeats = false, keyed }: AnnotationArguments,
): Annotation['arguments'] {
  let place = 0;
  return annotation.arguments.filter(({ key }) => {
    if (key !== undefined) return !Object.hasOwn(keyed, key);
    return ++place > placed.length && !repeats;
  });
}

/** What of `words` a word was meant to be, if it comes near to one. */
function meant(word: string, words: readonly string[], span: Span, before = '') {
  const near = word === '' ? undefined : closest(word, words, 1)[0];
  if (near === undefined) return { hint: '', fixes: [] };
  const fix: Fix = { title: `Change to ${before}${near}`, edits: [{ span, text: near }] };
  return { hint: ` Did you mean \`${before}${near}\`?`, fixes: [fix] };
}
