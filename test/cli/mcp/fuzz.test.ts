import { cpSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startAgent } from '../support/agent.js';
import { folderWith } from '../support/run.js';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** What attacks and accidents look like, and what leads deep into a model. */
const texts = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      '.',
      '..',
      '->',
      ':',
      'service:',
      'field:',
      'call:a->b',
      '__proto__',
      'constructor',
    ],
    ...['</script>', '../../x.arch', 'x.arch', 'ordering.arch', '\u202e\u200b', '\ud800', 'a\0b'],
    ...['Ordering', 'OrderService', 'Ordering.Order', 'placeOrder', 'OrderPlaced', 'HEAD', '-h'],
    ...['relation:Landscape.Catalog->Ordering', 'field:Ordering.Order.OrderPlaced.orderId'],
    ...['context A { service S { calls B } }', 'context {', 'sync-cycle', 'core', '('],
  ),
  fc.string({ maxLength: 12 }),
);

/** What gets further than nonsense does. */
const elements = fc.constantFrom(
  ...['Ordering', 'OrderService', 'OrderPlaced', 'Ordering.Order', 'service:Storefront.WebShop'],
);
const known: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  model: fc.constantFrom('.', './', 'other'),
  element: fc.oneof(elements, texts),
  context: fc.oneof(fc.constant('Ordering'), texts),
  rules: fc.constant(['missing-slo']),
};

function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  const { type, enum: choices, items, properties = {}, required = [] } = schema;
  if (choices) return fc.constantFrom(...choices);
  switch (type) {
    case 'array':
      return fc.array(valueOf(items ?? {}), { minLength: 1, maxLength: 3 });
    case 'object': {
      const values = Object.entries(properties).map(
        ([name, one]) => [name, known[name] ?? valueOf(one)] as const,
      );
      return fc.record(Object.fromEntries(values), { requiredKeys: [...required] });
    }
    case 'integer':
      return fc.integer({ min: 0, max: 600 });
    case 'boolean':
      return fc.boolean();
    default:
      return texts;
  }
}

it('every tool answers or says what is wrong, whatever it is asked', async () => {
  const folder = folderWith({});
  cpSync(join(import.meta.dirname, '../../../examples/bookshop'), folder, { recursive: true });
  const agent = await startAgent(folder);
  const usual = await agent.ask('check', { limit: 500 });
  let answers = 0;
  for (const { name, inputSchema } of (await agent.client.listTools()).tools) {
    const inputs = fc.sample(valueOf(inputSchema as Schema), { numRuns: 60, seed: 5 });
    for (const input of inputs) {
      const { text, isError } = await agent.ask(name, input as object);
      expect(text, `${name} ${JSON.stringify(input)}`).not.toContain('Internal error');
      if (!isError) answers++;
    }
  }
  expect(answers).toBeGreaterThan(150);
  expect(agent.log()).toBe('');
  expect(await agent.ask('check', { limit: 500 })).toEqual(usual);
  await agent.stop();
});
