import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver';
import type { Cursor } from '../../language/cursor.js';
import { propertiesOf } from '../../language/vocabulary/properties.js';
import type { PropertySpec } from '../../language/vocabulary/property-table.js';
import type { Model } from '../../model/model.js';
import { nameItems } from './names.js';
import { snippetsFor } from './snippets.js';
import { placeInOrder } from './words.js';

/** What a statement of the block at the cursor may begin with. */
export function memberItems(model: Model, cursor: Cursor): CompletionItem[] {
  const { block, given } = cursor;
  if (block === 'enum') return [];
  // A property stands in a block but once.
  const properties = [...propertiesOf(block).values()]
    .filter(({ name }) => !given.has(name))
    .map(propertyItem);
  return [...namesFirst(model, cursor), ...snippetsFor(block, cursor), ...properties];
}

/** Relations and steps begin with a name. */
function namesFirst(model: Model, cursor: Cursor): CompletionItem[] {
  if (cursor.block === 'contextmap') return nameItems(model, ['context', 'external'], cursor);
  if (cursor.block === 'flow') return nameItems(model, ['actor', 'service', 'external'], cursor);
  return [];
}

function propertyItem({ name, value, doc }: PropertySpec, index: number): CompletionItem {
  const text = value === 'text' || value === 'texts';
  return {
    label: name,
    kind: CompletionItemKind.Property,
    documentation: doc,
    insertTextFormat: text ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertText: text ? `${name} "$1"` : value === 'flag' ? name : `${name} `,
    sortText: `2${placeInOrder(index)}`,
  };
}
