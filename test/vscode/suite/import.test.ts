import { commands, DiagnosticSeverity, languages, window, workspace, type Uri } from 'vscode';
import { canLook, equal, eventually, look, ok, test } from './harness.js';
import { fileUri } from './workspace.js';

const document = `openapi: 3.1.0
info: { title: Library, version: "1.0", description: Books for everyone. }
paths:
  /loans: # a comment
    get:
      operationId: listLoans
      responses: { '200': { description: All of them. } }
      callbacks: { due: {} }
`;
const contract = 'contracts/library/library-service/library.openapi.yaml';

const inputShown = () =>
  look<boolean>('evaluateAround', {
    script: `document.querySelector('.quick-input-widget:not([style*="display: none"]) input[value], .quick-input-widget:not([style*="display: none"]) .quick-input-box') !== null`,
  });

const reportTab = () =>
  window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes('Import.md'));

async function text(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

async function picture(name: string): Promise<void> {
  const path = process.env['ARCHIVOLT_SUITE_SCREENSHOT'];
  if (!canLook || path === undefined) return;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await look('screenshot', { path: path.replace(/vscode\.png$/, `${name}.png`) });
}

test('a document is imported from the explorer into a folder that is asked for', async () => {
  const source = fileUri('library.yaml');
  await workspace.fs.writeFile(source, new TextEncoder().encode(document));
  try {
    const running = commands.executeCommand('archivolt.import', source, [source]);
    if (canLook) await eventually('the question for a folder', inputShown);
    else await new Promise((resolve) => setTimeout(resolve, 1500));
    // The folder that is proposed is the document’s name.
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await running;
    const model = fileUri('library/library.arch');
    equal(window.activeTextEditor?.document.uri.path ?? model.path, model.path, 'the open editor');
    ok((await text(model)).includes('GET "/" listLoans(): 200'), 'the operation in the model');
    equal(await text(fileUri(contract)), document, 'the document as contract');
    await eventually('the report', reportTab);
    await picture('import');
    await eventually('a checked model', () => languages.getDiagnostics(model).length > 0);
    const errors = languages
      .getDiagnostics(model)
      .filter(({ severity }) => severity === DiagnosticSeverity.Error);
    equal(errors.length, 0, 'errors in the model');
  } finally {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of [
      'library',
      'library.yaml',
      'contracts/library',
      `.archivolt/base/contracts/library`,
      '.archivolt/adopted',
    ]) {
      await workspace.fs
        .delete(fileUri(path), { recursive: true })
        .then(undefined, () => undefined);
    }
  }
});
