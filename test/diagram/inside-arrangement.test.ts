import { describe, expect, it } from 'vitest';
import type { Picture } from '../../src/diagram/picture.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import { drawnWith } from './after-edit.js';

const context = 'context:A';
const draw = drawnWith({ level: 'services', context, open: new Set([context]) });
const services = 12;

/** A context with services that call each other. */
function drawn(calls: ReadonlySet<string>, previous?: Picture) {
  const texts = Array.from({ length: services }, (_, from) => {
    const own = [...calls].filter((call) => call.startsWith(`${String(from)} `));
    const targets = own.map((call) => `calls S${call.split(' ')[1] ?? ''}`);
    return `service S${String(from)} { ${targets.join(' ')} }`;
  });
  const model = modelFromTexts({ 'a.arch': `context A {\n${texts.join('\n')}\n}` });
  return draw(model, previous && { previous, pins: {} });
}

/** Numbers below 1 that look random; always the same ones. */
function numbers(): () => number {
  let seed = 1;
  return () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
}

/** Pairs of boxes inside, and those that stand on other sides of each other than before. */
function turned(before: Picture, after: Picture): { turned: number; pairs: number } {
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  const inside = before.nodes.filter(({ parent, id }) => parent === context && now.has(id));
  const result = { turned: 0, pairs: 0 };
  for (const [index, a] of inside.entries()) {
    for (const b of inside.slice(index + 1)) {
      for (const axis of ['x', 'y'] as const) {
        const apart = a[axis] - b[axis];
        if (Math.abs(apart) < 20) continue;
        result.pairs++;
        if (apart * (now.get(a.id)![axis] - now.get(b.id)![axis]) <= 0) result.turned++;
      }
    }
  }
  return result;
}

describe('the inside of an opened context', () => {
  it('keeps most of its order when a call is added', async () => {
    const random = numbers();
    const number = (below: number) => Math.floor(random() * below);
    const sum = { turned: 0, pairs: 0 };
    for (let round = 0; round < 40; round++) {
      const calls = new Set<string>();
      for (let to = 1; to < services; to++) {
        calls.add(`${String(number(to))} ${String(to)}`);
        if (random() < 0.4) calls.add(`${String(number(to))} ${String(to)}`);
      }
      const first = await drawn(calls);
      expect(turned(first, await drawn(calls, first)).turned).toBe(0);
      const to = 1 + number(services - 1);
      const added = `${String(number(to))} ${String(to)}`;
      if (calls.has(added)) continue;
      const found = turned(first, await drawn(new Set([...calls, added]), first));
      sum.turned += found.turned;
      sum.pairs += found.pairs;
    }
    // Laid out afresh, a tenth of them stand on other sides.
    expect(sum.turned / sum.pairs).toBeLessThan(0.06);
    expect(sum.turned).toBeGreaterThan(0);
  });
});
