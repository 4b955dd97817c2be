import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workerLayoutEngine, type WorkerLayoutEngine } from '../../src/server/layout-engine.js';
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

describe.runIf(process.platform === 'linux')('the layout thread', () => {
  let engine: WorkerLayoutEngine;
  beforeAll(async () => {
    const built = await bundle('src/server/layout-worker.ts');
    engine = workerLayoutEngine(join(built, 'layout-worker.cjs'));
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
