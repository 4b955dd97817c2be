import { Selection, commands, window, workspace, type Uri, type WorkspaceEdit } from 'vscode';
import { canLook, equal, eventually, look, ok, test } from './harness.js';
import { fileUri, openFile, place, replace, revert } from './workspace.js';

const boxes = `JSON.stringify([...document.querySelectorAll('g.node')].map((node) => node.dataset.archId))`;

test('an export opens the map where there is none', async () => {
  await openFile('ordering.arch');
  const target = fileUri('exported.png');
  await commands.executeCommand('archivolt.exportContextMap', 'png', target);
  const data = await workspace.fs.readFile(target);
  equal(Buffer.from(data.slice(1, 4)).toString('latin1'), 'PNG', 'the beginning of the image');
  await workspace.fs.delete(target);
  await commands.executeCommand('workbench.action.closeAllEditors');
});

test('the context map opens beside the text and draws contexts and relations', async () => {
  await openFile('ordering.arch');
  await commands.executeCommand('archivolt.openContextMap');
  await eventually('the panel', () =>
    window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Context Map')),
  );
  if (!canLook) return;
  // The page is there before its first picture.
  const ids = await eventually('boxes of the map', async () => {
    const shown = JSON.parse(await look<string>('evaluate', { script: boxes })) as string[];
    return shown.length > 0 ? shown : undefined;
  });
  equal(
    ids.sort(),
    ['context:Ordering', 'context:Payments', 'context:Shipping'],
    'boxes of the map',
  );
  const ports = await look<string>('evaluate', {
    script: `[...document.querySelectorAll('g.port text')].map((text) => text.textContent).join('|')`,
  });
  ok(ports.includes('OHS, PL') && ports.includes('ACL'), `patterns at the ends: ${ports}`);
});

test('the map is written in every format', async () => {
  const beginnings: Readonly<Record<string, string>> = {
    svg: '<svg ',
    pdf: '%PDF-',
    drawio: '<?xml',
    mermaid: '---',
    plantuml: '@startuml',
    structurizr: 'workspace',
    dot: 'digraph',
    json: '{',
    // Made in the page, which is there in a browser and on a desktop.
    png: '\u0089PNG',
  };
  for (const [format, beginning] of Object.entries(beginnings)) {
    const target = fileUri(`exported.${format}`);
    await commands.executeCommand('archivolt.exportContextMap', format, target);
    const data = await workspace.fs.readFile(target);
    const start = Buffer.from(data.slice(0, beginning.length)).toString('latin1');
    equal(start, beginning, `the beginning of ${format}`);
    if (format === 'pdf') {
      const text = Buffer.from(data).toString('latin1');
      ok(text.trimEnd().endsWith('%%EOF'), 'the end of the PDF');
      ok(text.includes('Arimo'), 'the font that layout reckons with');
    }
    await workspace.fs.delete(target);
  }
});

test('a click in the map shows the source, and Enter leads there', async () => {
  if (!canLook) return;
  await look('click', { selector: '[data-arch-id="context:Payments"] rect' });
  const editor = await eventually('the source of Payments', () =>
    window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith('/payments.arch')),
  );
  await eventually('the selected name', () =>
    editor.document.getText(editor.selection) === 'Payments' ? true : undefined,
  );
  ok(await look<boolean>('evaluate', { script: 'document.hasFocus()' }), 'the map has the focus');
  // A key does on the map what it does there, and leaves the text as it is.
  await look('press', { key: 'o' });
  await eventually('the pick list of overlays', () =>
    look<boolean>('evaluate', {
      script: "document.activeElement?.getAttribute('aria-label') === 'Overlay'",
    }),
  );
  equal(editor.document.getText(editor.selection), 'Payments', 'the text after a key on the map');
  await look('press', { key: 'Escape' });
  await look('press', { key: 'Enter' });
  await eventually('the text with the keyboard', async () =>
    (await look<boolean>('evaluate', { script: 'document.hasFocus()' })) ? undefined : true,
  );
});

test('the cursor in the text highlights its box', async () => {
  if (!canLook) return;
  const document = await openFile('ordering.arch');
  const editor = await window.showTextDocument(document, { viewColumn: 1 });
  // The panel ignores selections for a moment after it revealed a source itself.
  await new Promise((resolve) => setTimeout(resolve, 400));
  const at = place(document, 'vision', 2);
  editor.selection = new Selection(at, at);
  await eventually('the highlighted box', async () => {
    const id = await look<string>('evaluate', {
      script: `document.querySelector('g.selected')?.dataset.archId ?? ''`,
    });
    return id === 'context:Ordering';
  });
});

test('what stands at the cursor is shown in the map, its context opened', async () => {
  const document = await openFile('payments.arch');
  const editor = await window.showTextDocument(document, { viewColumn: 1 });
  const at = place(document, 'api Payments', 5);
  editor.selection = new Selection(at, at);
  await commands.executeCommand('archivolt.showInMap');
  if (!canLook) return;
  await eventually('the API in its opened context', async () => {
    const id = await look<string>('evaluate', {
      script: `document.querySelector('g.selected')?.dataset.archId ?? ''`,
    });
    return id === 'api:Payments.PaymentService.Payments';
  });
  // As a code lens calls it.
  await commands.executeCommand('archivolt.showInMap', document.uri.toString(), 'context:Shipping');
  await eventually('the context', async () => {
    const id = await look<string>('evaluate', {
      script: `document.querySelector('g.selected')?.dataset.archId ?? ''`,
    });
    return id === 'context:Shipping';
  });
});

