/** A part of a rule of the grammar, as `scripts/parser` writes it. */
export type Expression =
  /** A keyword, or the name of a terminal. */
  | { readonly is: 'token'; readonly token: string }
  | { readonly is: 'call'; readonly rule: string }
  | { readonly is: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly is: 'choice'; readonly options: readonly Expression[] }
  | { readonly is: 'optional' | 'repeated'; readonly part: Expression }
  | { readonly is: 'assignment'; readonly feature: string; readonly part: Expression };

/** Where one may stand in a rule. A state without ways on is the end of its rule. */
export interface State {
  readonly number: number;
  /** Ways on that take no token. */
  readonly free: State[];
  readonly tokens: { readonly token: string; readonly slot: string; readonly to: State }[];
  readonly calls: {
    readonly rule: string;
    readonly slot: string;
    readonly into: State;
    readonly back: State;
  }[];
  readonly isEnd: boolean;
}

/**
 * The transition network of a grammar: how its rules run over tokens (W. Woods: Transition Network
 * Grammars for Natural Language Analysis, 1970).
 */
export class Network {
  readonly #starts = new Map<string, State>();
  readonly #ends = new Map<string, State>();
  #count = 0;

  constructor(rules: Readonly<Record<string, Expression>>) {
    for (const name of Object.keys(rules)) {
      this.#starts.set(name, this.#state());
      this.#ends.set(name, this.#state(true));
    }
    for (const [name, body] of Object.entries(rules)) {
      this.#through(this.#start(name), body, name, '').free.push(this.#end(name));
    }
  }

  /** Where a rule stands any number of times. */
  manyOf(rule: string): State {
    const start = this.#state();
    start.calls.push({ rule, slot: '', into: this.#start(rule), back: start });
    return start;
  }

  #state(isEnd = false): State {
    return { number: this.#count++, free: [], tokens: [], calls: [], isEnd };
  }

  #start(rule: string): State {
    return this.#starts.get(rule)!;
  }

  #end(rule: string): State {
    return this.#ends.get(rule)!;
  }

  /** Leads from a state through an expression; answers the state behind it. */
  #through(from: State, expression: Expression, rule: string, slot: string): State {
    switch (expression.is) {
      case 'token': {
        const to = this.#state();
        from.tokens.push({ token: expression.token, slot, to });
        return to;
      }
      case 'call': {
        const back = this.#state();
        from.calls.push({ rule: expression.rule, slot, into: this.#start(expression.rule), back });
        return back;
      }
      case 'sequence':
        return expression.parts.reduce(
          (state, part) => this.#through(state, part, rule, slot),
          from,
        );
      case 'assignment':
        return this.#through(from, expression.part, rule, `${rule}.${expression.feature}`);
      case 'choice': {
        const behind = this.#state();
        for (const option of expression.options) {
          this.#through(from, option, rule, slot).free.push(behind);
        }
        return behind;
      }
      case 'optional': {
        const behind = this.#through(from, expression.part, rule, slot);
        from.free.push(behind);
        return behind;
      }
      case 'repeated': {
        // A state of its own, since the part comes back to it.
        const entry = this.#state();
        from.free.push(entry);
        this.#through(entry, expression.part, rule, slot).free.push(entry);
        return entry;
      }
    }
  }
}
