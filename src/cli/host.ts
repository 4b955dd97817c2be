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
  /** A line that the next one replaces, or none; only where people watch a terminal. */
  progress?(line: string | undefined): void;
  exitCode: number;
}

/** Node leaves `isTTY` out of streams that are no terminals, whatever its types say. */
function isTerminal({ isTTY = false }: { readonly isTTY?: boolean }): boolean {
  return isTTY;
}

/** Goes to the beginning of the line and clears it (ECMA-48: CR, EL). */
function overwritten(line: string | undefined): void {
  process.stderr.write(`\r\u001b[K${line ?? ''}`);
}

export function processHost(): Host {
  return {
    cwd: process.cwd(),
    out: (data) => void process.stdout.write(data),
    err: (text) => void process.stderr.write(text),
    // Never undefined, which picocolors takes for "decide yourself", and CI variables for a terminal.
    colors: pc.createColors(pc.isColorSupported && isTerminal(process.stdout)),
    ...(isTerminal(process.stderr) ? { progress: overwritten } : {}),
    get exitCode() {
      return Number(process.exitCode ?? 0);
    },
    set exitCode(code) {
      process.exitCode = code;
    },
  };
}
