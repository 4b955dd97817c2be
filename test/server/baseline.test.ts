import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWire, type Wire } from './wire-client.js';

const file = '.archivolt/baseline.json';
const text = 'context Shop { event ShipOrder }\n';
const conflict = `{
  "version": 1,
  "findings": [
<<<<<<< HEAD
    { "fingerprint": "1", "rule": "sync-cycle", "element": "service:A" }
=======
    { "fingerprint": "2", "rule": "sync-cycle", "element": "service:B" }
>>>>>>> other
  ]
}
`;

let wire: Wire;
beforeAll(async () => {
  wire = await startWire({ 'shop.arch': text, [file]: conflict });
  await wire.open('shop.arch', text);
}, 60_000);
afterAll(async () => {
  await wire.stop();
});

const problems = () => wire.diagnostics.get(wire.uri(file)) ?? [];
const isHidden = () =>
  !(wire.diagnostics.get(wire.uri('shop.arch')) ?? []).some(
    ({ code }) => code === 'event-past-tense',
  );
const changed = () =>
  wire.client.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: wire.uri(file), type: 2 }],
  });

describe('a baseline that cannot be read', () => {
  it('says in its file what is wrong, where, and how to mend it; nothing is hidden', async () => {
    const [problem] = await wire.eventually(
      'the problem',
      () => problems().length > 0 && problems(),
    );
    expect(problem).toMatchObject({ code: 'baseline', severity: 1, range: { start: { line: 3 } } });
    expect(problem?.message).toContain('Git left a conflict');
    expect(isHidden()).toBe(false);
  });

  it('shows the entry that lacks something', async () => {
    writeFileSync(
      join(wire.folder, file),
      '{\n  "version": 1,\n  "findings": [\n    { "rule": "sync-cycle" }\n  ]\n}\n',
    );
    await changed();
    await wire.eventually('another problem', () => problems()[0]?.message.includes('lacks'));
    expect(problems()).toMatchObject([{ range: { start: { line: 3, character: 4 } } }]);
  });

  it('is not read through a link', async () => {
    writeFileSync(join(wire.folder, 'elsewhere.json'), '{ "version": 1, "findings": [] }');
    rmSync(join(wire.folder, file));
    symlinkSync(join(wire.folder, 'elsewhere.json'), join(wire.folder, file));
    await changed();
    await wire.eventually('another problem', () => problems()[0]?.message.includes('is a link'));
  });

  it('says nothing any more once it is mended', async () => {
    rmSync(join(wire.folder, file));
    writeFileSync(join(wire.folder, file), '{ "version": 1, "findings": [] }');
    await changed();
    await wire.eventually('no problem', () => problems().length === 0);
  });
});
