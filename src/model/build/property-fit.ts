import type { Literal as LiteralNode } from '../../language/generated/ast.js';
import type { BlockKind } from '../../language/vocabulary/block-kind.js';
import type { PropertySpec } from '../../language/vocabulary/property-table.js';
import type { Literal } from '../elements/literals.js';
import { articled } from './block-names.js';
import type { Problem } from '../problem.js';
import type { Span } from '../span.js';
import type { FileReader } from './reader.js';

type Fix = NonNullable<Problem['fixes']>[number];

const expectations: Readonly<
  Partial<Record<PropertySpec['value'], { kinds: readonly Literal['kind'][]; text: string }>>
> = {
  text: { kinds: ['string'], text: 'a text in quotes' },
  word: { kinds: ['name'], text: 'a word' },
  name: { kinds: ['name'], text: 'a name' },
  number: { kinds: ['number'], text: 'a whole number' },
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
    const isWhole = value.kind !== 'number' || /^\d+$/.test(value.text);
    if (!expected.kinds.includes(value.kind) || (spec.value === 'number' && !isWhole)) {
      const span = reader.span(node);
      const meant = meantBy(spec.value, value);
      const hint = meant === undefined ? '' : `: \`${meant}\``;
      const fixes = meant === undefined ? undefined : [writing(meant, span)];
      reader.problem(`\`${spec.name}\` takes ${expected.text}${hint}.`, span, [], fixes);
      return false;
    }
    if (spec.words && !spec.open && value.kind === 'name') {
      const what = `${spec.name} of ${articled(kind)}`;
      if (reader.oneOf(value.value, spec.words, what, node) === undefined) return false;
    }
  }
  return true;
}

/** How a value is written as a literal, where it stands in quotes. */
const unquoted: Readonly<Partial<Record<PropertySpec['value'], RegExp>>> = {
  word: /^[A-Za-z_][\w-]*$/,
  words: /^[A-Za-z_][\w-]*$/,
  name: /^[A-Za-z_][\w-]*$/,
  names: /^[A-Za-z_]\w*$/,
  number: /^-?\d+(\.\d+)?$/,
  duration: /^\d+(\.\d+)?(ms|s|m|h|d)$/,
  percent: /^\d+(\.\d+)?%$/,
  rate: /^\d+(\.\d+)?\/[smh]$/,
};

/** What was most likely meant by a value of another kind: the same with quotes, or without. */
function meantBy(wanted: PropertySpec['value'], value: Literal): string | undefined {
  if (value.kind === 'string') {
    return unquoted[wanted]?.test(value.value) === true ? value.value : undefined;
  }
  if (value.kind === 'number') {
    if (wanted === 'percent') return `${value.text}%`;
    return wanted === 'rate' ? `${value.text}/s` : undefined;
  }
  const isText = wanted === 'text' || wanted === 'texts';
  return isText && value.kind === 'name' ? `"${value.value}"` : undefined;
}

function writing(text: string, span: Span): Fix {
  return { title: `Write \`${text}\``, edits: [{ span, text }] };
}
