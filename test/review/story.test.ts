import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { todayIso } from '../../src/project/project.js';
import { commandLine, folderWith } from '../cli/support/run.js';
import { gitIn } from '../support/repository.js';

const inDays = (days: number) => todayIso(new Date(Date.now() + days * 86_400_000));

const first = `
team Checkout {} team Doorstep {} team Billing {}
context Ordering { team Checkout
  @accept(no-timeout, because: "moves next quarter", until: ${inDays(400)})
  service Orders { slo { p99 400ms }
    api Rest: rest { version "1.0.0" audience internal
      GET "/orders/{id}" getOrder(id: uuid): OrderView { p99 400ms }
    }
    publishes Placed
  }
  value OrderView { id: uuid  total: decimal  status: string }
  event Placed { version 1  topic "orders"  compatibility full  id: uuid  note: string? }
}
context Shipping { team Doorstep service Parcels {
  slo { p99 900ms }
  calls Ordering.Orders.getOrder { timeout 500ms  fields id, status }
  subscribes Ordering.Placed
} }
context Invoicing { team Billing service Invoices {
  calls Ordering.Orders.getOrder { timeout 500ms  fields total }
} }
context Reporting { team Billing service Figures {
  calls Ordering.Orders.getOrder { timeout 500ms  fields id }
} }
contextmap Landscape { Ordering -> [CF] Shipping  Ordering -> Invoicing  Ordering -> [ACL] Reporting }
`;

/** Revision 2: one rename is declared, one is not; the file moves to another folder. */
const second = first
  .replaceAll('Parcels', 'ParcelDesk')
  .replace('service ParcelDesk', '@renamedFrom(Parcels) service ParcelDesk')
  .replaceAll('Figures', 'Numbers');
/** Revision 3: a field goes that one of three consumers uses; an optional one becomes required. */
const third = second.replace('total: decimal', '').replace('note: string?', 'note: string');
/** Revision 4: the service is split. */
const fourth = third
  .replace('    publishes Placed\n', '')
  .replace('  value OrderView', '  service Announcer { publishes Placed }\n  value OrderView');
/** Revision 5: the target of the caller is tighter than what it calls, and an exception runs out. */
const fifth = fourth.replace('p99 900ms', 'p99 300ms').replace(inDays(400), inDays(10));

