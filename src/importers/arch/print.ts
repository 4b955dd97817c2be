/** Statements as the text of a file. */
import { formatArch } from '../../language/formatter.js';
import { docComment } from './literals.js';
import type { Statement } from './statement.js';

/** The formatted text of a file, one statement a line, a blank line between those with a block. */
export function archText(statements: readonly Statement[]): string {
  const lines: string[] = [];
  write(lines, statements, true);
  return formatArch(`${lines.join('\n')}\n`);
}

function write(lines: string[], statements: readonly Statement[], spaced: boolean): void {
  let previousWasLarge = false;
  for (const [index, statement] of statements.entries()) {
    const members = (statement.members ?? []).filter((member) => member !== undefined);
    const isLarge = members.length > 0;
    if (index > 0 && (spaced || isLarge || previousWasLarge) && (isLarge || previousWasLarge)) {
      lines.push('');
    }
    previousWasLarge = isLarge;
    if (statement.doc !== undefined) lines.push(...docComment(statement.doc));
    lines.push(...(statement.annotations ?? []));
    if (!isLarge) {
      lines.push(statement.head);
      continue;
    }
    lines.push(`${statement.head} {`);
    write(lines, members, false);
    lines.push('}');
  }
}
