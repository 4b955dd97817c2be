/** The coverage report for a terminal. */
import type { DocumentReport } from '../document.js';
import { kinds, meanings, percent, reasons, shownPlace } from './summary.js';

/** How many places each list shows; the other forms have all. */
const shown = 20;

/** Lines with a line break at their end; what a document says is without control characters. */
export function reportText(reports: readonly DocumentReport[]): string {
  return reports.map(documentText).join('\n');
}

function documentText({ name, title, coverage, remarks }: DocumentReport): string {
  const lines = [`${name}: ${title}, ${percent(coverage.share)} in the model`];
  const width = String(Math.max(...Object.values(coverage.counts))).length;
  for (const kind of kinds) {
    lines.push(`  ${String(coverage.counts[kind]).padStart(width)} ${meanings[kind]}`);
  }
  const all = reasons(coverage);
  for (const { at, reason } of all.slice(0, shown)) {
    lines.push(`    ${shownPlace(at)}: ${reason}`);
  }
  if (all.length > shown) {
    lines.push(`    and ${String(all.length - shown)} more; --report FILE.md lists them all`);
  }
  lines.push(...remarks.map((remark) => `  ${remark}`));
  return `${lines.map(printable).join('\n')}\n`;
}

function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, ' ');
}
