import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { window, workspace, type ExtensionContext, type OutputChannel } from 'vscode';

/**
 * Writes the contracts of the active model: the command line of this very extension does it, so
 * the editor and CI cannot disagree.
 */
export async function generateContracts(
  context: ExtensionContext,
  output: OutputChannel,
): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'archivolt') {
    void window.showInformationMessage(
      'Open an .arch file to generate the contracts of its model.',
    );
    return;
  }
  await workspace.saveAll();
  const folder = workspace.getWorkspaceFolder(editor.document.uri)?.uri.fsPath;
  const cwd = folder ?? dirname(editor.document.uri.fsPath);
  const target = await modelFolder(editor.document.uri.fsPath, cwd);
  const { code, text } = await run(
    context.asAbsolutePath('dist/cli.cjs'),
    ['generate', target],
    cwd,
  );
  output.clear();
  output.append(text);
  const lines = text.trim().split('\n');
  const summary = lines.at(-1) ?? '';
  const show = code === 0 ? window.showInformationMessage : window.showWarningMessage;
  const chosen = await show(`Contracts: ${summary}`, 'Details');
  if (chosen === 'Details') output.show(true);
}

/** The nearest folder with a configuration, else the workspace folder. */
async function modelFolder(file: string, stop: string): Promise<string> {
  for (let folder = dirname(file); folder.startsWith(stop); folder = dirname(folder)) {
    const found = await workspace.fs.stat(workspaceUri(`${folder}/archivolt.json`)).then(
      () => true,
      () => false,
    );
    if (found) return folder;
    if (folder === dirname(folder)) break;
  }
  return stop;
}

function workspaceUri(path: string) {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('There is no workspace folder.');
  return folder.uri.with({ path });
}

function run(module: string, args: readonly string[], cwd: string) {
  return new Promise<{ code: number; text: string }>((resolve) => {
    execFile(
      process.execPath,
      [module, ...args],
      {
        cwd,
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NO_COLOR: '1' },
        maxBuffer: 1 << 24,
      },
      (error, stdout, stderr) => {
        const code = error && typeof error.code === 'number' ? error.code : error ? 3 : 0;
        resolve({ code, text: `${stdout}${stderr}` });
      },
    );
  });
}
