import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { workerLayoutEngine, type WorkerLayoutEngine } from '../../src/server/layout-engine.js';
import { layoutThread } from '../../src/server/layout-thread.js';
import { bundle } from '../support/bundle.js';

/** Nice values of the threads of this process, by thread. */
function niceValues(): Map<number, number> {
  const tasks = '/proc/self/task';
  return new Map(
    readdirSync(tasks).map((task) => {
      // The name may hold blanks and brackets; what follows the last bracket are fields 3 and on.
      const stat = readFileSync(join(tasks, task, 'stat'), 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return [Number(task), Number(fields[16])];
    }),
  );
}

describe('the layout thread', () => {
  it('starts while a caller finds out what is to be laid out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'archivolt-layout-thread-'));
    const script = join(folder, 'worker.cjs');
    const started = join(folder, 'started');
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(started)}, '');`);
    const engine = workerLayoutEngine(layoutThread(script));
    engine.for(new AbortController().signal);
    await vi.waitFor(
      () => {
        expect(existsSync(started)).toBe(true);
      },
      { timeout: 10_000 },
    );
    engine.dispose();
    rmSync(folder, { recursive: true });
  });
});

describe.runIf(process.platform === 'linux')('the priority of the layout thread', () => {
  let engine: WorkerLayoutEngine;
  beforeAll(async () => {
    const built = await bundle('src/server/layout-worker.ts');
    engine = workerLayoutEngine(layoutThread(join(built, 'layout-worker.cjs')));
  });
  afterAll(() => {
    engine.dispose();
  });

  it('gives way to the threads that answer an editor, and they keep their priority', async () => {
    const before = niceValues();
    const spacing = { node: 24, layer: 44, edgeNode: 16, edge: 12, component: 24 };
    const nodes = [{ width: 80, height: 40 }];
    const placed = await engine
      .for(new AbortController().signal)
      .layers({ nodes, edges: [], direction: 'right', aspect: 1.5, spacing });
    expect(placed.nodes).toEqual([{ x: 0, y: 0, width: 80, height: 40 }]);
    const after = niceValues();
    expect([...after].filter(([task]) => !before.has(task)).map(([, nice]) => nice)).toContain(5);
    for (const [task, nice] of after) if (before.has(task)) expect(nice).toBe(before.get(task));
  });
});
