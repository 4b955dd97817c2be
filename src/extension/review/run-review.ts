import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';

/** What the list of changes needs of `review --format json`; of several roots, all in one. */
export interface ReviewedChanges {
  readonly contracts: readonly ReviewedContract[];
  readonly changes: readonly ReviewedElement[];
}

interface Rooted {
  /** The model's folder below the one that was reviewed. */
  readonly root: string;
}

export interface ReviewedContract extends Rooted {
  readonly severity: string;
  readonly contract: string;
  readonly place: string;
  readonly what: string;
  readonly fingerprint: string;
  readonly approval?: object;
  readonly after?: { readonly span: ChangedPlace };
}

export interface ReviewedElement extends Rooted {
  readonly change: string;
  readonly kind: string;
  readonly id: string;
  readonly after?: ChangedPlace;
}

export interface ChangedPlace {
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number };
}

/**
 * Runs the command line's review in a process of its own, so that neither the server nor the editor
 * waits. The words are arguments, never a shell's.
 *
 * @throws Error with the command line's own sentence where it cannot review
 */
export function runReview(
  { extensionPath }: Pick<ExtensionContext, 'extensionPath'>,
  folder: string,
  revision: string,
  format: 'html' | 'json',
  signal: AbortSignal,
): Promise<string> {
  const cli = join(extensionPath, 'dist', 'cli.cjs');
  const args = [cli, 'review', '--format', format, '--fail-on', 'never', '--', revision];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      args,
      {
        cwd: folder,
        maxBuffer: 1 << 28,
        signal,
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NO_COLOR: '1' },
      },
      (error, stdout, stderr) => {
        if (!error) resolve(stdout);
        else reject(new Error(stderr.replace(/^archivolt: /, '').trim() || error.message));
      },
    );
  });
}

interface ModelReview {
  readonly root?: string;
  readonly contracts: readonly Omit<ReviewedContract, 'root'>[];
  readonly changes: readonly Omit<ReviewedElement, 'root'>[];
}

/** Reads the output of `review --format json`, of one root or of several. */
export function reviewedChanges(json: string): ReviewedChanges {
  const report = JSON.parse(json) as ModelReview & { readonly models?: readonly ModelReview[] };
  const models = report.models ?? [report];
  return {
    contracts: models.flatMap(({ root = '.', contracts }) =>
      contracts.map((change) => ({ ...change, root })),
    ),
    changes: models.flatMap(({ root = '.', changes }) =>
      changes.map((change) => ({ ...change, root })),
    ),
  };
}
