import { todayIso } from '../project/project.js';
import { modelChangedNotification } from '../protocol/context-map.js';
import { breath, soon } from './breath.js';
import { DiagnosticsPublisher } from './diagnostics.js';
import type { Root } from './roots.js';
import type { Session } from './session.js';

/** How long typing must pause before the rules that need the whole model run, in ms. */
const pause = 150;
/** How long it must pause before pictures and previews, which need no rules, are asked for, in ms. */
const shortPause = 50;

/**
 * Keeps diagnostics up to date. The edited file is checked at once, with the rules that need no
 * more than that; all rules run after a pause, one at a time, so that requests are answered in
 * between and the next edit begins anew.
 */
export class Checker {
  readonly #session: Session;
  readonly #checked: () => void;
  readonly #publisher: DiagnosticsPublisher;
  readonly #edited = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #shortTimer: NodeJS.Timeout | undefined;
  #scheduled = false;
  #generation = 0;
  #held = 0;

  /** @param checked called when all models were checked and nothing came in between */
  constructor(session: Session, checked: () => void) {
    this.#session = session;
    this.#checked = checked;
    this.#publisher = new DiagnosticsPublisher(session);
  }

  /**
   * Checks nothing while models are read: half a model has names that resolve nowhere. All is
   * checked when the work is done.
   */
  async hold(work: () => Promise<void>): Promise<void> {
    this.#held++;
    try {
      await work();
    } finally {
      this.#held--;
      this.changed();
    }
  }

  /** The text of an open document changed. */
  edited(uri: string): void {
    if (this.#held > 0) return;
    this.#edited.add(uri);
    this.#wait(pause);
    if (this.#scheduled) return;
    this.#scheduled = true;
    // Changes that arrive together are checked together; a request in between still answers.
    soon(() => {
      this.#scheduled = false;
      this.#guard(() => {
        for (const changed of this.#edited) this.#publisher.publishFile(changed);
        this.#edited.clear();
      });
    });
  }

  /** Something else changed: files, configuration, baseline. */
  changed(): void {
    this.#wait(0);
  }

  #wait(time: number): void {
    this.#generation++;
    clearTimeout(this.#timer);
    clearTimeout(this.#shortTimer);
    if (this.#held > 0) return;
    // Pictures and previews need the model, not what the rules will say of it.
    if (time > shortPause) {
      this.#shortTimer = setTimeout(() => {
        this.#notify();
      }, shortPause);
    }
    this.#timer = setTimeout(() => {
      this.#checkAll(this.#generation).catch((error: unknown) => {
        this.#log(error);
      });
    }, time);
  }

  #notify(): void {
    this.#session.connection.sendNotification(modelChangedNotification).catch((error: unknown) => {
      this.#log(error);
    });
  }

  async #checkAll(generation: number): Promise<void> {
    for (const root of this.#session.roots.all) {
      if (!(await this.#check(root, generation))) return;
    }
    this.#guard(() => {
      this.#publisher.publish();
      this.#checked();
    });
    this.#notify();
  }

  /** Whether the check came to its end before the next change. */
  async #check(root: Root, generation: number): Promise<boolean> {
    const steps = root.project.checking(todayIso());
    while (!steps.next().done) {
      await breath();
      if (generation !== this.#generation) return false;
    }
    return true;
  }

  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#log(error);
    }
  }

  #log(error: unknown): void {
    this.#session.connection.console.error(`Checking failed: ${String(error)}`);
  }
}
