import type { Browser, Page } from 'playwright-core';

interface Trace {
  readonly traceEvents: readonly { readonly name: string; readonly ph: string }[];
}

/** How often Chromium did each kind of work of painting while something happened, by its own names. */
export async function traced(
  browser: Browser,
  page: Page,
  happens: () => Promise<void>,
): Promise<Readonly<Record<string, number>>> {
  await browser.startTracing(page, { categories: ['blink', 'cc', 'devtools.timeline'] });
  await happens();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as Trace;
  const counts: Record<string, number> = {};
  for (const { name, ph } of traceEvents) if (ph === 'X') counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
