/** Texts of files that are asked for again and again, read again where a file has changed. */
import { readFileSync, statSync, type BigIntStats } from 'node:fs';
import { FileError } from './file-error.js';

/**
 * A file that was written less than this long before it was read, in nanoseconds, may be written
 * once more without its time changing: the clocks of file systems tick slowly.
 */
const tick = 2_000_000_000n;

interface KnownText {
  readonly text: string;
  readonly size: bigint;
  readonly inode: bigint;
  readonly changed: bigint;
  /** Whether another text would have another time. */
  readonly isSettled: boolean;
}

export class KnownTexts {
  readonly #known = new Map<string, KnownText>();

  /**
   * The text of a file, without a byte order mark; undefined where there is none.
   *
   * @param file absolute
   * @throws FileError where it is there and cannot be read
   */
  read(file: string): string | undefined {
    try {
      const stats = statSync(file, { bigint: true });
      if (!stats.isFile()) return undefined;
      const known = this.#known.get(file);
      if (known?.isSettled && isSame(known, stats)) return known.text;
      const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
      const isSettled = BigInt(Date.now()) * 1_000_000n - stats.mtimeNs > tick;
      const { size, ino: inode, mtimeNs: changed } = stats;
      this.#known.set(file, { text, size, inode, changed, isSettled });
      return text;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw new FileError(`${file}: the file cannot be read (${String(code)}).`);
    }
  }
}

function isSame({ size, inode, changed }: KnownText, stats: BigIntStats): boolean {
  return size === stats.size && inode === stats.ino && changed === stats.mtimeNs;
}
