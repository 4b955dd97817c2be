import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contractsConfig } from '../../src/contracts/config.js';
import { contracts } from '../../src/contracts/contracts.js';
import { goldenCases, goldenDir, goldenModel } from './cases.js';

describe.each(goldenCases)('the contracts of %s', (name) => {
  const folder = join(goldenDir, name);
  const documents = contracts(goldenModel(name), contractsConfig());

  it.each(documents.map((document) => [document.path, document] as const))(
    '%s',
    async (path, document) => {
      await expect(document.text).toMatchFileSnapshot(join(folder, path));
    },
  );

  it('are all there are', () => {
    const files = existsSync(join(folder, 'contracts'))
      ? readdirSync(join(folder, 'contracts'), { recursive: true, withFileTypes: true })
      : [];
    expect(files.filter((entry) => entry.isFile()).length).toBe(documents.length);
  });
});
