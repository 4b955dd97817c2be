import { commands, workspace, type Uri, type WorkspaceEdit } from 'vscode';
import { writePins } from '../../../src/diagram/pins.js';
import { canLook, equal, eventually, look, ok, test } from './harness.js';
import { fileUri, openFile, place } from './workspace.js';

const file = fileUri('.archivolt/layout/landscape.json');
const conflict = `{
  "version": 1,
  "pins": {
<<<<<<< HEAD
    "context:Ordering": { "x": 0, "y": 0 }
=======
    "context:Payments": { "x": 900, "y": 900 }
>>>>>>> other
  }
}
`;

const written = async () => {
  const data = await workspace.fs.readFile(file);
  return new TextDecoder().decode(data);
};
const write = (text: string) => workspace.fs.writeFile(file, new TextEncoder().encode(text));
const pins = async () =>
  (JSON.parse(await written()) as { pins: Record<string, { x: number; y: number }> }).pins;
/** What the list of notifications says. */
const notices = async () => {
  await commands.executeCommand('notifications.showList');
  return look<string>('evaluateAround', {
    script: `[...document.querySelectorAll('.notification-list-item')].map((one) => one.textContent).join('; ')`,
  });
};
const saysConflict = async () => (await notices()).includes('Git left a conflict in line 4');
/** Where a box stands from another one, in pixels of the page. */
const fromPayments = () =>
  look<number>('evaluate', {
    script: `(() => {
      const left = (name) => document.querySelector('[data-arch-id="context:' + name + '"] rect').getBoundingClientRect().left;
      return left('Shipping') - left('Payments');
    })()`,
  });
/** How far it stood before anybody dragged it. */
let standing = 0;
const drag = (x: number, y: number) =>
  look('drag', { selector: '[data-arch-id="context:Shipping"] rect', x, y });

test('a box that is dragged is pinned in a file beside the model', async () => {
  if (!canLook) return;
  await openFile('ordering.arch');
  await commands.executeCommand('archivolt.openContextMap');
  // What is out of sight is not drawn.
  await look('click', { selector: 'text=Fit' });
  await eventually('all boxes', () =>
    look<boolean>('evaluate', {
      script: `document.querySelector('[data-arch-id="context:Shipping"] rect') !== null && document.querySelector('[data-arch-id="context:Payments"] rect') !== null`,
    }),
  );
  const before = await fromPayments();
  standing = before;
  await drag(40, 30);
  await eventually('the file', async () => {
    const known = await pins().catch(() => ({}));
    return Object.keys(known).join(' ') === 'context:Shipping';
  });
  await eventually('the box elsewhere', async () => Math.abs((await fromPayments()) - before) > 1);
});

test('a box goes back where it was, and there again', async () => {
  if (!canLook) return;
  const gone = async () =>
    (await workspace.fs.stat(file).then(
      () => 'there',
      () => 'gone',
    )) === 'gone';
  const dragged = await fromPayments();
  const near = (place: number) => async () => Math.abs((await fromPayments()) - place) < 1;
  await look('press', { key: 'Control+z' });
  await eventually('no file', gone);
  await eventually('the box back', near(standing));
  await look('press', { key: 'Control+y' });
  await eventually('the box there again', near(dragged));
  equal(Object.keys(await pins()), ['context:Shipping'], 'the pins');
  await look('click', { selector: 'text=Reset layout' });
  await eventually('no file after resetting', gone);
  await look('click', { selector: '[data-arch-id="context:Shipping"] rect' });
  await look('press', { key: 'Control+z' });
  await eventually('the pin after undoing the reset', near(dragged));
});

test('the map follows a file of pins that others change', async () => {
  if (!canLook) return;
  const { 'context:Shipping': at } = await pins();
  const before = await fromPayments();
  ok(at, 'a pin');
  const x = (at?.x ?? 0) + 300;
  await write(JSON.stringify({ version: 1, pins: { 'context:Shipping': { ...at, x } } }));
  await eventually('the box elsewhere', async () => Math.abs((await fromPayments()) - before) > 1);
});

test('a file of pins with a conflict is told of, and never written over', async () => {
  if (!canLook) return;
  await write(conflict);
  await eventually('the message', saysConflict);
  await commands.executeCommand('notifications.clearAll');
  await drag(-40, 30);
  await eventually('the message again', saysConflict);
  equal(await written(), conflict, 'the file');
  await commands.executeCommand('notifications.clearAll');
  await workspace.fs.delete(fileUri('.archivolt'), { recursive: true });
});

test('pins go along when a context is renamed, those of its own map in their file', async () => {
  const own = (name: string) => fileUri(`.archivolt/layout/${name}.json`);
  const text = async (uri: Uri) => new TextDecoder().decode(await workspace.fs.readFile(uri));
  const at = (name: string) => writePins({ [`context:${name}`]: { x: 4, y: 2 } });
  await write(at('Shipping'));
  await workspace.fs.writeFile(own('Shipping'), new TextEncoder().encode(at('Shipping')));
  const rename = async (from: string, to: string) => {
    const document = await openFile('shipping.arch');
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place(document, `context ${from}`, 9),
      to,
    );
    ok(await workspace.applyEdit(edit), 'the edit is applied');
    // As VS Code does after a refactoring that was asked for in the editor.
    for (const uri of [fileUri('shipping.arch'), fileUri('ordering.arch'), own(to), file]) {
      ok(await (await workspace.openTextDocument(uri)).save(), 'the file is saved');
    }
    equal(await text(own(to)), at(to), 'the file of its own map');
    equal(await written(), at(to), 'its name in the landscape');
    const gone = await workspace.fs.stat(own(from)).then(
      () => false,
      () => true,
    );
    ok(gone, 'the file under the former name is gone');
  };
  await rename('Shipping', 'Delivery');
  await rename('Delivery', 'Shipping');
  await workspace.fs.delete(fileUri('.archivolt'), { recursive: true });
});
