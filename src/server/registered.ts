import type { Disposable } from 'vscode-languageserver';

/** What the client is asked for, until something else is. */
export class Registered<T> {
  readonly #register: (what: T) => Promise<readonly Disposable[]>;
  #asked: string | undefined;
  #current: Promise<readonly Disposable[]> = Promise.resolve([]);

  /** @param register asks the client; what it answers takes that back */
  constructor(register: (what: T) => Promise<readonly Disposable[]>) {
    this.#register = register;
  }

  /** Asks for this instead of what was asked for before; once only for the same. */
  ask(what: T): void {
    const asked = JSON.stringify(what);
    if (asked === this.#asked) return;
    this.#asked = asked;
    const former = this.#current;
    // A client that refuses goes on without.
    this.#current = this.#register(what).catch(() => []);
    // In between the client tells twice rather than not at all.
    void Promise.all([former, this.#current]).then(([last]) => {
      for (const one of last) one.dispose();
    });
  }
}
