// A language server that does nothing but answer: what the wire, the protocol's library and the
// client have in a keystroke's time.
import {
  createConnection,
  ProposedFeatures,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all);

/** Says of a text what the bench waits for, without reading it. */
function report(uri, text) {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const message = text.includes('uuidd') ? 'uuidd is not known' : 'nothing';
  void connection.sendDiagnostics({ uri, diagnostics: [{ range, message }] });
}

connection.onInitialize(() => ({
  capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental },
}));
connection.onDidOpenTextDocument(({ textDocument: { uri, text } }) => {
  report(uri, text);
  void connection.sendNotification('archivolt/modelChanged');
});
connection.onDidChangeTextDocument(({ textDocument: { uri }, contentChanges }) => {
  report(uri, contentChanges.at(-1).text);
});
connection.onShutdown(() => undefined);
connection.listen();
