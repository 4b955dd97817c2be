import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { cursorAt } from '../../language/cursor.js';
import { spotOf, type Session } from '../session.js';
import { fits } from './fits.js';
import { limit } from './names.js';
import { offersAt } from './offers.js';
import { opensList } from './slots.js';

/** Completion that knows which block it stands in and what can follow there. */
export function registerCompletion(session: Session): void {
  session.connection.onCompletion((params): CompletionList | null => {
    const document = session.documents.get(params.textDocument.uri);
    if (!document) return null;
    // A blank opens the list only where something is to be chosen.
    const blank = params.context?.triggerCharacter === ' ';
    if (blank && !isAwaited(document, params.position)) return null;
    const offset = document.offsetAt(params.position);
    const cursor = cursorAt(document.getText(), offset);
    if (cursor.inText) return null;
    const range = { start: document.positionAt(cursor.prefixOffset), end: params.position };
    const { model } = spotOf(session, params);
    const items = offersAt(model, cursor, blank);
    const fitting = items.filter(({ label }) => fits(label, cursor.prefix));
    return {
      isIncomplete: fitting.length > limit,
      items: fitting
        .sort(bySortText)
        .slice(0, limit)
        .map((item) => ({
          ...item,
          filterText: item.label,
          textEdit: { range, newText: item.insertText ?? item.label },
        })),
    };
  });
}

/** Whether the blank that was typed stands behind a word that opens a list. */
function isAwaited(document: TextDocument, { line, character }: Position): boolean {
  const text = document.getText({ start: { line, character: 0 }, end: { line, character } });
  const word = /(?:^|\s)([A-Za-z][\w-]*|[-<>]+|\S*[,:=]) $/.exec(text)?.[1];
  return word !== undefined && opensList(/[,:=]$/.exec(word)?.[0] ?? word);
}

/** What stands near comes first, also where the list is cut. */
function bySortText(a: CompletionItem, b: CompletionItem): number {
  const [left, right] = [a.sortText ?? a.label, b.sortText ?? b.label];
  return left < right ? -1 : left > right ? 1 : 0;
}
