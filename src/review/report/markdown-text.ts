const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // Nobody is called for by a model.
  '@': '&#64;',
};

/** Text in which nothing formats, links or calls for somebody. */
export function prose(text: string): string {
  return text
    .replaceAll('`', '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[&<>@]|[\\*_{}[\]()#+!|~]|:\/\//g, (found) =>
      found === '://' ? '&#58;//' : (references[found] ?? `\\${found}`),
    );
}

/** A code span that its content cannot end. */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('|', '¦');
  const longestRun = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}
