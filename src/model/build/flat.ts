/**
 * A text that was put together, in one piece. V8 keeps it as its parts until somebody looks into it,
 * and to join them then, when they have left the caches, takes many times as long as at once.
 */
export function flat(text: string): string {
  // To look at a letter joins the parts; the answer is used, so that it is not left out.
  return text.charCodeAt(0) === 0 ? '' : text;
}
