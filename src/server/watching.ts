import {
  DidChangeWatchedFilesNotification,
  type Connection,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { defaultBaseline } from '../project/configuration.js';
import { contractPatterns } from './contracts/selector.js';
import { Registered } from './registered.js';
import type { Roots } from './roots.js';

/** What makes a model, wherever it lies. */
const modelPatterns = ['**/*.arch', '**/archivolt.json', '**/.archivolt/*.json'];

export interface WatchOptions {
  /** Whether the client watches folders outside of its workspace. */
  readonly relative: boolean;
  /** Whether contract files count. */
  readonly contracts: boolean;
}

/**
 * Has the client tell what is changed on disk by others: branches that are checked out, commands,
 * generators. Answers with what asks for it anew: which files count follows from the models.
 */
export function watchFiles(
  { client }: Connection,
  roots: Roots,
  { relative, contracts }: WatchOptions,
): () => void {
  const watched = new Registered(async (watchers: FileSystemWatcher[]) => [
    await client.register(DidChangeWatchedFilesNotification.type, { watchers }),
  ]);
  const patterns = [...modelPatterns, ...(contracts ? contractPatterns : [])];
  return () => {
    const around = relative ? roots.around : [];
    watched.ask([
      ...[...patterns, ...baselinePatterns(roots)].map((globPattern) => ({ globPattern })),
      ...around.flatMap((folder) =>
        patterns.map((pattern) => ({
          globPattern: { baseUri: folder.slice(0, -1), pattern },
        })),
      ),
    ]);
  };
}

/** Baselines as they are named by default, and as models name theirs. */
export function baselinePatterns(roots: Roots): string[] {
  const names = roots.all.map(({ project }) => project.configuration.baseline);
  return [...new Set([defaultBaseline, ...names])].sort().map(patternOf);
}

/** A file below any folder as a pattern that it alone matches. */
function patternOf(path: string): string {
  return `**/${path.replaceAll(/[*?[\]{}]/g, '[$&]')}`;
}
