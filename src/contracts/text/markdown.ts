/** Text of the model as Markdown that no reader of a contract can be hurt by. */

/**
 * Doc comments are Markdown, and Markdown may hold HTML. Renderers of contracts differ in what they
 * let through, so tags that run something and calls of `eval` are written as text.
 */
export function markdown(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/<(?=\/?\s*(?:script|iframe|object|embed|style|link|meta|svg|img)\b)/gi, '&lt;')
    .replace(/\beval\s*\(/g, 'eval&#40;')
    .trim();
}

/** Paragraphs or sentences that are there, put together. */
export function paragraphs(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** The text with a full stop behind it, unless it ends in a mark already. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?:]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
