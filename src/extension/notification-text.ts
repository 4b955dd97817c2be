/**
 * A text from a file, a model or git as it may stand in a notification or a prompt. VS Code makes a
 * link of `[name](address)` there, a command included, and knows no escape: a blank keeps it a text.
 */
export function plainText(text: string): string {
  return text.replaceAll('](', '] (');
}

/** What went wrong, to be shown in a notification. */
export function textOfError(error: unknown): string {
  return plainText(error instanceof Error ? error.message : String(error));
}
