import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArch } from '../../src/language/parse.js';
import { buildDraft } from '../../src/model/build/build.js';
import { archFiles } from './arch-files.js';

/** Every so many states of typing are looked at: all of them take half a minute. */
const step = 7;

/** The text with the rest of one line cut off at a token, for each token that opens and closes none. */
function* halfTyped(text: string): Generator<string> {
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (/^\s*(\/\/|\/?\*)/.test(line)) continue;
    for (const { index: at } of line.matchAll(/"(?:[^"\\]|\\.)*"|[\w.%-]+|[^\s\w]/g)) {
      const rest = line.slice(at).replaceAll(/"[^"]*"/g, '');
      if (line.slice(0, at).trim() === '' || /[{}]/.test(rest)) continue;
      yield [...lines.slice(0, index), line.slice(0, at), ...lines.slice(index + 1)].join('\n');
    }
  }
}

describe('while a statement is typed', () => {
  it('one thing is said of it, and the rest of the model stays', () => {
    const counts = new Map<number, number>();
    let states = 0;
    for (const file of archFiles().filter((name) => name.includes('/examples/'))) {
      const text = readFileSync(file, 'utf8');
      const whole = buildDraft(file, parseArch(text));
      let number = 0;
      for (const typed of halfTyped(text)) {
        if (number++ % step > 0) continue;
        const { problems, elements } = buildDraft(file, parseArch(typed));
        expect(problems.length, typed).toBeLessThanOrEqual(5);
        expect(whole.elements.length - elements.length, typed).toBeLessThanOrEqual(3);
        const said = problems.length;
        counts.set(said, (counts.get(said) ?? 0) + 1);
        states++;
      }
    }
    expect(states).toBeGreaterThan(300);
    expect(((counts.get(0) ?? 0) + (counts.get(1) ?? 0)) / states).toBeGreaterThan(0.93);
  });
});
