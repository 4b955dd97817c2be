import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KnownTexts } from '../../src/disk/known-texts.js';

const folder = mkdtempSync(join(tmpdir(), 'archivolt-texts-'));
const file = join(folder, 'a.arch');

/** Writes a text as if that had been long ago. */
function writeAt(seconds: number, text: string): void {
  writeFileSync(file, text);
  utimesSync(file, seconds, seconds);
}

describe('known texts', () => {
  it('follow the file: its text, that it goes, that it comes back', () => {
    const texts = new KnownTexts();
    expect(texts.read(file)).toBeUndefined();
    writeAt(1000, '\uFEFFone');
    expect(texts.read(file)).toBe('one');
    writeAt(2000, 'two');
    expect(texts.read(file)).toBe('two');
    rmSync(file);
    expect(texts.read(file)).toBeUndefined();
    mkdirSync(file);
    expect(texts.read(file)).toBeUndefined();
    rmSync(file, { recursive: true });
  });

  it('are not read again while nothing has changed for a while', () => {
    const texts = new KnownTexts();
    writeAt(1000, 'one');
    texts.read(file);
    // Nobody writes like this; it shows that the file was not opened.
    writeAt(1000, 'two');
    expect(texts.read(file)).toBe('one');
  });

  it('are read again where a file was just written, whatever its time says', () => {
    const texts = new KnownTexts();
    const now = Date.now() / 1000;
    writeAt(now, 'one');
    expect(texts.read(file)).toBe('one');
    writeAt(now, 'two');
    expect(texts.read(file)).toBe('two');
  });

  it.skipIf(process.getuid?.() === 0)('say why a file cannot be read', () => {
    writeAt(1000, 'one');
    chmodSync(file, 0);
    expect(() => new KnownTexts().read(file)).toThrow(`${file}: the file cannot be read (EACCES).`);
    chmodSync(file, 0o600);
  });
});
