import { expect, it } from 'vitest';
import { figureFacts } from '../../src/metrics/figure-facts.js';
import { describe as describeElement } from '../../src/model/describe.js';
import { modelFromTexts } from '../../src/model/from-text.js';

it('tells the figures of a service and of a context in their hovers', () => {
  const model = modelFromTexts({
    'a.arch': 'context A { service S { calls B.T } }\ncontext B { service T  service Idle }',
  });
  const hover = (id: string) => {
    const element = model.elements.get(id);
    if (!element) throw new Error(id);
    return describeElement(model, element, figureFacts(model, element));
  };
  expect(hover('service:A.S')).toContain(
    '- coupling: Ca 0, Ce 1, I 1.00\n- synchronous: called by 0 (AIS), calls 1 (ADS), up to 1 calls in a row',
  );
  expect(hover('context:B')).toContain('- coupling: Ca 1, Ce 0, I 0.00');
  expect(hover('service:B.Idle')).not.toContain('coupling');
});
