import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startAgent, type Agent } from '../support/agent.js';
import { folderWith } from '../support/run.js';

const model = {
  'archivolt.json': JSON.stringify({
    extends: 'none',
    rules: {
      'unresolved-reference': 'error',
      'one-aggregate-root': 'error',
      'event-past-tense': 'warning',
      'sync-cycle': 'error',
    },
  }),
  'ordering.arch': `context Ordering {
  aggregate Order { entity Order { id id: uuid } }
  event ShipOrder
  service OrderService { publishes ShipOrder }
}
`,
  'shipping.arch': `context Shipping {
  service Shipper { subscribes Ordering.ShipOrder  calls Mover }
  service Mover { calls Shipper }
}
`,
};

interface Finding {
  readonly rule: string;
  readonly fingerprint: string;
  readonly fixes: readonly string[];
}
interface Edits {
  readonly files: readonly { readonly file: string; readonly edits: readonly object[] }[];
}
interface Proposal {
  readonly introduced: readonly Finding[];
  readonly fixed: readonly Finding[];
}

let agent: Agent;
let folder: string;
afterEach(() => agent.stop());

async function start(): Promise<readonly Finding[]> {
  folder = folderWith(model);
  agent = await startAgent(folder);
  return (await agent.data<{ models: { findings: Finding[] }[] }>('check')).models[0]!.findings;
}

/** What `check_proposal` says of suggested edits, as they are. */
async function effect({ files }: Edits): Promise<[introduced: string[], fixed: string[]]> {
  const { introduced, fixed } = await agent.data<Proposal>('check_proposal', { files });
  return [introduced.map(({ rule }) => rule), fixed.map(({ rule }) => rule)];
}

const of = (findings: readonly Finding[], rule: string) =>
  findings.find((finding) => finding.rule === rule)!;

describe('a suggested fix', () => {
  it('mends its finding and nothing else, in the form that a proposal takes', async () => {
    const { fingerprint } = of(await start(), 'one-aggregate-root');
    const edits = await agent.data<Edits>('suggest_fix', { fingerprint });
    expect(edits.files.map(({ file }) => file)).toEqual(['ordering.arch']);
    expect(await effect(edits)).toEqual([[], ['one-aggregate-root']]);
    expect(readFileSync(join(folder, 'ordering.arch'), 'utf8')).toBe(model['ordering.arch']);
  });

  it('renames in all files where a name is what is wrong', async () => {
    const { fingerprint } = of(await start(), 'event-past-tense');
    const fix = 'Rename to OrderShipped';
    const edits = await agent.data<Edits & { fix: string }>('suggest_fix', { fingerprint, fix });
    expect(edits.files.map(({ file }) => file)).toEqual(['ordering.arch', 'shipping.arch']);
    expect(await effect(edits)).toEqual([[], ['event-past-tense']]);
  });

  it('is there for a text that is not written yet', async () => {
    await start();
    const files = [{ file: 'new.arch', text: 'context New {\n  event MakeNew\n}\n' }];
    const { introduced } = await agent.data<Proposal>('check_proposal', { files });
    const { fingerprint } = of(introduced, 'event-past-tense');
    const edits = await agent.data<Edits>('suggest_fix', { fingerprint, files });
    expect(edits.files).toEqual([
      {
        file: 'new.arch',
        edits: [{ line: 2, old: '  event MakeNew\n', new: '  event NewMade\n' }],
      },
    ]);
    expect((await agent.ask('suggest_fix', { fingerprint })).isError).toBe(true);
  });

  it('is not made up where a person has to decide', async () => {
    const cycle = of(await start(), 'sync-cycle');
    const said = await agent.ask('suggest_fix', { fingerprint: cycle.fingerprint, fix: 'Magic' });
    expect(said.isError).toBe(true);
    expect((await agent.ask('suggest_fix', { fingerprint: 'none' })).text).toBe(
      'No finding has the fingerprint none. `check` has them.',
    );
  });
});

