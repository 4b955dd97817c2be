import {
  commands,
  extensions,
  MarkdownString,
  workspace,
  type CodeAction,
  type CompletionList,
  type DocumentSymbol,
  type Hover,
  type Location,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode';
import { equal, eventually, ok, test } from './harness.js';
import {
  codeOf,
  diagnosticsWith,
  fileUri,
  openFile,
  place,
  problemsOf,
  replace,
  revert,
} from './workspace.js';

test('the extension is active in a workspace with .arch files', async () => {
  const document = await openFile('ordering.arch');
  equal(document.languageId, 'archivolt', 'language of an .arch file');
  // Fails with the reason where the extension or its server could not start.
  await extensions.getExtension('archivolt.archivolt')?.activate();
  equal(extensions.getExtension('archivolt.archivolt')?.isActive, true, 'the extension is active');
});

test('a clean model has no problems, and an unknown name gets one as it is typed', async () => {
  const document = await openFile('ordering.arch');
  equal(problemsOf(document.uri).map(codeOf), [], 'diagnostics of the clean model');
  await replace(
    document,
    'calls Payments.PaymentService.capture',
    'calls Payments.PaymentService.captur',
  );
  const [found] = await diagnosticsWith(document.uri, 'unresolved-reference');
  ok(
    found?.message.includes('capture'),
    `the message names the operation: ${found?.message ?? ''}`,
  );
  ok(typeof found?.code === 'object', 'the code links to the page of its rule');
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    found?.range,
  );
  const fix = actions.find(({ title }) => title.includes('capture'));
  ok(fix?.edit, 'a quick fix for the misspelt name');
  if (fix?.edit) await workspace.applyEdit(fix.edit);
  await eventually('the diagnostic to go', () => problemsOf(document.uri).length === 0);
  await revert();
});

test('definition and references lead across files', async () => {
  const document = await openFile('ordering.arch');
  const at = place(document, 'PaymentService.capture', 'PaymentService.'.length + 2);
  const [definition] = await commands.executeCommand<Location[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    at,
  );
  equal(definition?.uri.path.endsWith('/payments.arch'), true, 'the operation is in payments.arch');
  const references = await commands.executeCommand<Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    at,
  );
  equal(references.length, 2, 'declaration and call');
});

test('rename changes every file', async () => {
  const document = await openFile('ordering.arch');
  const edit = await commands.executeCommand<WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    place(document, 'PaymentService', 3),
    'PayService',
  );
  const changed = edit.entries().map(([uri, edits]) => [uri.path.split('/').pop(), edits.length]);
  equal(
    changed.sort(),
    [
      ['ordering.arch', 1],
      ['payments.arch', 1],
    ],
    'edits by file',
  );
});

test('completion knows the block and what a keyword takes', async () => {
  const document = await openFile('ordering.arch');
  const at = place(document, 'Payments.PaymentService.capture');
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  ok(labels.includes('Payments.PaymentService.capture'), 'the operation of the other context');
  ok(!labels.includes('vision'), 'no property where a name is wanted');
});

test('hover, outline and formatting answer', async () => {
  const document = await openFile('ordering.arch');
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    place(document, 'OrderPlaced', 2),
  );
  const contents = hovers
    .flatMap((hover) => hover.contents)
    .map((part) => (part instanceof MarkdownString ? part.value : ''));
  ok(
    contents.join().includes('An order was accepted'),
    `the doc comment in the hover: ${contents.join()}`,
  );
  const symbols = await commands.executeCommand<DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  equal(symbols[0]?.name, 'Ordering', 'the outline begins with the context');
  await replace(document, 'vision "Take', '   vision    "Take');
  const edits = await commands.executeCommand<TextEdit[]>(
    'vscode.executeFormatDocumentProvider',
    document.uri,
    { tabSize: 2, insertSpaces: true },
  );
  ok(edits.length > 0, 'formatting mends the blanks');
  await revert();
});

test('a syntax error in one file leaves the others their diagnostics', async () => {
  const ordering = await openFile('ordering.arch');
  await replace(
    ordering,
    'calls Payments.PaymentService.capture',
    'calls Payments.PaymentService.captur',
  );
  const payments = await openFile('payments.arch');
  await replace(payments, 'context Payments', 'context Payments ]]');
  await diagnosticsWith(payments.uri, 'syntax');
  await diagnosticsWith(fileUri('ordering.arch'), 'unresolved-reference');
  await revert();
  await openFile('ordering.arch');
  await revert();
  await eventually('all diagnostics to go', () => problemsOf(ordering.uri).length === 0);
});
