import type { Figures } from '../../metrics/figures.js';

/** Figures of one model root. */
export interface RootFigures {
  readonly root: string;
  readonly figures: Figures;
}

const header = ['root', 'kind', 'element', 'figure', 'value'];

/**
 * One line for each figure (RFC 4180, with line feeds), so that a new figure is a new line and no
 * new column. Figures that are not known are left out.
 */
export function csvTable(roots: readonly RootFigures[]): string {
  const lines = [header];
  for (const { root, figures } of roots) {
    const add = (kind: string, element: string, values: object) => {
      for (const [figure, value] of Object.entries(values) as [string, unknown][]) {
        if (typeof value === 'number') lines.push([root, kind, element, figure, String(value)]);
      }
    };
    add('model', '', figures.model);
    for (const { id, ...values } of figures.contexts) add('context', id, values);
    for (const { id, ...values } of figures.services) add('service', id, values);
    for (const { id, ...values } of figures.relations) add('relation', id, values);
  }
  return lines.map((cells) => `${cells.map(cell).join(',')}\n`).join('');
}

/** Quoted where it must be; a leading sign of a formula is disarmed for spreadsheets. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
