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

/** Node leaves `isTTY` out of streams that are no terminals, whatever its types say. */
function isTerminal({ isTTY = false }: { readonly isTTY?: boolean }): boolean {
  return isTTY;
}

export function processHost(): Host {
  return {
    cwd: process.cwd(),
    out: (data) => void process.stdout.write(data),
    err: (text) => void process.stderr.write(text),
    // Never undefined, which picocolors takes for "decide yourself", and CI variables for a terminal.
    colors: pc.createColors(pc.isColorSupported && isTerminal(process.stdout)),
    get exitCode() {
      return Number(process.exitCode ?? 0);
    },
    set exitCode(code) {
      process.exitCode = code;
    },
  };
}
