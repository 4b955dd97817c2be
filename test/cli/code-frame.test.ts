import { describe, expect, it } from 'vitest';
import { codeFrame, linesOf } from '../../src/cli/reporters/code-frame.js';

const at = (line: number, from: number, to: number) => ({
  start: { line, column: from },
  end: { line, column: to },
});

describe('a code frame', () => {
  it('shows the line with its number and its neighbours, and marks the place', () => {
    const lines = linesOf(`${'one\n'.repeat(98)}before\nhere it is\nbehind\nfar`);
    expect(codeFrame(lines, at(100, 6, 8))).toBe(
      ['     99 | before', '  > 100 | here it is', '        |      ^^', '    101 | behind'].join(
        '\n',
      ),
    );
  });

  it('counts lines as models do, whatever characters a text holds', () => {
    const lines = linesOf('a\u2028b\r\nc\u0007d\re');
    expect(codeFrame(lines, at(2, 3, 4))).toBe(
      ['    1 | a\uFFFDb', '  > 2 | c\uFFFDd', '      |   ^', '    3 | e'].join('\n'),
    );
  });

  it('is empty where there is no text', () => {
    expect(codeFrame(linesOf(''), at(1, 1, 1))).toBe('');
  });
});
