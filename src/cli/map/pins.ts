/** Where boxes of a map were put by hand in the editor, as committed beside the model. */
import {
  formerMapName,
  formerMapNames,
  pinsFile,
  readPins,
  type Pins,
} from '../../diagram/pins.js';
import { FileError } from '../../disk/file-error.js';
import { Folder } from '../../disk/folder.js';
import { UsageError } from '../failure.js';
import type { LoadedRoot } from '../load.js';
import { pathOf } from '../reporters/report.js';
import type { DrawingOptions } from './drawing.js';

/**
 * The pins of the map that is drawn; the editor gives the same map the same ones. What was renamed with
 * `@renamedFrom` and has none under its name yet has those from before.
 *
 * @throws UsageError for a file that cannot be read
 */
export function pinsOf(
  root: LoadedRoot,
  { view, context, groupBy }: Pick<DrawingOptions, 'view' | 'context' | 'groupBy'>,
): Pins {
  const name = context ?? view;
  const former = formerMapName(name, formerMapNames(root.project.model));
  for (const one of former === undefined ? [name] : [name, former]) {
    const file = pinsFile(one, groupBy);
    const text = readIn(root, file);
    if (text === undefined) continue;
    const { pins, problem } = readPins(text);
    if (problem !== undefined) throw new UsageError(`${pathOf(root, file)}: ${problem}`);
    return pins;
  }
  return {};
}

function readIn(root: LoadedRoot, file: string): string | undefined {
  try {
    return new Folder(root.path).read(file);
  } catch (error) {
    throw error instanceof FileError ? new UsageError(error.message) : error;
  }
}
