import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePins } from '../../src/diagram/pins.js';
import { startWire, type Wire } from './wire-client.js';

const text = `context Sales { }
context Pricing { service Sales }
external Stripe
view Narrow { include Pricing, Sales }
view Taken { include Pricing }
`;
const at = { x: 1, y: 2 };
const landscape = writePins({ 'context:Sales': at, 'context:Pricing': at, 'external:Stripe': at });
const own = writePins({ 'context:Sales': at });

const files = {
  'a.arch': text,
  '.archivolt/layout/landscape.json': landscape,
  '.archivolt/layout/Sales.json': own,
  '.archivolt/layout/Sales.by-team.json': writePins({}),
  '.archivolt/layout/Narrow.json': writePins({ 'context:Pricing': at }),
  '.archivolt/layout/Selling.by-team.json': writePins({}),
  '.archivolt/layout/broken.json': '<<<<<<< HEAD',
};
const canRename = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
};

let wire: Wire;
beforeAll(async () => {
  wire = await startWire(files, {}, canRename);
  await wire.open('a.arch', text);
});
afterAll(async () => {
  await wire.stop();
});

interface Change {
  readonly kind?: 'rename';
  readonly oldUri?: string;
  readonly newUri?: string;
  readonly textDocument?: { readonly uri: string };
  readonly edits?: readonly { readonly range: object; readonly newText: string }[];
}
const short = (uri = '') => uri.slice(uri.lastIndexOf('/') + 1);

/** What a rename does to files of pins. */
async function renamed(mark: string, newName: string): Promise<string[]> {
  const edit = await wire.at<{ changes?: object; documentChanges?: readonly Change[] }>(
    'textDocument/rename',
    'a.arch',
    text.indexOf(mark) + mark.length - 1,
    { newName },
  );
  return (edit.documentChanges ?? []).flatMap((change) => {
    if (change.kind === 'rename') return [`${short(change.oldUri)} => ${short(change.newUri)}`];
    const file = short(change.textDocument?.uri);
    return file.endsWith('.arch') ? [] : [`${file}: ${change.edits?.[0]?.newText ?? ''}`];
  });
}

describe('renaming what has pins', () => {
  it('takes them along, and the files of its own map but those that others have', async () => {
    expect(await renamed('context Sales', 'Selling')).toEqual([
      'Sales.json => Selling.json',
      'Selling.json: context:Selling',
      'landscape.json: context:Selling',
    ]);
    expect(await renamed('external Stripe', 'Adyen')).toEqual(['landscape.json: external:Adyen']);
    expect(await renamed('view Narrow', 'Wide')).toEqual(['Narrow.json => Wide.json']);
  });

  it('changes no more than the text where nothing is pinned', async () => {
    expect(await renamed('service Sales', 'Seller')).toEqual([]);
    expect(await renamed('view Taken', 'Free')).toEqual([]);
  });
});
