import {
  commands,
  extensions,
  Range,
  Uri,
  window,
  workspace,
  type CodeAction,
  type CodeLens,
  type InlayHint,
  type SemanticTokens,
} from 'vscode';
import { eventually, ok, test } from './harness.js';
import { fileUri, openFile, place, replace, revert } from './workspace.js';

interface Contributions {
  readonly commands: readonly { readonly command: string }[];
  readonly walkthroughs: readonly {
    readonly steps: readonly {
      readonly description: string;
      readonly media: { readonly image?: string; readonly markdown?: string };
    }[];
  }[];
}

function contributions(): { readonly root: Uri; readonly contributes: Contributions } {
  const extension = extensions.getExtension('archivolt.archivolt');
  if (!extension) throw new Error('The extension is not there.');
  const { contributes } = extension.packageJSON as { contributes: Contributions };
  return { root: extension.extensionUri, contributes };
}

test('every command that is offered is there, and the walkthrough leads to some', async () => {
  await openFile('ordering.arch');
  const { root, contributes } = contributions();
  const known = new Set(await commands.getCommands(true));
  for (const { command } of contributes.commands) ok(known.has(command), `the command ${command}`);
  for (const { description, media } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
    const [, linked] = /\(command:([\w.]+)\)/.exec(description) ?? [];
    ok(linked !== undefined && known.has(linked), `the command of “${description}”`);
    await workspace.fs.stat(Uri.joinPath(root, media.image ?? media.markdown ?? 'missing'));
  }
});

test('code lenses count, and open a list of places', async () => {
  const document = await openFile('payments.arch');
  await diagnosticsIdle();
  const lenses = await commands.executeCommand<CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    50,
  );
  const titles = lenses.map(({ command }) => command?.title ?? '');
  ok(titles.includes('1 caller'), `callers in ${titles.join(', ')}`);
  ok(titles.includes('Open in map'), 'the way to the map');
  const callers = lenses.find(({ command }) => command?.title === '1 caller');
  await commands.executeCommand(
    callers?.command?.command ?? '',
    ...((callers?.command?.arguments ?? []) as unknown[]),
  );
});

test('names have colours of their own, and hints say what is not written', async () => {
  const document = await openFile('shipping.arch');
  await replace(document, 'service Shipper {', 'team Movers\n  service Shipper {');
  await replace(document, 'context Shipping {', 'team Movers\ncontext Shipping {');
  const tokens = await commands.executeCommand<SemanticTokens>(
    'vscode.provideDocumentSemanticTokens',
    document.uri,
  );
  ok(tokens.data.length >= 15, 'semantic tokens');
  const hints = await eventually('a hint', async () => {
    const found = await commands.executeCommand<InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new Range(0, 0, 99, 0),
    );
    return found.length > 0 ? found : undefined;
  });
  ok(
    hints.some(({ label }) => label === 'team Movers'),
    'the team of the context',
  );
  await revert();
});

test('a service moves to another context, and its caller follows', async () => {
  const document = await openFile('payments.arch');
  const at = place(document, 'PaymentService');
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new Range(at, at),
    'refactor.move',
    20,
  );
  const move = actions.find(({ title }) => title.endsWith('to the context Shipping'));
  ok(move?.edit, `a move among ${actions.map(({ title }) => title).join(', ')}`);
  if (move?.edit) await workspace.applyEdit(move.edit);
  const ordering = await workspace.openTextDocument(fileUri('ordering.arch'));
  ok(
    ordering.getText().includes('calls Shipping.PaymentService.capture'),
    'the caller names the new context',
  );
  for (const name of ['ordering.arch', 'shipping.arch', 'payments.arch']) {
    await openFile(name);
    await revert();
  }
});

test('a sample model is written, opened, and drawn', async () => {
  await commands.executeCommand('archivolt.createSampleModel');
  const uri = fileUri('shop.arch');
  await eventually('the model in an editor', () =>
    window.visibleTextEditors.some(({ document }) => document.uri.path === uri.path),
  );
  await workspace.fs.delete(uri);
});

/** Time for the server to have read what is on disk. */
async function diagnosticsIdle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 300));
}
