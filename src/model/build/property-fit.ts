import type { Literal as LiteralNode } from '../../language/generated/ast.js';
import type { BlockKind } from '../../language/vocabulary/block-kind.js';
import type { PropertySpec } from '../../language/vocabulary/property-table.js';
import type { Literal } from '../elements/literals.js';
import { articled } from './block-names.js';
import type { FileReader } from './reader.js';

const expectations: Readonly<
  Partial<Record<PropertySpec['value'], { kinds: readonly Literal['kind'][]; text: string }>>
> = {
  text: { kinds: ['string'], text: 'a text in quotes' },
  word: { kinds: ['name'], text: 'a word' },
  name: { kinds: ['name'], text: 'a name' },
  number: { kinds: ['number'], text: 'a number' },
  duration: { kinds: ['duration'], text: 'a duration such as `300ms`, `2s` or `1d`' },
  percent: { kinds: ['percent'], text: 'a percentage such as `99.9%`' },
  rate: { kinds: ['rate'], text: 'a rate such as `100/s`' },
  version: { kinds: ['string', 'number'], text: 'a version such as `2` or `"1.2.0"`' },
  fallback: { kinds: ['string', 'name'], text: 'a text in quotes or the path of an operation' },
  texts: { kinds: ['string'], text: 'texts in quotes' },
  words: { kinds: ['name'], text: 'words' },
  names: { kinds: ['name'], text: 'names of fields' },
};

/** Whether the values of a property are what the vocabulary says; what is not becomes a problem. */
export function fits(
  reader: FileReader,
  kind: BlockKind,
  spec: PropertySpec,
  values: readonly Literal[],
  nodes: readonly LiteralNode[],
): boolean {
  const expected = expectations[spec.value];
  if (!expected) return true;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    const node = nodes[index];
    if (!value || !node) continue;
    if (!expected.kinds.includes(value.kind)) {
      reader.problem(`\`${spec.name}\` takes ${expected.text}.`, reader.span(node));
      return false;
    }
    if (spec.words && !spec.open && value.kind === 'name') {
      const what = `${spec.name} of ${articled(kind)}`;
      if (reader.oneOf(value.value, spec.words, what, node) === undefined) return false;
    }
  }
  return true;
}
