import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reportMarkdown } from '../../src/importers/report/markdown.js';
import { changedLines, faultsOf, fixture, ImportedFolder, input } from './support.js';

const golden = join(import.meta.dirname, 'golden');

describe.each([
  ['lights.asyncapi.yaml', 'lights'],
  ['parcels.asyncapi.yaml', 'parcels'],
])('the AsyncAPI document %s', (name, short) => {
  const folder = new ImportedFolder(fixture(name));

  it('becomes a model without errors', async () => {
    expect(faultsOf(folder)).toEqual([]);
    const text = folder.files.get(folder.plan.models[0]!);
    await expect(text).toMatchFileSnapshot(join(golden, `${short}.arch`));
  });

  it('is reported on by pointer', async () => {
    const text = reportMarkdown(folder.plan.reports);
    await expect(text).toMatchFileSnapshot(join(golden, `${short}.report.md`));
  });

  it('stays as it is when contracts are generated', () => {
    const before = folder.files.get(folder.contract);
    expect(folder.generate()[0]).toMatchObject({ state: 'fresh', action: 'keep' });
    expect(folder.files.get(folder.contract)).toBe(before);
  });
});

describe('AsyncAPI 3', () => {
  const original = fixture('lights.asyncapi.yaml').text;

  it('keeps its bytes as the contract', () => {
    const folder = new ImportedFolder(fixture('lights.asyncapi.yaml'));
    expect(folder.contract).toBe('contracts/street-lights/street-lights-service.asyncapi.yaml');
    expect(folder.files.get(folder.contract)).toBe(original);
  });

  it('takes changes of the model where it has the thing, under its own names', () => {
    const folder = new ImportedFolder(fixture('lights.asyncapi.yaml'));
    folder.edit('lumens: int64 (min 0)', 'lumens: int64 (min 1)');
    folder.edit('max 100', 'max 99');
    folder.generate();
    expect(changedLines(original, folder.files.get(folder.contract)!)).toEqual([
      '- lumens: { type: integer, minimum: 0, description: How bright. }',
      '+ lumens: { type: integer, minimum: 1, description: How bright. }',
      '- percentage: { type: integer, minimum: 0, maximum: 100 }',
      '+ percentage: { type: integer, minimum: 0, maximum: 99 }',
    ]);
  });

  it('gets what is new with all that belongs to it', () => {
    const folder = new ImportedFolder(fixture('lights.asyncapi.yaml'));
    folder.edit('sends dimLight', 'sends dimLight\n    publishes lampReplaced');
    folder.edit('  event lampBroken', '  event lampReplaced { lamp: uuid }\n\n  event lampBroken');
    folder.generate();
    const tree = parse(folder.files.get(folder.contract)!) as Record<
      string,
      Record<string, unknown>
    >;
    expect(Object.keys(tree['operations']!)).toEqual(['onMeasured', 'dim', 'publishLampReplaced']);
    expect(Object.keys(tree['channels']!)).toEqual(['measured', 'dim', 'streetLightsLampReplaced']);
    const { messages, schemas } = tree['components'] as Record<string, object>;
    expect(Object.keys(messages!)).toEqual(['lightMeasured', 'lampReplaced']);
    expect(schemas).toHaveProperty('lampReplaced.properties.lamp');
    expect(folder.generate()[0]).toMatchObject({ action: 'keep', conflicts: [] });
  });
});

describe('AsyncAPI 2', () => {
  it('becomes version 3 on the way, seen from the application', () => {
    const folder = new ImportedFolder(fixture('parcels.asyncapi.yaml'));
    expect(folder.files.get(folder.contract)).toMatch(/^asyncapi: "?3\.0\.0/);
    const text = folder.files.get(folder.plan.models[0]!);
    // Others subscribe to what it publishes, and publish what it handles.
    expect(text).toContain('publishes ParcelShipped\n    handles ShipParcel\n');
    expect(folder.plan.reports[0]?.remarks[0]).toMatch(/^It was converted to AsyncAPI 3\.0\.0/);
  });

  it('is refused with a reason where it is too broken for that', () => {
    expect(() => new ImportedFolder(input('asyncapi: 2.6.0\ninfo: 1\ntags: [a]'))).toThrow(
      /^It cannot be converted to AsyncAPI 3: /,
    );
    expect(() => new ImportedFolder(input('asyncapi: 2.9.0'))).toThrow(/2\.9\.0/);
  });
});

it('A protocol may be called as what every object has', () => {
  const folder = new ImportedFolder(
    input(`asyncapi: 3.0.0
info: { title: Lamps, version: 1.0.0 }
servers: { hall: { host: hall.example, protocol: constructor } }
channels:
  lamps: { address: lamps, servers: [{ $ref: '#/servers/hall' }], messages: { lampOn: { payload: { type: object } } } }
operations: { on: { action: send, channel: { $ref: '#/channels/lamps' } } }`),
  );
  expect(folder.files.get(folder.plan.models[0]!)).toContain(': constructor {');
  expect(faultsOf(folder)).toEqual([]);
});