test('contracts stand beside the map and follow typing', async () => {
  if (!canLook) return;
  const document = await openFile('payments.arch');
  await commands.executeCommand(
    'archivolt.showInMap',
    document.uri.toString(),
    'service:Payments.PaymentService',
  );
  await look('click', { selector: '.toolbar [aria-pressed]' });
  await look('click', { selector: '[data-arch-id="api:Payments.PaymentService.Payments"]' });
  const text = () =>
    look<string>('evaluate', {
      script: `document.querySelector('.contract .text')?.textContent ?? ''`,
    });
  await eventually('the OpenAPI document', async () => (await text()).startsWith('openapi:'));
  await replace(document, 'POST "/" capture', 'POST "/captures" capture');
  await eventually('the new path', async () => (await text()).includes('/captures'));
  await revert();
  await look('click', { selector: '.toolbar [aria-pressed]' });
});

test('the tree "Model" is the map as text', async () => {
  await commands.executeCommand('archivolt.model.focus');
  if (!canLook) return;
  const rows = `JSON.stringify([...document.querySelectorAll('[role="treeitem"]')].map((row) => row.getAttribute('aria-label')))`;
  await eventually('contexts in the tree', async () => {
    const shown = await look<string>('evaluateAround', { script: rows });
    return shown.includes('context, Ordering') && shown.includes('context, Payments');
  });
  const document = await openFile('payments.arch');
  await replace(document, 'context Payments', 'context Refunds { }\ncontext Payments');
  await eventually('the new context', async () =>
    (await look<string>('evaluateAround', { script: rows })).includes('context, Refunds'),
  );
  await revert();
});

test('the map follows typing', async () => {
  const document = await openFile('payments.arch');
  await replace(document, 'context Payments', 'context Refunds { }\ncontext Payments');
  if (canLook) {
    await eventually('the new context', async () =>
      (await look<string>('evaluate', { script: boxes })).includes('context:Refunds'),
    );
  }
  await revert();
  if (canLook) {
    await eventually(
      'the context to go',
      async () => !(await look<string>('evaluate', { script: boxes })).includes('context:Refunds'),
    );
  }
});

test('a context that is shown alone stays so when it is renamed, and when that is undone', async () => {
  if (!canLook) return;
  const document = await openFile('shipping.arch');
  await window.showTextDocument(document, { viewColumn: 1 });
  await look('click', { selector: '[data-arch-id="context:Shipping"] rect' });
  await look('press', { key: 'f' });
  const crumb = (name: string) =>
    eventually(`the map of ${name} alone`, async () => {
      const shown = await look<string>('evaluate', {
        script: `document.querySelector('.crumbs [aria-current]')?.textContent ?? ''`,
      });
      return (
        shown.includes(name) &&
        (await look<string>('evaluate', { script: boxes })).includes(`context:${name}`)
      );
    });
  await crumb('Shipping');
  const rename = async (from: string, to: string) => {
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place(document, `context ${from}`, 9),
      to,
    );
    ok(await workspace.applyEdit(edit), 'the edit is applied');
  };
  await rename('Shipping', 'Delivery');
  await crumb('Delivery');
  await rename('Delivery', 'Shipping');
  await crumb('Shipping');
  for (const file of ['shipping.arch', 'ordering.arch']) {
    await openFile(file);
    await revert();
  }
});

test('the map goes to the model of the cursor, and comes back to what it showed', async () => {
  if (!canLook) return;
  const other = fileUri('other/archivolt.json');
  const model = fileUri('other/garden.arch');
  const bytes = (text: string) => new TextEncoder().encode(text);
  await workspace.fs.writeFile(other, bytes('{}'));
  await workspace.fs.writeFile(model, bytes('context Garden { vision "Roses." }'));
  const shown = (id: string) =>
    eventually(id, async () => (await look<string>('evaluate', { script: boxes })).includes(id));
  const alone = () =>
    look<boolean>('evaluate', {
      script: `(document.querySelector('.crumbs [aria-current]')?.textContent ?? '').includes('Shipping')`,
    });
  ok(await alone(), 'Shipping is shown alone');
  const moveTo = async (uri: Uri) => {
    const editor = await window.showTextDocument(uri, { viewColumn: 1 });
    await new Promise((resolve) => setTimeout(resolve, 400));
    const at = editor.document.positionAt(10);
    editor.selection = new Selection(at.translate(0, -1), at);
  };
  await eventually('the other model', async () => {
    await moveTo(model);
    return (await look<string>('evaluate', { script: boxes })).includes('context:Garden');
  });
  equal(await alone(), false, 'Shipping alone, in the other model');
  await moveTo(fileUri('shipping.arch'));
  await shown('context:Shipping');
  ok(await alone(), 'Shipping is shown alone again');
  await look('click', { selector: '.crumbs button' });
  await shown('context:Payments');
  await workspace.fs.delete(fileUri('other'), { recursive: true });
});

test('the contract preview follows typing', async () => {
  const document = await openFile('payments.arch');
  const editor = await window.showTextDocument(document, { viewColumn: 1 });
  const at = place(document, 'api Payments', 5);
  editor.selection = new Selection(at, at);
  await commands.executeCommand('archivolt.previewContract');
  const preview = await eventually('the preview', () =>
    workspace.textDocuments.find(({ uri }) => uri.scheme === 'archivolt-contract'),
  );
  await eventually('its text', () => /^openapi: "?3\.1\.0/.test(preview.getText()));
  await replace(document, 'POST "/" capture', 'POST "/captures" capture');
  await eventually('the new path', () => preview.getText().includes('/captures'));
  await revert();
});

test('what it looks like', async () => {
  if (!canLook) return;
  await openFile('ordering.arch');
  await look('screenshot', { path: process.env['ARCHIVOLT_SUITE_SCREENSHOT'] });
});
