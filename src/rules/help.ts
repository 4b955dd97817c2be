/** Where a rule's page can be read. */
export function helpUrl(rule: string): string {
  const page = rule === 'syntax' ? 'language.md' : `rules.md#${rule}`;
  return `https://github.com/archivolt/archivolt/blob/main/docs/${page}`;
}
