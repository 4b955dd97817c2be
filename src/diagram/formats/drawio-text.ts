import { escapeXml } from '../svg/escape.js';
import { printable } from './text.js';

/** Lines of a cell. They are HTML inside of XML, so text is escaped once for each. */
export function html(...lines: readonly string[]): string {
  return lines.map((line) => escapeXml(printable(line))).join('<br>');
}