describe('a suggested rename', () => {
  it('changes every place that names the element, and breaks none', async () => {
    await start();
    const edits = await agent.data<Edits>('suggest_rename', {
      element: 'Ordering.ShipOrder',
      name: 'OrderPacked',
    });
    expect(edits.files).toEqual([
      {
        file: 'ordering.arch',
        edits: [
          { line: 3, old: '  event ShipOrder\n', new: '  event OrderPacked\n' },
          {
            line: 4,
            old: '  service OrderService { publishes ShipOrder }\n',
            new: '  service OrderService { publishes OrderPacked }\n',
          },
        ],
      },
      {
        file: 'shipping.arch',
        edits: [
          {
            line: 2,
            old: '  service Shipper { subscribes Ordering.ShipOrder  calls Mover }\n',
            new: '  service Shipper { subscribes Ordering.OrderPacked  calls Mover }\n',
          },
        ],
      },
    ]);
    expect(await effect(edits)).toEqual([[], ['event-past-tense']]);
  });

  it('is refused for what is no name, and for one that is taken', async () => {
    await start();
    const said = async (name: string) =>
      (await agent.ask('suggest_rename', { element: 'Shipper', name })).text;
    expect(await said('a b')).toBe(
      '"a b" is no name: use letters, digits and _, beginning with a letter.',
    );
    expect(await said('Mover')).toBe('The name is taken by service `Shipping.Mover`.');
  });

  it('comes in parts where it is long, each file whole', async () => {
    const lines = (n: number) =>
      Array.from(
        { length: 150 },
        (_, at) => `  service S${String(n)}x${String(at)} { calls Core.Heart }`,
      );
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, n) => [
        `c${String(n).padStart(2, '0')}.arch`,
        `context C${String(n)} {\n${lines(n).join('\n')}\n}\n`,
      ]),
    );
    agent = await startAgent(folderWith({ ...files, 'a.arch': 'context Core { service Heart }' }));
    const input = { element: 'Core.Heart', name: 'Soul' };
    const first = await agent.ask('suggest_rename', input);
    const begun = (JSON.parse(first.text) as Edits).files;
    expect(first.notes.join()).toContain(`${String(13 - begun.length)} more files: call again`);
    const rest = await agent.data<Edits>('suggest_rename', { ...input, skip: begun.length });
    const names = [...begun, ...rest.files].map(({ file }) => file);
    expect(names.length).toBeLessThanOrEqual(13);
    expect(names.slice(0, 2)).toEqual(['a.arch', 'c00.arch']);
    for (const { edits } of begun.slice(1)) {
      expect(JSON.stringify(edits).match(/Core\.Soul/g)).toHaveLength(150);
    }
  });
});

describe('a suggested refactoring', () => {
  it('is one of those that are possible, and every reference follows', async () => {
    await start();
    const element = 'Ordering.OrderService';
    const { refactorings } = await agent.data<{ refactorings: string[] }>('suggest_refactoring', {
      element,
    });
    const refactoring = 'Move OrderService to the context Shipping';
    expect(refactorings).toContain(refactoring);
    const edits = await agent.data<Edits>('suggest_refactoring', { element, refactoring });
    expect(edits.files.map(({ file }) => file)).toEqual(['ordering.arch', 'shipping.arch']);
    expect(await effect(edits)).toEqual([[], []]);
    const said = await agent.ask('suggest_refactoring', { element, refactoring: 'Fly' });
    expect(said.text).toContain(`Possible are "Extract OrderService`);
  });

  it('turns a call into an event, which ends a cycle', async () => {
    await start();
    const input = { element: 'call:Shipping.Mover->Shipping.Shipper' };
    const { refactorings } = await agent.data<{ refactorings: string[] }>(
      'suggest_refactoring',
      input,
    );
    const [refactoring = ''] = refactorings;
    expect(refactoring).toBe('Turn the call into the event ShipperRequested');
    const edits = await agent.data<Edits>('suggest_refactoring', { ...input, refactoring });
    expect(await effect(edits)).toEqual([[], ['sync-cycle']]);
  });
});
