import { describe, expect, it } from 'vitest';
import { detailsOf } from '../../src/diagram/details.js';
import { describe as described } from '../../src/model/describe.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import { modelJson } from '../../src/model/json.js';
import { elementById } from '../../src/model/navigation.js';

const model = modelFromTexts({
  'a.arch': `domain Trade { core subdomain Orders }
team Checkout "Checkout *team*"
context Shop implements Trade.Orders {
  team Checkout
  event OrderPlaced { id: uuid }
  service Desk {
    technology "C#"
    slo { availability 99.9% p99 200ms }
    store Db: postgres
    publishes OrderPlaced
    api Orders: rest { version "1.0.0" path "/orders" GET "/{id}" order(id: uuid): json }
  }
}
context Billing { service Biller { subscribes Shop.OrderPlaced calls Shop.Desk.order calls Shop.Desk } }
`,
});
const hover = (id: string) => {
  const element = elementById(model, id);
  return element ? described(model, element) : '';
};
const card = (id: string) =>
  detailsOf(model, id)?.facts.map(({ name, value }) => `${name}: ${value}`);

describe('what is known of an element', () => {
  it('is the same in a hover and on a card, each in its own way', () => {
    expect(
      hover('service:Shop.Desk')
        .split('\n')
        .filter((line) => line.startsWith('- ')),
    ).toEqual([
      '- team: `Checkout` (of its context)',
      '- technology: C\\#',
      '- objectives: 99.9 % available, p99 200 ms',
      '- called by: `Billing.Biller`',
      '- publishes: `Shop.OrderPlaced`',
    ]);
    expect(card('service:Shop.Desk')).toEqual([
      'team: Checkout (of its context)',
      'technology: C#',
      'objectives: 99.9 % available, p99 200 ms',
      'called by: Billing.Biller',
      'publishes: Shop.OrderPlaced',
    ]);
  });

  it('says what follows without being declared', () => {
    expect(card('context:Shop')).toContain('volatility: high (from its subdomain)');
    expect(card('event:Shop.OrderPlaced')).toEqual([
      'topic: shop.order-placed (default)',
      'published by: Shop.Desk',
      'consumed by: Billing.Biller',
    ]);
  });

  it('counts what is too much to list', () => {
    const many = modelFromTexts({
      'a.arch': `context A { event E ${Array.from({ length: 11 }, (_, i) => `service S${String(i)} { subscribes E }`).join(' ')} }`,
    });
    expect(detailsOf(many, 'event:A.E')?.facts.at(-1)?.value).toMatch(/A\.S7 and 3 more$/);
  });
});

it('a term keeps what documents it, and the model as JSON has it', () => {
  const model = modelFromTexts({
    'a.arch': 'context A {\n  /** Once it is paid. */\n  term Order "A request."\n  term Basket\n}',
  });
  expect(modelJson(model)).toMatchObject({
    elements: [
      {
        id: 'context:A',
        terms: [
          { name: 'Order', definition: 'A request.', doc: 'Once it is paid.' },
          { name: 'Basket' },
        ],
      },
    ],
  });
  expect(model.contexts[0]?.terms[1]).not.toHaveProperty('doc');
});
