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
    sortText: String(index).padStart(3, '0'),
    ...(documentation === undefined ? {} : { documentation }),
  }));
}
