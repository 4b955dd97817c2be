import { FileSystemError, Uri, workspace } from 'vscode';
import type { GroupBy } from '../../diagram/groups.js';
import { pinsFile, readPins, writePins, type Pins, type ReadPins } from '../../diagram/pins.js';
import type { Point } from '../../diagram/picture.js';
import { PinProblem } from './pin-problem.js';

/** A map that has pins of its own. */
export interface PinnedMap {
  /** The view, or the context that is shown alone. */
  readonly name: string | undefined;
  readonly groupBy: GroupBy | undefined;
  /** The name that it had before it was renamed: its pins lie there until one is moved. */
  readonly former: string | undefined;
}

/** A map of a model. */
export interface PinnedPlace {
  readonly root: Uri;
  readonly map: PinnedMap;
}

/** Where boxes are put; nowhere for those that are to be laid out again. */
export type PinChanges = Readonly<Record<string, Point | undefined>>;

/** Where boxes were put by hand, in files below a model's root. Says what is wrong with them. */
export class PinFiles {
  readonly #problem = new PinProblem();

  /** The pins of a map that can be read: none where there is no file. */
  async load(root: Uri, map: PinnedMap): Promise<Pins> {
    const { file, pins, problem } = await readNewest(root, map);
    this.#problem.notice(file, problem);
    return pins;
  }

  /**
   * Remembers where boxes were put, and forgets those that are to be nowhere, unless the file has
   * something in it that would be lost.
   *
   * @returns the pins before; undefined where nothing was written
   */
  async save(root: Uri, map: PinnedMap, changes: PinChanges): Promise<Pins | undefined> {
    const { file: last, pins, problem } = await readNewest(root, map);
    if (problem !== undefined) {
      this.#problem.say(last, problem);
      return undefined;
    }
    const file = fileOf(root, map.name, map);
    const changed = Object.entries({ ...pins, ...changes }).flatMap(([id, at]) =>
      at ? [[id, at] as const] : [],
    );
    if (changed.length === 0) return (await this.remove(root, map), pins);
    try {
      const text = writePins(Object.fromEntries(changed));
      await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    } catch (error) {
      this.#problem.say(file, error instanceof Error ? error.message : String(error));
      return undefined;
    }
    return pins;
  }

  /**
   * Forgets the pins of a map.
   *
   * @returns those that could be read
   */
  async remove(root: Uri, map: PinnedMap): Promise<Pins> {
    const { pins } = await readNewest(root, map);
    for (const file of filesOf(root, map)) {
      try {
        await workspace.fs.delete(file);
      } catch {
        // There were none.
      }
    }
    return pins;
  }
}

/** The pins under the name that a map has now, else under the former one. */
async function readNewest(root: Uri, map: PinnedMap): Promise<ReadPins & { readonly file: Uri }> {
  const [own, ...earlier] = filesOf(root, map);
  for (const file of [own, ...earlier]) {
    const found = await read(file);
    if (found) return { file, ...found };
  }
  return { file: own, pins: {} };
}

/** Undefined where there is no such file. */
async function read(file: Uri): Promise<ReadPins | undefined> {
  try {
    return readPins(new TextDecoder().decode(await workspace.fs.readFile(file)));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    return { pins: {}, problem: error instanceof Error ? error.message : String(error) };
  }
}

function filesOf(root: Uri, map: PinnedMap): [Uri, ...Uri[]] {
  const { name, former } = map;
  return [fileOf(root, name, map), ...(former === undefined ? [] : [fileOf(root, former, map)])];
}

function fileOf(root: Uri, name: string | undefined, { groupBy }: PinnedMap): Uri {
  return Uri.joinPath(root, pinsFile(name, groupBy));
}
