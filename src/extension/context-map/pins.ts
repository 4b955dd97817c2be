import { Uri, workspace } from 'vscode';
import type { GroupBy } from '../../diagram/groups.js';
import { pinsFile, readPins, writePins, type Pins } from '../../diagram/pins.js';
import type { Point } from '../../diagram/picture.js';

/** A map that has pins of its own. */
export interface PinnedMap {
  /** The view, or the context that is shown alone. */
  readonly name: string | undefined;
  readonly groupBy: GroupBy | undefined;
}

/** The pins of a map: none where there is no file. */
export async function loadPins(root: Uri, map: PinnedMap): Promise<Pins> {
  try {
    const data = await workspace.fs.readFile(fileOf(root, map));
    return readPins(new TextDecoder().decode(data));
  } catch {
    return {};
  }
}

/** Remembers where a box was put. */
export async function savePin(root: Uri, map: PinnedMap, id: string, at: Point): Promise<void> {
  const pins = { ...(await loadPins(root, map)), [id]: at };
  const data = new TextEncoder().encode(writePins(pins));
  await workspace.fs.writeFile(fileOf(root, map), data);
}

/** Forgets the pins of a map. */
export async function removePins(root: Uri, map: PinnedMap): Promise<void> {
  try {
    await workspace.fs.delete(fileOf(root, map));
  } catch {
    // There were none.
  }
}

function fileOf(root: Uri, { name, groupBy }: PinnedMap): Uri {
  return Uri.joinPath(root, pinsFile(name, groupBy));
}
