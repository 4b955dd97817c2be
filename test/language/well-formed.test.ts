import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { langium } from '../../src/language/langium-parser.js';
import { lexText } from '../../src/language/langium.js';
import { scan } from '../../src/language/scanner.js';
import { parseWellFormed } from '../../src/language/well-formed.js';
import { archFiles } from './arch-files.js';
import { plainTree } from './plain-tree.js';

/** The tree of a text; undefined where something is wrong with it. */
function generated(text: string): unknown {
  const tree = parseWellFormed(text)?.documents[0];
  return tree && plainTree(tree);
}

function langiums(text: string): unknown {
  const { value, parserErrors, lexerErrors } = langium().parser.parse(text);
  return parserErrors.length + lexerErrors.length > 0 ? undefined : plainTree(value);
}

const texts = archFiles().map((file) => readFileSync(file, 'utf8'));

/** Pieces of example files, each with some tokens left out, doubled, moved or replaced. */
const damaged = fc
  .record({
    text: fc.constantFrom(...texts.flatMap((text) => text.split(/\n(?=\S+ \S)/))),
    changes: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(2)), { minLength: 0, maxLength: 2 }),
  })
  .map(({ text, changes }) => {
    let changed = text.slice(0, 2000);
    for (const [at, from, how] of changes) {
      const { tokens } = lexText(changed);
      const place = tokens[at % tokens.length];
      const other = tokens[from % tokens.length];
      if (!place || !other) continue;
      const head = changed.slice(0, place.startOffset);
      const tail = changed.slice(place.startOffset + place.image.length);
      const kept = how === 0 ? '' : how === 1 ? other.image : `${place.image} ${other.image}`;
      changed = head + kept + tail;
    }
    return changed;
  });

describe('the generated parser', () => {
  it.each(archFiles())("reads %s as Langium's does", (file) => {
    const text = readFileSync(file, 'utf8');
    expect(generated(text)).toEqual(langiums(text));
  });

  it('takes what Langium takes, as Langium does, and refuses what it refuses', () => {
    let refused = 0;
    let taken = 0;
    fc.assert(
      fc.property(damaged, (text) => {
        const expected = langiums(text);
        if (expected) taken++;
        else refused++;
        expect(generated(text)).toEqual(expected);
      }),
      { seed: 1, numRuns: 400 },
    );
    expect(Math.min(refused, taken)).toBeGreaterThan(40);
  });

  it('gives way where it would have to look too far ahead', () => {
    const text = 'context A { service B { telemetry a, [[["x"]]] } }';
    expect(generated(text)).toBeUndefined();
    expect(langiums(text)).toBeDefined();
  });

  it('ends at a nesting that no stack holds', () => {
    const depth = 100_000;
    expect(generated(`team A ${'{ team B '.repeat(depth)}${'}'.repeat(depth)}`)).toBeUndefined();
  });
});

describe('the scanner', () => {
  it('finds the documentation of each token', () => {
    const text = '/** A */ team A /* no */ {}\n/** B */\n/** C */ team B /** nothing */';
    expect(scan(text)?.docs).toEqual([
      { source: '/** A */', before: 9 },
      { source: '/** B */', before: text.indexOf('team B') },
      { source: '/** C */', before: text.indexOf('team B') },
    ]);
  });

  it.each(['team A §', '/* open', '1 / 2', 'a\u0000b'])('refuses %j', (text) => {
    expect(scan(text)).toBeUndefined();
    expect(langium().lexer.tokenize(text).errors).not.toEqual([]);
  });
});
