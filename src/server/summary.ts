import { starterFiles } from '../project/starter.js';
import {
  starterRequest,
  summaryRequest,
  type Summary,
  type SummaryParams,
} from '../protocol/editor.js';
import { counts } from '../rules/finding.js';
import type { Session } from './session.js';

/** What a model holds, and a model to start from. */
export function registerSummary({ connection, roots }: Session): void {
  connection.onRequest(summaryRequest, ({ uri }: SummaryParams): Summary => {
    const { project } = roots.locate(uri).root;
    const findings = project.latest.all.filter(counts);
    return {
      contexts: project.model.contexts.length,
      services: project.model.services.length,
      errors: findings.filter(({ severity }) => severity === 'error').length,
      warnings: findings.filter(({ severity }) => severity === 'warning').length,
    };
  });
  connection.onRequest(starterRequest, starterFiles);
}
