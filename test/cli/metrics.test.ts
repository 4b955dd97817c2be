import { beforeAll, describe, expect, it } from 'vitest';
import { commandLine, folderWith } from './support/run.js';

let archivolt: Awaited<ReturnType<typeof commandLine>>;

beforeAll(async () => {
  archivolt = await commandLine();
});

const shop = `
context Sales { service Orders { calls Pricing.Prices } }
context Pricing { service Prices }
`;

describe('archivolt metrics', () => {
  it('prints a table for each level', () => {
    const { status, stdout, stderr } = archivolt(folderWith({ 'a.arch': shop }), 'metrics');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout)
      .toBe(`.: 2 services in 2 contexts, coupling factor 0.50, deepest chain 1, cycles 0, shared stores 0

context  Ca  Ce     I  services  operations  events
Pricing   1   0  0.00         1           0       0
Sales     0   1  1.00         1           0       0

service         AIS  ADS  Ca  Ce     I  chain  shared stores
Pricing.Prices    1    0   1   0  0.00      0              0
Sales.Orders      0    1   0   1  1.00      1              0

relation        strength  distance  volatility  product  because
Pricing->Sales  2 model          2           –        –  nothing says that it is a published contract
`);
  });

  it('counts one of a kind as one', () => {
    const folder = folderWith({ 'a.arch': 'context Sales { service Orders }' });
    expect(archivolt(folder, 'metrics').stdout).toMatch(/^\.: 1 service in 1 context, coupling/);
  });

  it('gives the same figures as JSON and as CSV', () => {
    const folder = folderWith({ 'a.arch': shop });
    const { models } = JSON.parse(archivolt(folder, 'metrics', '--format', 'json').stdout) as {
      models: { root: string; services: { id: string; dependence: number }[] }[];
    };
    expect(models[0]?.services.map(({ id, dependence }) => [id, dependence])).toEqual([
      ['service:Pricing.Prices', 0],
      ['service:Sales.Orders', 1],
    ]);
    const lines = archivolt(folder, 'metrics', '--format', 'csv').stdout.split('\n');
    expect(lines[0]).toBe('root,kind,element,figure,value');
    expect(lines).toContain('.,service,service:Sales.Orders,dependence,1');
    expect(lines).toContain('.,relation,relation:Pricing->Sales,strength,2');
  });

  it('disarms a folder name that a spreadsheet would compute', () => {
    const folder = folderWith({ '=1+1/archivolt.json': '{}', '=1+1/a.arch': shop });
    const { stdout } = archivolt(folder, 'metrics', '--format', 'csv');
    expect(stdout).toContain("\n'=1+1,model,,services,2\n");
  });
});
