import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { cursorAt, type Cursor } from '../language/cursor.js';
import { expectedBehind } from '../language/expected/expected.js';
import { docOfKeyword, docOfRole } from '../language/statement-docs.js';
import { formOf } from '../language/statement-forms.js';
import { annotations } from '../language/vocabulary/annotations.js';
import { propertiesOf } from '../language/vocabulary/properties.js';
import type { PropertySpec } from '../language/vocabulary/property-table.js';

/** What a keyword, property, role or annotation under the pointer means; names say more themselves. */
export function keywordHover(document: TextDocument, position: Position): Hover | null {
  const { line } = position;
  const start = { line, character: 0 };
  const text = document.getText({ start, end: { line, character: Number.MAX_SAFE_INTEGER } });
  const word = [...text.matchAll(/[A-Za-z][\w-]*/g)].find(
    ({ index, 0: image }) =>
      index <= position.character && position.character <= index + image.length,
  );
  if (!word) return null;
  const [image] = word;
  const from = { line, character: word.index };
  const cursor = cursorAt(document.getText(), document.offsetAt(from));
  const value = cursor.inText ? undefined : meaningOf(image, cursor);
  if (value === undefined) return null;
  const range = { start: from, end: { line, character: word.index + image.length } };
  return { range, contents: { kind: MarkupKind.Markdown, value } };
}

function meaningOf(word: string, { block, before }: Cursor): string | undefined {
  if (before.at(-1) === '@' && Object.hasOwn(annotations, word)) {
    return `**@${word}**\n\n${annotations[word] ?? ''}`;
  }
  const expected = expectedBehind(block, before);
  const role = docOfRole(word);
  if (role !== undefined && expected.some(({ slots }) => slots.includes('Roles.roles')))
    return role;
  const keyword = expected.find(({ token, isKeyword }) => isKeyword && token === word);
  if (!keyword) return undefined;
  const begins = keyword.member === before.length;
  const property = begins && block !== 'enum' ? propertiesOf(block).get(word) : undefined;
  if (property) return ofProperty(property);
  const doc = docOfKeyword(word);
  if (doc === undefined) return undefined;
  const form = begins ? formOf(word) : undefined;
  return form === undefined ? doc : `\`\`\`archivolt\n${form}\n\`\`\`\n\n${doc}`;
}

function ofProperty({ name, doc, words }: PropertySpec): string {
  const choice = words?.map((word) => `\`${word}\``).join(', ');
  return `**${name}**\n\n${doc}${choice === undefined ? '' : `\n\nOne of ${choice}.`}`;
}
