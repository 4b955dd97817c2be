import { nameOfId } from '../../model/lookup.js';
import { plural } from '../../rules/text.js';
import type { Host } from '../host.js';
import type { RootFigures } from './csv.js';

/** Tables for people, one for each level; what is not known is a dash. */
export function textTables(
  roots: readonly RootFigures[],
  { colors }: Pick<Host, 'colors'>,
): string {
  return roots
    .map(({ root, figures }) => {
      const { model, contexts, services, relations } = figures;
      const title =
        `${colors.bold(root)}: ${plural(model.services, 'service')} in ${plural(model.contexts, 'context')}, ` +
        `coupling factor ${ratio(model.couplingFactor)}, deepest chain ${String(model.deepestChain)}, ` +
        `cycles ${String(model.cycles)}, shared stores ${String(model.sharedStores)}\n`;
      const parts = [
        table(
          ['context', 'Ca', 'Ce', 'I', 'services', 'operations', 'events'],
          contexts.map((row) => [
            nameOfId(row.id),
            row.afferent,
            row.efferent,
            ratio(row.instability),
            row.services,
            row.operations,
            row.events,
          ]),
        ),
        table(
          ['service', 'AIS', 'ADS', 'Ca', 'Ce', 'I', 'chain', 'shared stores'],
          services.map((row) => [
            nameOfId(row.id),
            row.importance,
            row.dependence,
            row.afferent,
            row.efferent,
            ratio(row.instability),
            row.chainDepth,
            row.sharedStores,
          ]),
        ),
        table(
          ['relation', 'strength', 'distance', 'volatility', 'product', 'because'],
          relations.map((row) => [
            nameOfId(row.id),
            `${String(row.strength)} ${row.strengthName}`,
            row.distance,
            row.volatility ?? '–',
            row.product ?? '–',
            row.because,
          ]),
        ),
      ];
      return [title, ...parts.filter((part) => part !== '')].join('\n');
    })
    .join('\n');
}

function ratio(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(2);
}

/** Columns of equal width, numbers to the right; nothing where there are no rows. */
function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return '';
  const cells = [header, ...rows.map((row) => row.map(String))];
  const widths = header.map((_, column) =>
    cells.reduce((width, row) => Math.max(width, (row[column] ?? '').length), 0),
  );
  const numeric = header.map((_, column) => /^[\d.–]+$/.test(cells[1]?.[column] ?? ''));
  return cells
    .map((row) => {
      const line = row.map((text, column) =>
        numeric[column] === true
          ? text.padStart(widths[column] ?? 0)
          : text.padEnd(widths[column] ?? 0),
      );
      return `${line.join('  ').trimEnd()}\n`;
    })
    .join('');
}
