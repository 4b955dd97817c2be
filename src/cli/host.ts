import pc from 'picocolors';

/** Where a command writes, and what it learns about its surroundings. */
export interface Host {
  readonly cwd: string;
  /** Data. */
  out(data: string | Uint8Array): void;
  /** Everything else. */
  err(text: string): void;
  /** Colours for what goes to standard output; plain where that is no terminal. */
  readonly colors: ReturnType<typeof pc.createColors>;
  exitCode: number;
}

export function processHost(): Host {
  return {
    cwd: process.cwd(),
    out: (data) => void process.stdout.write(data),
    err: (text) => void process.stderr.write(text),
    colors: pc.createColors(pc.isColorSupported && process.stdout.isTTY),
    get exitCode() {
      return Number(process.exitCode ?? 0);
    },
    set exitCode(code) {
      process.exitCode = code;
    },
  };
}
