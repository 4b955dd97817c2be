import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver';

/** Words in the order given. */
export function words(
  list: readonly string[],
  kind: CompletionItemKind,
  documentation?: string,
): CompletionItem[] {
  return list.map((label, index) => ({
    label,
    kind,
    sortText: placeInOrder(index),
    ...(documentation === undefined ? {} : { documentation }),
  }));
}

/** As a text that sorts like the number. */
export function placeInOrder(index: number): string {
  return String(index).padStart(3, '0');
}
