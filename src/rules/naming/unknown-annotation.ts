import { closest } from '../../language/closest.js';
import { annotations as known } from '../../language/vocabulary/annotations.js';
import { annotatedParts } from '../../model/annotated.js';
import { defineRule, type Fix } from '../rule.js';

export const unknownAnnotation = defineRule({
  id: 'unknown-annotation',
  category: 'naming',
  severity: 'hint',
  scope: 'file',
  gate: { kind: 'structural' },
  summary: 'An annotation has a name that the language does not define.',
  sources: ['The language reference, section 5: docs/language.md'],
  messages: {
    unknown: {
      what: 'The language does not define the annotation `@{name}`.{hint}',
      why: 'Nothing reads it: who means `@{name}` to have an effect waits for it in vain.',
      remedy: 'Correct its name, or use `@tag({name})` for a label of your own.',
    },
  },
  check({ model, report }) {
    const seen = new Set<string>();
    const { declarations, edges } = annotatedParts(model);
    for (const { id, annotations } of [...declarations, ...edges]) {
      for (const { name, nameSpan } of annotations) {
        if (Object.hasOwn(known, name)) continue;
        // A list of targets, or a wildcard, makes several edges of one annotation.
        const { file, start } = nameSpan;
        const place = `${file}:${String(start.line)}:${String(start.column)}`;
        if (seen.has(place)) continue;
        seen.add(place);
        const near = closest(name, Object.keys(known), 1)[0];
        const fixes: Fix[] = near
          ? [{ title: `Change to @${near}`, edits: [{ span: nameSpan, text: near }] }]
          : [];
        report({
          message: 'unknown',
          data: { name, hint: near ? ` Did you mean \`@${near}\`?` : '' },
          span: nameSpan,
          element: id,
          fixes,
        });
      }
    }
  },
});
