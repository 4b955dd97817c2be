import { escapedBy } from '../formats/text.js';
import type { Sequence } from './sequence.js';

/** A sequence as a Mermaid sequence diagram; names are written as entity codes where they could be syntax. */
export function sequenceMermaid({ title, participants, messages }: Sequence): string {
  const alias = new Map(participants.map(({ id }, index) => [id, `p${String(index + 1)}`]));
  const of = (id: string) => alias.get(id) ?? 'p1';
  return `${[
    '---',
    `title: ${JSON.stringify(escaped(title))}`,
    '---',
    'sequenceDiagram',
    ...participants.map(
      ({ id, kind, name, context }) =>
        `  ${kind === 'actor' ? 'actor' : 'participant'} ${of(id)} as ${escaped(context === '' ? name : `${context} · ${name}`)}`,
    ),
    ...messages.flatMap(({ number, action, from, to, text, comment, undo, pivot }) => {
      const words = [text, comment].filter((part) => part !== undefined && part !== '').join(': ');
      const said = escaped(`${String(number)}. ${words}`);
      return [
        action === 'publish'
          ? `  Note over ${of(from)}: ${escaped(`${String(number)}. publishes ${words}`)}`
          : `  ${of(from)}${action === 'call' ? '->>' : '-)'}${of(to)}: ${said}`,
        ...(undo === undefined
          ? []
          : [`  Note right of ${of(to)}: ${escaped(`undone by ${undo}`)}`]),
        ...(pivot ? [`  Note over ${of(from)}: ${escaped('from here only forward')}`] : []),
      ];
    }),
  ].join('\n')}\n`;
}

function escaped(text: string): string {
  return escapedBy(text, (code) => `#${String(code)};`);
}
