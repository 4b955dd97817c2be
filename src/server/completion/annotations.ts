import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver';
import { annotations } from '../../language/vocabulary/annotations.js';
import { allRules } from '../../rules/generated/index.js';
import { nameItems } from './names.js';
import type { Slot } from './slots.js';

/** Annotations with their arguments to fill in. */
const bodies: Readonly<Record<string, string>> = {
  accept: 'accept(${1:rule}, because: "$2")',
  tag: 'tag($1)',
  deprecated: 'deprecated("${1:use what instead}")',
  renamedFrom: 'renamedFrom(${1:OldName})',
  link: 'link("${1:https://}", "${2:title}")',
  number: 'number(${1:1})',
};

/** What an argument of an annotation may be called. */
const keys: Readonly<Record<string, readonly string[]>> = {
  accept: ['because', 'until', 'adr', 'by'],
  deprecated: ['sunset'],
};

export function annotationItems(): CompletionItem[] {
  return Object.entries(annotations).map(([label, documentation]) => ({
    label,
    documentation,
    kind: CompletionItemKind.Property,
    insertText: bodies[label] ?? label,
    insertTextFormat: InsertTextFormat.Snippet,
  }));
}

/** Rules that one accepts, names of arguments that are missing, and teams who agree. */
export function argumentItems({ model, cursor, statement }: Slot): CompletionItem[] {
  const [, annotation = ''] = statement.slice(statement.lastIndexOf('@'));
  const last = statement.at(-1);
  if (last === ':') return statement.at(-2) === 'by' ? nameItems(model, ['team'], cursor) : [];
  if (annotation === 'accept' && last === '(') {
    return allRules.map(({ id, summary }) => ({
      label: id,
      documentation: summary,
      kind: CompletionItemKind.Constant,
    }));
  }
  return (keys[annotation] ?? [])
    .filter((key) => !statement.includes(key))
    .map((label) => ({
      label,
      kind: CompletionItemKind.Property,
      insertText: label === 'because' || label === 'adr' ? `${label}: "$1"` : `${label}: `,
      insertTextFormat: InsertTextFormat.Snippet,
    }));
}
