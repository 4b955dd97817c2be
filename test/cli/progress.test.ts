import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { generationWithProgress } from '../../src/cli/contracts/with-progress.js';
import type { Host } from '../../src/cli/host.js';
import { contractsConfig } from '../../src/contracts/config.js';
import { emptyLock } from '../../src/contracts/merge/lock.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import { Memory } from '../contracts/memory.js';

/** Lines that a terminal would show while so many APIs are generated. */
function linesFor(apis: number): (string | undefined)[] {
  const lines: (string | undefined)[] = [];
  const host: Host = {
    cwd: '/',
    out: () => undefined,
    err: () => undefined,
    progress: (line) => lines.push(line),
    colors: pc.createColors(false),
    exitCode: 0,
  };
  const services = Array.from(
    { length: apis },
    (_, index) => `service S${String(index)} { api A: rest { GET "/a" get() } }`,
  );
  generationWithProgress(host, {
    model: modelFromTexts({ 'model.arch': `context C {\n${services.join('\n')}\n}` }),
    config: contractsConfig({}),
    lock: emptyLock,
    files: new Memory(),
    generator: 'test',
  });
  return lines;
}

describe('generating many contracts on a terminal', () => {
  it('says how far it is, and leaves the line empty', () => {
    const lines = linesFor(200);
    expect(lines[0]).toBe('1 of 200 contracts');
    expect(lines).toContain('100 of 200 contracts');
    expect(lines.length).toBeLessThanOrEqual(102);
    expect(lines.at(-1)).toBeUndefined();
  });

  it('says nothing where it is done at once', () => {
    expect(linesFor(3)).toEqual([]);
  });
});
