/** A string that a regular expression accepts, for examples. */
import {
  RegExpParser,
  type Alternative,
  type Atom,
  type Disjunction,
  type Set as CharacterSet,
} from '@chevrotain/regexp-to-ast';

/** Preferred members of character classes: examples should look like something. */
const preferred = [...'A1aBCDb234-_. /5:@'].map((char) => char.charCodeAt(0));
/** An example is for people; patterns that need more than this get none. */
const longest = 256;

/** The pattern as JSON Schema reads it: ECMA-262 with the `u` flag. Undefined if it is not valid. */
export function compiledPattern(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}

/**
 * A short string that matches the pattern, the same one each time; undefined where none is found,
 * as with lookaheads that contradict each other or Unicode properties.
 *
 * @param minLength wanted length in UTF-16 units; repeated parts grow to reach it
 */
export function patternExample(
  pattern: string,
  minLength = 0,
  maxLength = longest,
): string | undefined {
  const compiled = compiledPattern(pattern);
  if (!compiled) return undefined;
  let disjunction: Disjunction;
  try {
    disjunction = new RegExpParser().pattern(`/${compiled.source}/`).value;
  } catch {
    return undefined;
  }
  for (const extra of [0, 1, 2, 4, 8, 16, 32, 64, 128]) {
    const sampler = new Sampler(extra);
    const text = sampler.disjunction(disjunction);
    if (text === undefined || text.length > longest) return undefined;
    if (text.length >= minLength && text.length <= maxLength && compiled.test(text)) return text;
    if (text.length > maxLength) return undefined;
  }
  return undefined;
}

class Sampler {
  private readonly groups = new Map<number, string>();
  private readonly extra: number;
  private next = 0;

  constructor(extra: number) {
    this.extra = extra;
  }

  disjunction(node: Disjunction): string | undefined {
    for (const alternative of node.value) {
      const text = this.alternative(alternative);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  private alternative(node: Alternative): string | undefined {
    let text = '';
    for (const term of node.value) {
      if (term.type === 'Lookahead' || term.type === 'Lookbehind') return undefined;
      if (!('value' in term) || term.value === undefined || term.type.startsWith('Negative'))
        continue;
      const part = this.repeated(term as Atom);
      if (part === undefined) return undefined;
      text += part;
      if (text.length > longest) return undefined;
    }
    return text;
  }

  private repeated(atom: Atom): string | undefined {
    const { atLeast, atMost } = atom.quantifier ?? { atLeast: 1, atMost: 1 };
    const times = Math.min(atLeast + this.extra, Math.max(atMost, atLeast));
    if (times > longest) return undefined;
    let text = '';
    for (let n = 0; n < times; n++) {
      const part = this.atom(atom);
      if (part === undefined) return undefined;
      text += part;
    }
    return text;
  }

  private atom(atom: Atom): string | undefined {
    switch (atom.type) {
      case 'Character':
        return String.fromCharCode(atom.value);
      case 'Set':
        return this.set(atom);
      case 'Group': {
        const text = this.disjunction(atom.value);
        const index = (atom as { idx?: number }).idx;
        if (index !== undefined && text !== undefined) this.groups.set(index, text);
        return text;
      }
      default:
        return this.groups.get(atom.value) ?? '';
    }
  }

  /** A preferred member where there is one, walking on from one to the next for variety. */
  private set(node: CharacterSet): string | undefined {
    const has = (code: number): boolean =>
      node.value.some((part) =>
        typeof part === 'number' ? part === code : code >= part.from && code <= part.to,
      ) !== node.complement;
    const found = preferred.filter(has);
    const digits = found.filter((code) => code >= 48 && code <= 57);
    const letters = found.filter((code) => (code | 32) >= 97 && (code | 32) <= 122);
    const pool = letters.length > 0 ? letters : digits.length > 0 ? digits : found;
    if (pool.length > 0) return String.fromCharCode(pool[this.next++ % pool.length]!);
    for (let code = 32; code < 0xd800; code++) if (has(code)) return String.fromCharCode(code);
    return undefined;
  }
}
