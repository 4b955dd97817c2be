import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, window } from 'vscode';
import { canLook, eventually, look, ok, test } from './harness.js';
import { answer } from './quick-input.js';
import { fileUri, openFile, replace, revert } from './workspace.js';

const file = () => fileUri('ordering.arch').fsPath;

/** Runs a test in a repository that holds the workspace as its first commit. */
async function committed(run: (git: (...args: string[]) => void) => Promise<void>): Promise<void> {
  const folder = join(file(), '..');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
    });
  const text = readFileSync(file(), 'utf8');
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Ada');
  try {
    git('add', '-A');
    git('commit', '-qm', 'first');
    await run(git);
  } finally {
    writeFileSync(file(), text);
    for (const name of ['.git', '.archivolt/approvals.json']) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
    await commands.executeCommand('workbench.action.closeAllEditors');
  }
}

test('changes are reviewed against a revision, on a page without scripts', async () => {
  await committed(async () => {
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('placedAt: datetime', ''));
    const html = await commands.executeCommand<string>('archivolt.reviewChanges', 'HEAD');
    ok(html.includes('event-required-property-removed'), 'the change of the event');
    ok(!html.includes('<script'), 'no script');
  });
});

const marks = `[...document.querySelectorAll('g.mark text')].map(({ textContent }) => textContent).join('|')`;

test('changes lie over the map while one types, and lead to the text as it was', async () => {
  await committed(async () => {
    const document = await openFile('payments.arch');
    await commands.executeCommand('archivolt.showChangesOnMap', 'HEAD');
    await replace(document, 'context Payments', 'context Refunds { }\ncontext Payments');
    if (canLook) {
      await eventually('the mark of the new context', async () =>
        (await look<string>('evaluate', { script: marks })).includes('+ added'),
      );
    }
    await revert();
    const ordering = await openFile('ordering.arch');
    await replace(ordering, 'placedAt: datetime', '');
    if (canLook) {
      const list = `document.querySelector('.changes')?.textContent ?? ''`;
      await eventually('the event in the list', async () =>
        (await look<string>('evaluate', { script: list })).includes('placedAt'),
      );
      await look('click', { selector: '.changes .link[aria-label$="as it was"]' });
      await eventually('the file as it was', () => {
        const { document: shown } = window.activeTextEditor ?? {};
        return (
          shown?.uri.scheme === 'archivolt-former' && shown.getText().includes('placedAt: datetime')
        );
      });
    }
    await revert();
  });
});

test('a breaking change is approved beside the map, and a commit leaves nothing changed', async () => {
  if (!canLook) return;
  await committed(async (git) => {
    const list = () =>
      look<string>('evaluate', {
        script: `document.querySelector('.changes')?.textContent ?? ''`,
      });
    const document = await openFile('payments.arch');
    await commands.executeCommand('archivolt.showChangesOnMap', 'HEAD');
    await replace(document, 'POST "/" capture', 'POST "/captures" capture');
    await eventually('the change', async () => (await list()).includes('To look at (1)'));
    await look('click', { selector: '.changes .link[aria-label^="Approve"]' });
    await answer('Why', 'Nobody captures yet');
    await eventually('the approval', async () => (await list()).includes('Nobody captures yet'));
    const approvals = readFileSync(fileUri('.archivolt/approvals.json').fsPath, 'utf8');
    ok(approvals.includes('"who": "Ada"'), `the name of the git user: ${approvals}`);
    await document.save();
    git('commit', '-qam', 'second');
    await eventually('nothing to list', async () => (await list()).includes('Nothing changed'));
    await replace(document, 'POST "/captures" capture', 'POST "/" capture');
    await document.save();
  });
});
