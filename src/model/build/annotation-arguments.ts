/** Arguments of annotations: whether they are what the language takes there. */
import { isDate } from '../../language/literals.js';
import { argumentsOf, type ArgumentShape } from '../../language/vocabulary/annotation-arguments.js';
import type { Annotation } from '../elements/annotations.js';
import type { Literal } from '../elements/literals.js';
import type { FileReader } from './reader.js';

const shapes: Readonly<Record<ArgumentShape, string>> = {
  text: 'a text in quotes',
  name: 'a name',
  'whole number': 'a whole number from 1',
  date: 'a date such as `2027-03-31`',
  any: 'a word or text',
};

/**
 * Says of an annotation what it lacks, and which of its arguments are something else than it takes.
 * Those that it does not take at all are nothing that goes wrong; a rule tells of them.
 */
export function checkArguments(reader: FileReader, annotation: Annotation): void {
  const { name, span } = annotation;
  const known = argumentsOf(name);
  if (!known) return;
  const { placed, required, keyed, example } = known;
  let place = 0;
  for (const { key, value, span: at } of annotation.arguments) {
    if (key === undefined) {
      const shape = placed[place++];
      if (shape && !isOf(shape, value)) {
        reader.problem(`\`@${name}\` takes ${shapes[shape]}: \`${example}\`.`, at);
      }
    } else if (Object.hasOwn(keyed, key) && !isOf(keyed[key]!, value)) {
      reader.problem(`\`${key}\` takes ${shapes[keyed[key]!]}.`, at);
    }
  }
  if (place < required) {
    reader.problem(`\`@${name}\` needs ${shapes[placed[place] ?? 'any']}: \`${example}\`.`, span);
  }
}

function isOf(shape: ArgumentShape, value: Literal): boolean {
  switch (shape) {
    case 'text':
      return value.kind === 'string' || value.kind === 'name';
    case 'name':
      return ['string', 'name', 'boolean', 'null'].includes(value.kind);
    case 'whole number':
      return value.kind === 'number' && Number.isInteger(value.value) && value.value > 0;
    case 'date':
      return value.kind === 'date' || (value.kind === 'string' && isDate(value.value));
    case 'any':
      return true;
  }
}
