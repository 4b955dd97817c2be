import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serviceSizes } from '../../src/metrics/service-sizes.js';
import { dependenciesOf } from '../../src/model/dependencies.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import { collectors } from '../../src/rules/collectors.js';
import { walkThrough } from '../../src/rules/visitors.js';

const file = join(import.meta.dirname, '../golden/every-feature/model.arch');
const more = `context Far {
  service Hears { owns A, B  subscribes Two.Heard, Two.Heard  handles Do  calls X.O.get
    api I: rest { GET "/" one(): 204  GET "/a" two(it: Two.V): 204 } }
  aggregate A {} aggregate B {} command Do {}
}
context Two { event Heard {} event Other {} value V {} service P { publishes Heard, Other } }
external X { api O: rest { GET "/" get(): 204 } }`;

describe('what is collected while the rules look at the model', () => {
  const texts = { 'a.arch': readFileSync(file, 'utf8'), 'b.arch': more };
  const walked = modelFromTexts(texts);
  walkThrough(walked, collectors(walked));
  const asked = modelFromTexts(texts);

  it('are all dependencies between contexts', () => {
    expect(dependenciesOf(walked).length).toBeGreaterThan(10);
    expect(dependenciesOf(walked)).toEqual(dependenciesOf(asked));
  });

  it('are the sizes of all services, each message counted once', () => {
    const number = walked.services.findIndex(({ id }) => id === 'service:Far.Hears');
    const { operations, handlers, aggregates } = serviceSizes(walked);
    expect([operations[number], handlers[number], aggregates[number]]).toEqual([2, 2, 2]);
    expect(serviceSizes(walked)).toEqual(serviceSizes(asked));
  });
});
