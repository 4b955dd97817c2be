import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Commits a copy of the bookshop and changes it, as somebody does who has an idea: a field goes that
 * another context reads, a context comes, and a shared kernel becomes a published service.
 */
export function changeBookshop(folder) {
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-qm', 'The bookshop'],
  ]) {
    execFileSync('git', args, { cwd: folder });
  }
  const replace = (name, text, by) => {
    const file = join(folder, name);
    const before = readFileSync(file, 'utf8');
    if (!before.includes(text)) throw new Error(`${name} has no ${text}`);
    writeFileSync(file, before.replace(text, by));
  };
  replace(
    'shipping.arch',
    'lines: StockLine[] (min 1, max 100)  heldUntil: datetime',
    'lines: StockLine[] (min 1, max 100)',
  );
  replace(
    'strategic.arch',
    'Customers <-> Shipping : shared-kernel { shares Customers.Address, Customers.CountryCode }',
    'Customers [OHS, PL] -> [CF] Shipping',
  );
  replace(
    'strategic.arch',
    '/** Checkout keeps its own idea',
    'Catalog [OHS, PL] -> [ACL] Recommendations\n\n  /** Checkout keeps its own idea',
  );
  writeFileSync(
    join(folder, 'recommendations.arch'),
    `/** What else one may like to read. */
context Recommendations {
  team Discovery
  service Recommender {
    calls Catalog.CatalogService.getBook { timeout 200ms }
    subscribes Catalog.BookOffered
  }
}
`,
  );
}
