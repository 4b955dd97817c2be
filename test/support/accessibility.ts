import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * One rule wants all words that are seen in a box in its name, in the order in which they stand there.
 * Ours begin with what it is and how it is called: `Bounded context Catalog, supporting`.
 */
const rules = { 'label-content-name-mismatch': { enabled: false } };

/** What axe finds inaccessible on a page, by rule, with the elements that it is about. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify({ rules })})`,
  );
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 5)
        .map(({ html, failureSummary = '' }) => `${html.slice(0, 160)} (${failureSummary})`)
        .join('; ')}`,
  );
}
