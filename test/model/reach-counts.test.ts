import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../src/model/call-graph.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import { startsReaching } from '../../src/model/reach-counts.js';

describe('starts that reach a service', () => {
  it('are counted once each, beyond one batch of them, and not where they start', () => {
    const count = 1500;
    const fronts = Array.from(
      { length: count },
      (_, i) => `service F${i} { calls ${i % 2 === 0 ? 'A, B' : 'A'} }`,
    );
    const actor = `actor U { ${Array.from({ length: count }, (_, i) => `calls X.F${i}`).join(' ')} }`;
    const text = `${actor} context X { ${fronts.join('\n')}
      service A { calls C } service B { calls C } service C { calls A } service D }`;
    const model = modelFromTexts({ 'm.arch': text });
    const reaching = startsReaching(entriesOf(model), model.calls);
    expect(reaching.get('service:X.A')).toBe(count);
    expect(reaching.get('service:X.B')).toBe(count / 2);
    expect(reaching.get('service:X.C')).toBe(count);
    expect(reaching.get('service:X.F0')).toBe(0);
    expect(reaching.get('service:X.D')).toBeUndefined();
  });
});
