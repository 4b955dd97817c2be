import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineEdits } from '../../../src/cli/mcp/line-edits.js';
import { edited } from '../../../src/cli/mcp/proposed-files.js';
import { positionAt } from '../../../src/model/text-positions.js';

/** A change of the offsets from `start` to `end`. */
function change(text: string, start: number, end: number, by: string) {
  const span = { file: 'a.arch', start: positionAt(text, start), end: positionAt(text, end) };
  return { span, text: by };
}

describe('edits of lines', () => {
  it('replace whole lines', () => {
    const text = 'one\ntwo three\nfour\n';
    expect(lineEdits(text, [change(text, 8, 13, '3')])).toEqual([
      { line: 2, old: 'two three\n', new: 'two 3\n' },
    ]);
  });

  it('take in what is around a line that stands there several times', () => {
    const text = 'a {\n  x\n}\nb {\n  x\n}\n';
    const edits = lineEdits(text, [change(text, 16, 17, 'y')]);
    expect(edits).toEqual([{ line: 4, old: 'b {\n  x\n}\n', new: 'b {\n  y\n}\n' }]);
  });

  it('are one where one of them writes what the next one looks for', () => {
    const text = 'one\ntwo\nthree\n';
    const edits = lineEdits(text, [change(text, 0, 3, 'three'), change(text, 8, 13, 'four')]);
    expect(edits).toEqual([{ line: 1, old: text, new: 'three\ntwo\nfour\n' }]);
  });

  it('make of a text what its changes make of it, whatever they are', () => {
    const words = fc.stringMatching(/^[ab\n]{1,30}$/);
    const cuts = fc.array(fc.tuple(fc.nat(40), fc.nat(4), fc.stringMatching(/^[abc\n]{0,3}$/)), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(words, cuts, (text, wanted) => {
        const changes = [];
        let expected = '';
        let at = 0;
        for (const [from, length, by] of [...wanted].sort((a, b) => a[0] - b[0])) {
          const start = Math.min(from, text.length);
          const end = Math.min(start + length, text.length);
          // Two at one place have no order.
          if (start < at || (start === at && changes.length > 0)) continue;
          changes.push(change(text, start, end, by));
          expected += text.slice(at, start) + by;
          at = end;
        }
        expected += text.slice(at);
        expect(edited('a.arch', text, lineEdits(text, changes))).toBe(expected);
      }),
      { seed: 11, numRuns: 3000 },
    );
  });
});
