import {
  commands,
  Selection,
  window,
  workspace,
  type CodeAction,
  type Location,
  type LocationLink,
  type Uri,
} from 'vscode';
import { canLook, equal, eventually, look, ok, test } from './harness.js';
import { codeOf, diagnosticsWith, fileUri, openFile, place, replace, revert } from './workspace.js';

const openapi = 'contracts/payments/payment-service/payments.openapi.yaml';
const base = `.archivolt/base/${openapi}`;

async function onDisk(path: string): Promise<string | undefined> {
  return workspace.fs.readFile(fileUri(path)).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

/** Starts the command, waits for its list, and lets `choose` act on it. */
async function generate(
  choose: () => Promise<void>,
  isListed: () => Promise<boolean> = ticked,
): Promise<void> {
  const running = commands.executeCommand('archivolt.generateContracts');
  // What is ticked arrives after the rows; accepting before would write nothing.
  if (canLook) await eventually('the list of changes', isListed);
  else await new Promise((resolve) => setTimeout(resolve, 2000));
  try {
    await choose();
  } finally {
    await cancel();
  }
  await running;
}

const listed = () =>
  look<string[]>('evaluateAround', {
    script: `[...document.querySelectorAll('.quick-input-widget:not([style*="display: none"]) .quick-input-list-entry')].map((row) => row.textContent)`,
  });
/** What notifications say, to tell why something did not happen. */
const notices = async () =>
  canLook
    ? (
        await look<string[]>('evaluateAround', {
          script: `[...document.querySelectorAll('.notification-toast, .notification-list-item')].map((one) => one.textContent)`,
        })
      ).join('; ')
    : '';
const ticked = () =>
  look<boolean>('evaluateAround', {
    script: `document.querySelector('.quick-input-widget:not([style*="display: none"]) .quick-input-list :is(input:checked, [aria-checked="true"], .monaco-checkbox.checked)') !== null`,
  });
/** Diffs with what generating would write. */
const generatedTabs = () =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        (input as { modified?: Uri } | undefined)?.modified?.scheme === 'archivolt-generated',
    ).length;
/** Presses OK until the list is gone: a press that comes while VS Code moves the focus is lost. */
const accept = async () => {
  await eventually('the list to be accepted', async () => {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return !canLook || (await listed()).length === 0;
  });
};
const cancel = async () => {
  await commands.executeCommand('workbench.action.closeQuickOpen');
};

async function picture(name: string): Promise<void> {
  const path = process.env['ARCHIVOLT_SUITE_SCREENSHOT'];
  if (!canLook || path === undefined) return;
  await new Promise((resolve) => setTimeout(resolve, 800));
  await look('screenshot', { path: path.replace(/vscode\.png$/, `${name}.png`) });
}

/** States as the list shows them, by file name. */
async function shownState(name: string): Promise<string | undefined> {
  const rows = await look<(string | null)[]>('evaluateAround', {
    script: `[...document.querySelectorAll('.monaco-list-row')].map((row) => row.getAttribute('aria-label'))`,
  });
  return rows.find((row) => row?.startsWith(`${name}, `))?.split(', ')[2];
}

test('contracts are listed, missing as long as nobody generates', async () => {
  await openFile('payments.arch');
  await commands.executeCommand('archivolt.contracts.focus');
  if (!canLook) return;
  await eventually(
    'the missing contract',
    async () => (await shownState('payments.openapi.yaml')) === 'missing',
  );
});

test('generating shows what would change, and writes nothing when one cancels', async () => {
  await openFile('payments.arch');
  await generate(async () => {
    if (canLook) {
      const rows = await listed();
      ok(
        rows.some((row) => row.includes('payments.openapi.yaml') && row.includes('create')),
        rows.join('; '),
      );
    }
    await eventually('the diff of the first one', () => generatedTabs() === 1);
    await picture('contracts-generate');
    await cancel();
  });
  equal(await onDisk(openapi), undefined, 'the file');
  equal(generatedTabs(), 0, 'diffs that stayed open');
});

test('generating writes what is chosen, with its base', async () => {
  await openFile('payments.arch');
  await generate(accept);
  await eventually('the OpenAPI document', () => onDisk(openapi)).catch(async (error: unknown) => {
    throw new Error(`${String(error)} VS Code says: ${await notices()}`);
  });
  equal(await onDisk(base), await onDisk(openapi), 'the base');
  await commands.executeCommand('archivolt.contracts.focus');
  if (!canLook) return;
  await eventually(
    'the fresh contract',
    async () => (await shownState('payments.openapi.yaml')) === 'fresh',
  );
});

test('an open contract leads to the model, and an operation to its contract', async () => {
  const contract = await openFile(openapi);
  const at = place(contract, 'x-arch-id: operation:', 12);
  const definition = await eventually('the definition', async () => {
    const found = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      contract.uri,
      at,
    );
    return found[0];
  });
  const target = 'uri' in definition ? definition.uri : definition.targetUri;
  equal(target.path, fileUri('payments.arch').path, 'the model');
  const model = await openFile('payments.arch');
  const editor = await window.showTextDocument(model, { viewColumn: 1 });
  const name = place(model, 'capture(', 2);
  editor.selection = new Selection(name, name);
  await commands.executeCommand('archivolt.goToContract');
  const active = await eventually('the contract', () =>
    window.activeTextEditor?.document.uri.path.endsWith('.openapi.yaml')
      ? window.activeTextEditor
      : undefined,
  );
  equal(active.document.lineAt(active.selection.active.line).text.trim(), 'post:', 'the line');
});

