import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from 'vscode';
import { ok, test } from './harness.js';
import { fileUri } from './workspace.js';

test('changes are reviewed against a revision, on a page without scripts', async () => {
  const file = fileUri('ordering.arch').fsPath;
  const folder = join(file, '..');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
    });
  const text = readFileSync(file, 'utf8');
  git('init', '-q');
  try {
    git('add', '-A');
    git('commit', '-qm', 'first');
    writeFileSync(file, text.replace('placedAt: datetime', ''));
    const html = await commands.executeCommand<string>('archivolt.reviewChanges', 'HEAD');
    ok(html.includes('event-required-property-removed'), 'the change of the event');
    ok(!html.includes('<script'), 'no script');
  } finally {
    writeFileSync(file, text);
    rmSync(join(folder, '.git'), { recursive: true, force: true });
    await commands.executeCommand('workbench.action.closeAllEditors');
  }
});
