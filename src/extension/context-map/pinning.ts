import { Uri } from 'vscode';
import { pinsFile, type Pins } from '../../diagram/pins.js';
import type { Point } from '../../diagram/picture.js';
import { PinFiles, type PinChanges, type PinnedPlace } from './pins.js';

/** What a map is like before or after a step. */
interface Pinned {
  readonly pins: PinChanges;
  /** Where boxes stood that had no pin. */
  readonly places: Pins;
  /** Whether the map is laid out afresh. */
  readonly isReset: boolean;
}

interface Step {
  readonly before: Pinned;
  readonly after: Pinned;
}

interface Steps {
  readonly done: Step[];
  readonly undone: Step[];
}

/** The one that is shown; undefined as long as nobody knows which. */
type Place = () => PinnedPlace | undefined;

/** Puts boxes where somebody wants them, in files of pins, and takes it back again. */
export class Pinning {
  readonly #place: Place;
  readonly #files = new PinFiles();
  readonly #steps = new Map<string, Steps>();
  #places: Pins = {};
  #isReset = false;

  /** @param place the map that is shown */
  constructor(place: Place) {
    this.#place = place;
  }

  /** Whether the next picture is laid out afresh. */
  get isReset(): boolean {
    return this.#isReset;
  }

  /** The pins of the map, and where its next picture puts boxes back that have none. */
  async pins(): Promise<Pins> {
    const place = this.#place();
    if (!place) return {};
    return { ...(await this.#files.load(place.root, place.map)), ...this.#places };
  }

  /** A picture has put them there: they stay, like any box without a pin. */
  shown(): void {
    this.#places = {};
    this.#isReset = false;
  }

  /** @param from where the box stood, counted from the picture's origin */
  async put(id: string, at: Point, from: Point): Promise<void> {
    const place = this.#place();
    const former = place && (await this.#files.save(place.root, place.map, { [id]: at }));
    if (!former) return;
    const pin = former[id];
    this.#did(place, {
      before: { pins: { [id]: pin }, places: pin ? {} : { [id]: from }, isReset: false },
      after: { pins: { [id]: at }, places: {}, isReset: false },
    });
  }

  /** Forgets all pins of the map, and how it is arranged. */
  async reset(): Promise<void> {
    this.#isReset = true;
    const place = this.#place();
    if (!place) return;
    const former = await this.#files.remove(place.root, place.map);
    const none = Object.fromEntries(Object.keys(former).map((id) => [id, undefined]));
    this.#did(place, {
      before: { pins: former, places: {}, isReset: false },
      after: { pins: none, places: {}, isReset: true },
    });
  }

  /** Takes the last step back; answers whether there was one. */
  async undo(): Promise<boolean> {
    return this.#go('before', ({ done, undone }) => [done, undone]);
  }

  /** Takes the last undoing back; answers whether there was one. */
  async redo(): Promise<boolean> {
    return this.#go('after', ({ done, undone }) => [undone, done]);
  }

  async #go(side: 'before' | 'after', way: (steps: Steps) => [Step[], Step[]]): Promise<boolean> {
    const place = this.#place();
    if (!place) return false;
    const [from, to] = way(this.#stepsOf(place));
    const step = from.at(-1);
    if (!step || !(await this.#files.save(place.root, place.map, step[side].pins))) return false;
    from.pop();
    to.push(step);
    this.#places = step[side].places;
    this.#isReset = step[side].isReset;
    return true;
  }

  #did(place: PinnedPlace, step: Step): void {
    const { done, undone } = this.#stepsOf(place);
    done.push(step);
    undone.length = 0;
  }

  #stepsOf({ root, map }: PinnedPlace): Steps {
    const file = Uri.joinPath(root, pinsFile(map.name, map.groupBy)).toString();
    const known = this.#steps.get(file) ?? { done: [], undone: [] };
    this.#steps.set(file, known);
    return known;
  }
}