test('drift shows in the file that is changed by hand', async () => {
  const contract = await openFile(openapi);
  await replace(contract, '  /v1/payments:', '  /v2/payments:');
  const [found] = await diagnosticsWith(contract.uri, 'contract-drift');
  equal(
    found?.relatedInformation?.[0]?.location.uri.path,
    fileUri('payments.arch').path,
    'the way to the model',
  );
  await revert();
});

test('a conflict is decided on its line; unsaved editors stay unsaved', async () => {
  const contract = await openFile(openapi);
  await replace(contract, 'description: Capture.', 'description: Takes an amount.');
  const model = await openFile('payments.arch');
  await replace(model, 'POST "/" capture', '/** Captures money. */ POST "/" capture');
  const [conflict] = await diagnosticsWith(contract.uri, 'contract-conflict');
  ok(conflict, 'a conflict');
  await window.showTextDocument(contract, { viewColumn: 1 });
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    contract.uri,
    conflict?.range,
  );
  const titles = actions.map(({ title }) => title);
  for (const title of ['Keep mine', 'Take the model’s', 'Pull into the model']) {
    ok(titles.includes(title), `${title} among ${titles.join(', ')}`);
  }
  await picture('contracts-conflict');
  const take = actions.find(({ title }) => title.startsWith('Take'))?.command;
  if (take) {
    await commands.executeCommand(take.command, ...((take.arguments ?? []) as unknown[]));
  }
  await eventually('the model’s text', () => contract.getText().includes('Captures money.'));
  ok(contract.isDirty, 'a document that is not saved');
  ok(!(await onDisk(openapi))?.includes('Captures money.'), 'the disk as it was');
  ok(!(await onDisk(base))?.includes('Captures money.'), 'the base as it was');
  await contract.save();
  await eventually('the base', async () => (await onDisk(base))?.includes('Captures money.'));
  await revert();
});

test('a saved open editor gets the change as an edit, and is saved', async () => {
  const contract = await openFile(openapi);
  const model = await openFile('payments.arch');
  await replace(model, 'version "1.0.0"', 'version "1.2.0"');
  await eventually('a saved contract', () => !contract.isDirty);
  await diagnosticsWith(contract.uri, 'contract-stale');
  await generate(accept);
  await eventually('the new version', () => contract.getText().includes('1.2.0'));
  await eventually('the file', async () => (await onDisk(openapi))?.includes('1.2.0'));
  await eventually('the base', async () => (await onDisk(base))?.includes('1.2.0'));
  ok(!contract.isDirty, 'a saved document');
  await revert();
});

test('a contract that nobody can read stays, and generating says so', async () => {
  const contract = await openFile(openapi);
  await replace(contract, 'info:', 'info:\n  title: Twice');
  await contract.save();
  const broken = contract.getText();
  try {
    await generate(accept, async () => (await listed()).some((row) => row.includes('stays')));
    equal(await onDisk(openapi), broken, 'the file');
    if (canLook) {
      await eventually('a notification that says so', async () => {
        await commands.executeCommand('notifications.showList');
        return (await notices()).includes('1 contract left alone');
      });
      await commands.executeCommand('notifications.hideList');
    }
  } finally {
    await openFile(openapi);
    await replace(contract, 'info:\n  title: Twice', 'info:');
    await contract.save();
  }
});

test('a preview opens for an element, as lenses and the list ask for it', async () => {
  await commands.executeCommand('workbench.action.closeAllEditors');
  const model = await openFile('payments.arch');
  await commands.executeCommand(
    'archivolt.previewContract',
    model.uri.toString(),
    'service:Payments.PaymentService',
  );
  await eventually('the preview', () =>
    window.visibleTextEditors.some(
      ({ document: { uri } }) =>
        uri.scheme === 'archivolt-contract' && uri.path.endsWith('payments.openapi.yaml'),
    ),
  );
  await commands.executeCommand('workbench.action.closeAllEditors');
});

test('what differs is shown beside the file', async () => {
  const contract = await openFile(openapi);
  await replace(contract, 'description: Created.', 'description: Taken.');
  await contract.save();
  const root = fileUri('').toString().replace(/\/?$/, '/');
  const item = {
    root,
    path: openapi,
    uri: contract.uri.toString(),
    modelUri: fileUri('payments.arch').toString(),
  };
  await commands.executeCommand('archivolt.contracts.diff', item);
  const input = await eventually('the diff', () => {
    const found = window.tabGroups.activeTabGroup.activeTab?.input as
      { original?: Uri; modified?: Uri } | undefined;
    return found?.modified ? found : undefined;
  });
  equal(input.original?.path, contract.uri.path, 'the left side');
  ok(input.modified?.scheme.startsWith('archivolt-'), 'the model on the right side');
  await commands.executeCommand('archivolt.contracts.focus');
  if (canLook) {
    await eventually('its state', async () =>
      ['enriched', 'stale'].includes((await shownState('payments.openapi.yaml')) ?? ''),
    );
  }
  await picture('contracts');
  ok(
    (await diagnosticsWith(contract.uri, 'contract-stale')).every(
      (found) => codeOf(found) === 'contract-stale',
    ),
    'the version that was written is ahead of the model again',
  );
  await commands.executeCommand('workbench.action.closeAllEditors');
});
