import { Uri, workspace } from 'vscode';
import { pinsFile, readPins, writePins, type Pins } from '../../diagram/pins.js';
import type { Point } from '../../diagram/picture.js';

/** The pins of a view: none where there is no file. */
export async function loadPins(root: Uri, view: string | undefined): Promise<Pins> {
  try {
    const data = await workspace.fs.readFile(Uri.joinPath(root, pinsFile(view)));
    return readPins(new TextDecoder().decode(data));
  } catch {
    return {};
  }
}

/** Remembers where a box was put. */
export async function savePin(
  root: Uri,
  view: string | undefined,
  id: string,
  at: Point,
): Promise<void> {
  const pins = { ...(await loadPins(root, view)), [id]: at };
  const data = new TextEncoder().encode(writePins(pins));
  await workspace.fs.writeFile(Uri.joinPath(root, pinsFile(view)), data);
}

/** Forgets the pins of a view. */
export async function removePins(root: Uri, view: string | undefined): Promise<void> {
  try {
    await workspace.fs.delete(Uri.joinPath(root, pinsFile(view)));
  } catch {
    // There were none.
  }
}
