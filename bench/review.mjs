// What a review costs against a cold check, both as a user runs them: a process of its own on a
// generated model with one commit, and an edit in the working tree that breaks consumers.
// Usage: npm run build && node bench/review.mjs [services]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeWorkspace } from './workspace.mjs';

const services = Number(process.argv[2] ?? 5000);
const runs = 3;
/** A review costs at most so many cold checks. */
const limit = 2.5;

const cli = resolve(import.meta.dirname, '../dist/cli.cjs');
const folder = mkdtempSync(join(tmpdir(), 'archivolt-review-'));
try {
  writeWorkspace(folder, services);
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    ['-c', 'user.name=B', '-c', 'user.email=b@example.org', 'commit', '-qm', 'first'],
  ]) {
    run('git', args);
  }
  const file = join(folder, 'context1/service23.arch');
  // A field that is read goes, another comes.
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('number: int64', 'reference: string'));
  const check = median(() =>
    run(process.execPath, [cli, 'check', '--format', 'json', '--fail-on', 'never']),
  );
  for (const format of ['json', 'markdown', 'html']) {
    const review = median(() =>
      run(process.execPath, [cli, 'review', 'HEAD', '--format', format, '--fail-on', 'never']),
    );
    const ratio = review / check;
    console.log(
      `${services} services: check ${check.toFixed(0)} ms, review as ${format} ${review.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (at most ${limit})`,
    );
    if (ratio > limit) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(program, args) {
  const { status, stderr } = spawnSync(program, args, {
    cwd: folder,
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
}

function median(action) {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    action();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}
