import { beforeAll, describe, expect, it } from 'vitest';
import { commandLine, folderWith } from './support/run.js';

let archivolt: Awaited<ReturnType<typeof commandLine>>;

beforeAll(async () => {
  archivolt = await commandLine();
});

const shop = folderWith({
  'shop.arch': `
team Red { size 5 }
context Sales {
  team Red
  service Orders { calls Pricing.Prices.quote }
}
context Pricing {
  service Prices {
    api P: rest { version "1.0"  GET "/quotes" quote(): string { calls Sales.Orders } }
  }
}
actor Buyer
flow Buy "Buying" { Buyer -> Sales.Orders }
`,
});

const overlay = (name: string, ...more: readonly string[]) =>
  archivolt(shop, 'map', '--overlay', name, ...more);

describe('archivolt map --overlay', () => {
  it('lays findings over the map as the editor does, those of what is inside included', () => {
    const { status, stdout } = overlay('findings');
    expect(status).toBe(0);
    expect(stdout).toMatch(/>Findings</);
    expect(stdout).toMatch(/>× \d+/);
  });

  it('lays teams, coupling and the steps of a flow over it', () => {
    expect(overlay('teams').stdout).toContain('>1 Red<');
    expect(overlay('coupling').stdout).toContain('>in 1 · out 1 · I 0.50<');
    expect(overlay('flow:Buy').stdout).toContain('Buying');
    expect(overlay('flow:Buy', '--format', 'drawio').status).toBe(0);
  });

  it('names what there is for a name that there is not', () => {
    expect(overlay('finding')).toMatchObject({
      status: 2,
      stderr: 'archivolt: There is no overlay finding. Did you mean findings?\n',
    });
    expect(overlay('xyz').stderr).toContain('There are findings, teams, coupling, flow:Buy');
  });

  it('is refused where a format has no places for marks', () => {
    const { status, stderr } = overlay('findings', '--format', 'mermaid');
    expect(status).toBe(2);
    expect(stderr).toContain('cannot be drawn as mermaid');
    expect(overlay('findings', '--flow', 'Buy').status).toBe(2);
  });
});
