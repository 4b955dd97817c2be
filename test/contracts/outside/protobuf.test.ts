import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tool, variants, writeAll } from '../cases.js';

function buf(command: string, cwd: string): string {
  try {
    return execFileSync(tool('buf'), [command], { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (failed) {
    return (
      (failed as { stdout: string; stderr: string }).stdout + (failed as { stderr: string }).stderr
    );
  }
}

describe('buf', () => {
  it('finds nothing to lint (STANDARD) and builds every file', { timeout: 60_000 }, () => {
    const { folder, documents } = writeAll(variants);
    const roots = new Set(
      documents
        .filter((document) => document.kind === 'proto')
        .map((document) => document.file.slice(0, -document.path.length) + 'contracts'),
    );
    expect(roots.size).toBeGreaterThan(0);
    for (const root of roots) {
      expect(buf('lint', root)).toBe('');
      expect(buf('build', root)).toBe('');
    }
    rmSync(join(folder), { recursive: true, force: true });
  });
});
