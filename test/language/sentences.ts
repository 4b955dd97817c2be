import type { Expression } from '../../src/language/expected/network.js';
import { keywords } from '../../src/language/generated/parser.js';
import { syntax } from '../../src/language/generated/syntax.js';

const words = [...keywords.keys()].filter((keyword) => /^[A-Za-z_]\w*$/.test(keyword));

/** Where a sentence begins, and what is around it. */
export const beginnings = {
  Member: ['', ''],
  MapMember: ['contextmap M { ', '\n}'],
  FlowMember: ['flow F { ', '\n}'],
  ViewMember: ['view V { ', '\n}'],
  RestOperation: ['api P: rest { ', '\n}'],
} as const;

const gaps = [
  ...[' ', ' ', '  ', '\n', '\n\n', ' // c\n', '\n/* d\n   e */ '],
  ...['\n/** doc\n *  - a\n *    - b\n */\n', '\n    /** x\n      y\n        z */\n'],
];

/** Sentences of the grammar, in any layout and with comments anywhere; the same for the same seed. */
export class Sentences {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  sentence(beginning: keyof typeof beginnings): string {
    const tokens: string[] = [];
    this.#expand(syntax[beginning]!, 0, tokens);
    const text = tokens.map((token, index) => {
      const before = tokens[index - 1];
      return (before === undefined ? '' : this.#gap(before, token)) + token;
    });
    const [head, tail] = beginnings[beginning];
    return head + text.join('') + tail;
  }

  #expand(expression: Expression, depth: number, tokens: string[]): void {
    switch (expression.is) {
      case 'token':
        tokens.push(...this.#token(expression.token));
        return;
      case 'sequence':
        for (const part of expression.parts) this.#expand(part, depth, tokens);
        return;
      case 'choice':
        this.#expand(this.#one(expression.options), depth, tokens);
        return;
      case 'optional':
        if (this.#random() < 0.5) this.#expand(expression.part, depth, tokens);
        return;
      case 'repeated':
        for (let left = Math.floor(this.#random() * (depth > 4 ? 1 : 4)); left > 0; left--) {
          this.#expand(expression.part, depth, tokens);
        }
        return;
      case 'assignment':
        this.#expand(expression.part, depth, tokens);
        return;
      case 'call': {
        const deeper = /Member|Literal|Type/.test(expression.rule) ? 1 : 0;
        this.#expand(syntax[expression.rule]!, depth + deeper, tokens);
      }
    }
  }

  #token(token: string): string[] {
    const name = () => (this.#random() < 0.1 ? this.#one(words) : this.#one(['Alpha', '_u', 'x1']));
    switch (token) {
      case 'ID':
        return [name()];
      case 'QNAME':
        return [`Alpha.${name()}`];
      case 'DASH_WORD':
        return [this.#one(['at-least-once', 'a-b'])];
      case 'STRING':
        return [this.#one(['""', '"a \\" // b"', '"/* {"'])];
      case 'LONG_STRING':
        return [this.#one(['"""a"""', '"""\n  one\n    two\n"""'])];
      case 'NUMBER':
        return [this.#one(['-3', '99.5', '202'])];
      case 'PERCENT':
        return ['99.9%'];
      case 'DURATION':
        return ['250ms'];
      case 'RATE':
        return ['30/m'];
      case 'DATE':
        return ['2027-03-31'];
      case 'END_OF_STATUS':
        return [];
      default:
        return [token];
    }
  }

  #gap(before: string, after: string): string {
    const stick = /[\w"%.\-<>=*[\]]$/.test(before) && /^[\w".\-<>=*[\]]/.test(after);
    return stick || this.#random() < 0.7 ? this.#one(gaps) : '';
  }

  #one<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)]!;
  }

  /** Numerical Recipes' linear congruential generator. */
  #random(): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return this.#state / 2 ** 32;
  }
}
