import { commands, window, workspace, type CodeAction, type Uri } from 'vscode';
import { canLook, eventually, ok, test } from './harness.js';
import { answer } from './quick-input.js';
import { diagnosticsWith, fileUri, openFile, replace, revert } from './workspace.js';

/** Code actions on the first finding of a rule in an open file. */
async function actionsOn(uri: Uri, rule: string): Promise<CodeAction[]> {
  const [found] = await diagnosticsWith(uri, rule);
  return commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    found?.range,
  );
}

test('a finding can be accepted with a reason, and is gone', async () => {
  const document = await openFile('payments.arch');
  await replace(
    document,
    'context Payments',
    'context Later { event ShipOrder }\ncontext Payments',
  );
  const actions = await actionsOn(document.uri, 'event-past-tense');
  const accept = actions.find(({ title }) => title.startsWith('Accept event-past-tense'));
  ok(accept?.command, 'an action that asks for a reason');
  if (canLook && accept?.command) {
    void commands.executeCommand(
      accept.command.command,
      ...((accept.command.arguments ?? []) as unknown[]),
    );
    await answer('split planned', 'a "nice" name');
    await answer('2027-', '2099-12-31');
    await eventually('the exception in the text', () =>
      document
        .getText()
        .includes('@accept(event-past-tense, because: "a \\"nice\\" name", until: 2099-12-31)'),
    );
    await eventually('no such finding', async () => {
      const left = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        document.validateRange(document.lineAt(0).range),
      );
      return !left.some(({ title }) => title.startsWith('Accept event-past-tense'));
    });
  }
  await revert();
});

test('a rule can be turned off from its finding', async () => {
  const document = await openFile('payments.arch');
  await replace(
    document,
    'context Payments',
    'context Later { event ShipOrder }\ncontext Payments',
  );
  const actions = await actionsOn(document.uri, 'event-past-tense');
  const off = actions.find(({ title }) => title === 'Turn event-past-tense off in archivolt.json');
  ok(off?.edit, 'an action with an edit');
  if (off?.edit) await workspace.applyEdit(off.edit);
  const configuration = await workspace.openTextDocument(fileUri('archivolt.json'));
  ok(configuration.getText().includes('"event-past-tense": "off"'), configuration.getText());
  await revert();
});

test('safe fixes are applied together', async () => {
  const document = await openFile('payments.arch');
  await replace(
    document,
    'context Payments',
    '@accept(sync-cycle, because: "none any more")\ncontext Payments',
  );
  await diagnosticsWith(document.uri, 'unused-exception');
  await commands.executeCommand('editor.action.fixAll');
  await eventually('the unused exception to go', () => !document.getText().includes('@accept'));
  await revert();
});

test('the page of a rule opens, and the list of findings shows', async () => {
  await commands.executeCommand('archivolt.explainRule', 'sync-cycle');
  await eventually('the page', () =>
    window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('sync-cycle'))),
  );
  await commands.executeCommand('workbench.action.closeActiveEditor');
  await commands.executeCommand('archivolt.findings.focus');
  await commands.executeCommand('archivolt.findings.groupByContext');
  await commands.executeCommand('archivolt.findings.groupByRule');
});
