import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
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

describe('an entry that nothing answers to any more', () => {
  const entry = (rule: string, element: string, fingerprint: string) =>
    `    { "fingerprint": "${fingerprint}", "rule": "${rule}", "element": "${element}" }`;
  const gone = [
    entry('sync-cycle', 'service:Shop.A', '1'),
    entry('sync-cycle', 'service:Shop.B', '2'),
    entry('sync-cycle', 'service:Shop.C', '3'),
  ];
  const baseline = `{\n  "version": 1,\n  "findings": [\n${gone.join(',\n')}\n  ]\n}\n`;
  interface Action {
    readonly title: string;
    readonly edit: { changes: Record<string, TextEdit[]> };
  }
  const actions = async (at: number) =>
    wire.client.sendRequest<readonly Action[]>('textDocument/codeAction', {
      textDocument: { uri: wire.uri(file) },
      range: problems()[at]!.range,
      context: { diagnostics: [problems()[at]] },
    });
  const after = ({ edit }: Action) =>
    TextDocument.applyEdits(
      TextDocument.create(wire.uri(file), 'json', 1, baseline),
      edit.changes[wire.uri(file)] ?? [],
    );

  it('is told of at its line, and taken out with its comma', async () => {
    writeFileSync(join(wire.folder, file), baseline);
    await changed();
    await wire.eventually('the entries that are gone', () => problems().length === 3);
    expect(problems()).toMatchObject(
      [3, 4, 5].map((line) => ({
        code: 'stale-baseline',
        severity: 3,
        tags: [1],
        range: { start: { line, character: 4 }, end: { line } },
      })),
    );
    expect(problems()[1]?.message).toContain('The sync-cycle finding on service:Shop.B is gone.');
    for (const at of [0, 1, 2]) {
      const [take, all] = await actions(at);
      expect(take?.title).toBe('Take this entry out of the baseline');
      expect(JSON.parse(after(take!))).toMatchObject({
        findings: ['1', '2', '3']
          .filter((_, index) => index !== at)
          .map((fingerprint) => ({ fingerprint })),
      });
      expect(after(take!).split('\n')).toHaveLength(baseline.split('\n').length - 1);
      expect(all?.title).toBe('Take all 3 entries out that are gone');
      expect(JSON.parse(after(all!))).toEqual({ version: 1, findings: [] });
    }
  });

  it('is not told of while a text has errors, which hide what it may answer to', async () => {
    await wire.change('shop.arch', `${text}context {`);
    await wire.eventually('no entry', () => problems().length === 0);
    await wire.change('shop.arch', text);
    await wire.eventually('the entries again', () => problems().length === 3);
  });

  it('counts as the editor has it, saved or not', async () => {
    const uri = wire.uri(file);
    const open = {
      uri,
      languageId: 'json',
      version: 1,
      text: baseline.replace(`${gone[0]!},\n`, ''),
    };
    await wire.client.sendNotification('textDocument/didOpen', { textDocument: open });
    await wire.eventually('two entries', () => problems().length === 2);
    await wire.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await wire.eventually('three again', () => problems().length === 3);
  });

  it('stays JSON where the document is formatted', async () => {
    const uri = wire.uri('archivolt.json');
    const document = {
      uri,
      languageId: 'jsonc',
      version: 1,
      text: '{ "rules": { "sync-cycle": "off" } }',
    };
    await wire.client.sendNotification('textDocument/didOpen', { textDocument: document });
    const options = { tabSize: 2, insertSpaces: true };
    for (const textDocument of [{ uri }, { uri: wire.uri(file) }]) {
      const edits = await wire.client.sendRequest('textDocument/formatting', {
        textDocument,
        options,
      });
      expect(edits).toBeNull();
    }
  });
});
