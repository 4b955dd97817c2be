/** The coverage report as data. */
import type { DocumentReport } from '../document.js';
import type { ImportPlan } from '../plan.js';
import { kinds } from './summary.js';

export function documentJson({ name, kind, title, coverage, remarks }: DocumentReport) {
  const { counts, share, entries } = coverage;
  const lists = kinds.map((one) => [
    one,
    entries
      .filter((entry) => entry.kind === one)
      .map(({ at, values, reason }) => ({
        at,
        values,
        ...(reason === undefined ? {} : { reason }),
      })),
  ]);
  return {
    document: name,
    kind,
    title,
    counts,
    share: Math.round(share * 10_000) / 10_000,
    remarks,
    ...(Object.fromEntries(lists) as Record<string, unknown>),
  };
}

/** The whole import: what was written where, and the report on each document. */
export function importJson(
  plan: Pick<ImportPlan, 'models' | 'adopted' | 'reports' | 'remarks'>,
): string {
  const tree = {
    version: 1,
    models: plan.models,
    contracts: plan.adopted.map(({ path, locked }) => ({ path, element: locked.element })),
    remarks: plan.remarks,
    documents: plan.reports.map(documentJson),
  };
  return `${JSON.stringify(tree, null, 2)}\n`;
}