describe('a small history', () => {
  let folder: string;
  let archivolt: Awaited<ReturnType<typeof commandLine>>;
  const git = (...args: string[]) => gitIn(folder)(...args);
  interface Report {
    changes: { change: string; id: string; formerId?: string }[];
    contracts: {
      rule: string;
      severity: string;
      place: string;
      fingerprint: string;
      hits: { consumer: string; severity: string }[];
      approval?: object;
    }[];
    findings: Record<'new' | 'fixed' | 'accepted', { rule: string }[]>;
    fileMoves: object[];
    expiring: { owner: string; until: string }[];
    signOff: { team: string }[];
  }
  const reviewed = (range: string, status: number): Report => {
    const run = archivolt(folder, 'review', range, '--format', 'json');
    expect(run.stderr).toBe('');
    expect(run.status).toBe(status);
    return JSON.parse(run.stdout) as Report;
  };

  beforeAll(async () => {
    archivolt = await commandLine();
    folder = folderWith({ 'shop.arch': first });
    git('init', '-q', '-b', 'main');
    const commit = (tag: string) => {
      git('add', '-A');
      git('commit', '-qm', tag);
      git('tag', tag);
    };
    commit('r1');
    mkdirSync(join(folder, 'models'));
    renameSync(join(folder, 'shop.arch'), join(folder, 'models/shop.arch'));
    for (const [tag, text] of [
      ['r2', second],
      ['r3', third],
      ['r4', fourth],
      ['r5', fifth],
    ] as const) {
      writeFileSync(join(folder, 'models/shop.arch'), text);
      commit(tag);
    }
  }, 120_000);

  it('tells a declared rename from something gone and something new', () => {
    const { changes, fileMoves, contracts } = reviewed('r1..r2', 0);
    expect(changes).toContainEqual(
      expect.objectContaining({
        change: 'renamed',
        id: 'service:Shipping.ParcelDesk',
        formerId: 'service:Shipping.Parcels',
      }),
    );
    const others = changes.filter(({ id }) => id.startsWith('service:Reporting'));
    expect(others.map(({ change, id }) => `${change} ${id}`)).toEqual([
      'removed service:Reporting.Figures',
      'added service:Reporting.Numbers',
    ]);
    expect(fileMoves).toEqual([{ from: 'shop.arch', to: 'models/shop.arch' }]);
    expect(contracts).toEqual([]);
  });

  it('says who uses the field that is gone, and that the event asks for more', () => {
    const { contracts, signOff } = reviewed('r2..r3', 1);
    expect(
      contracts.map(({ rule, severity, hits }) => [
        `${severity} ${rule}`,
        ...hits.map(({ consumer, severity: own }) => `${consumer} ${own}`),
      ]),
    ).toEqual([
      ['breaking event-property-became-required', 'service:Shipping.ParcelDesk breaking'],
      ['breaking response-required-property-removed', 'service:Invoicing.Invoices breaking'],
    ]);
    expect(signOff.map(({ team }) => team)).toEqual([
      'team:Billing',
      'team:Checkout',
      'team:Doorstep',
    ]);
  });

  it('sees a service split, which breaks nobody', () => {
    const { changes, contracts } = reviewed('r3..r4', 0);
    expect(changes.map(({ change, id }) => `${change} ${id}`)).toEqual([
      'added publication:Ordering.Announcer->Ordering.Placed',
      'removed publication:Ordering.Orders->Ordering.Placed',
      'added service:Ordering.Announcer',
    ]);
    expect(contracts).toEqual([]);
  });

  it('finds the broken budget, and the exception that runs out', () => {
    const { findings, expiring } = reviewed('r4..r5', 0);
    expect(findings.new.map(({ rule }) => rule)).toContain('latency-infeasible');
    expect(expiring).toEqual([
      { rules: ['no-timeout'], owner: 'service:Ordering.Orders', until: inDays(10) },
    ]);
  });

  it('lets an approval silence a change until it changes again', () => {
    const { contracts } = reviewed('r2', 1);
    const approvals = contracts.map(({ fingerprint }) => ({
      ...{ fingerprint, who: 'Ada', why: 'agreed with Billing', when: '2026-11-01' },
    }));
    mkdirSync(join(folder, '.archivolt'));
    const file = join(folder, '.archivolt/approvals.json');
    writeFileSync(file, JSON.stringify({ version: 1, approvals }));
    expect(reviewed('r2', 0).contracts.every(({ approval }) => approval !== undefined)).toBe(true);
    writeFileSync(join(folder, 'models/shop.arch'), fifth.replace(/id: uuid +status/, 'status'));
    expect(
      reviewed('r2', 1).contracts.some(
        ({ approval, place }) => !approval && place === 'response.id',
      ),
    ).toBe(true);
    git('checkout', '-q', '--', '.');
  });

  it('leaves the working tree and the index alone', () => {
    writeFileSync(join(folder, 'models/draft.arch'), 'context Draft {}');
    const status = git('status', '--porcelain');
    reviewed('r1..r5', 1);
    expect(git('status', '--porcelain')).toBe(status);
  });

  it('checks only what came in since a revision', () => {
    const run = archivolt(folder, 'check', '.', '--since', 'r2', '--format', 'json');
    const { models } = JSON.parse(run.stdout) as { models: { findings: { rule: string }[] }[] };
    const rules = models.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    expect([...new Set(rules)].sort()).toEqual(
      expect.arrayContaining(['breaking-change', 'latency-infeasible']),
    );
    expect(run.status).toBe(1);
    expect(archivolt(folder, 'check', '.', '--since', 'HEAD').status).toBe(0);
  });

  it('writes JSON as its schema says', () => {
    const file = join(import.meta.dirname, '../../schemas/review.schema.json');
    const isValid = new Ajv2020().compile(JSON.parse(readFileSync(file, 'utf8')) as object);
    for (const range of ['r1..r5', 'r2..r3', 'r5..r1']) {
      const { stdout } = archivolt(folder, 'review', range, '--format', 'json');
      isValid(JSON.parse(stdout));
      expect(isValid.errors).toBeNull();
    }
  });

  it('refuses what is no revision, without running it', () => {
    for (const words of ['nothing..r5', '--output=x', '..r5', '$(touch x)..r5']) {
      expect(archivolt(folder, 'review', '--', words).status).toBe(2);
    }
  });

  it('writes a comment that fits, with a map, and a page without scripts', () => {
    const markdown = archivolt(folder, 'review', 'r2..r5', '--format', 'markdown').stdout;
    expect(markdown.length).toBeLessThan(65_536);
    expect(markdown).toContain('```mermaid\n');
    expect(markdown).toContain('breaking');
    const html = archivolt(folder, 'review', 'r2..r5', '--format', 'html').stdout;
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });
});
