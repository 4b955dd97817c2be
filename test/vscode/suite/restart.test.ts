import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { eventually, ok, test } from './harness.js';
import { diagnosticsWith, openFile, replace, revert } from './workspace.js';

/** Processes of the language server that this extension host started; Linux only. */
function serverProcesses(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
        const command = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8');
        return Number(parent?.[1]) === process.pid && command.includes('server.cjs');
      } catch {
        // Gone between listing and reading.
        return false;
      }
    });
}

test('the server starts again after it died', async () => {
  if (!existsSync('/proc/self/status')) return;
  const [before] = serverProcesses();
  ok(before !== undefined, 'a server process');
  if (before !== undefined) process.kill(before, 'SIGKILL');
  await eventually('another server process', () => serverProcesses().some((pid) => pid !== before));
  const document = await openFile('shipping.arch');
  await replace(document, 'Ordering.OrderPlaced', 'Ordering.OrderPlacedd');
  await diagnosticsWith(document.uri, 'unresolved-reference');
  await revert();
});
