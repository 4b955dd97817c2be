import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import { constraintNames } from '../../language/vocabulary/types.js';
import type { Slot } from './slots.js';
import { words } from './words.js';

const ofNumbers = ['min', 'max', 'exclusiveMin', 'exclusiveMax', 'multipleOf', 'example'];
const ofPrimitives: Readonly<Record<string, readonly string[]>> = {
  string: ['minLength', 'maxLength', 'length', 'pattern', 'format', 'example'],
  bytes: ['minLength', 'maxLength', 'length', 'example'],
  int32: ofNumbers,
  int64: ofNumbers,
  float32: ofNumbers,
  float64: ofNumbers,
  decimal: [...ofNumbers, 'precision', 'scale'],
  boolean: ['example'],
};
const ofLists = ['min', 'max', 'unique', 'example'];

/** Constraints that make sense for the type before the bracket, but for those that it has. */
export function constraintItems({ statement }: Slot): CompletionItem[] {
  const open = statement.lastIndexOf('(');
  const given = new Set(statement.slice(open + 1));
  const last = statement[open - 1] ?? '';
  const isList = last === '[]' || last === '>';
  const fitting = isList ? ofLists : (ofPrimitives[last === '?' ? '' : last] ?? constraintNames);
  return words(
    fitting.filter((name) => !given.has(name)),
    CompletionItemKind.Property,
  );
}
