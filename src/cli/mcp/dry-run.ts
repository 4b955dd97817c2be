import { generating, type Generation, type GenerationInput } from '../../contracts/generation.js';
import { readLock } from '../../disk/contracts.js';
import { Folder } from '../../disk/folder.js';
import { version } from '../../project/version.js';
import { refuseSyntaxErrors } from '../contracts/run.js';
import type { LoadedRoot } from '../load.js';
import type { Work } from './tool.js';

/**
 * What generating would do, with nothing written; others are answered between two documents.
 *
 * @throws UsageError for a model with syntax errors
 * @throws FileError for a contract or lock file that cannot be read
 */
export async function dryRun(
  { path, project }: LoadedRoot,
  { pause }: Pick<Work, 'pause'>,
  wanted: Pick<GenerationInput, 'only' | 'within' | 'paths'>,
): Promise<Generation> {
  const { model, configuration } = project;
  refuseSyntaxErrors(model);
  const folder = new Folder(path);
  const steps = generating({
    ...wanted,
    ...{ model, config: configuration.contracts, generator: version },
    ...{ lock: readLock(folder), files: folder },
  });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}
