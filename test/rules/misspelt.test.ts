import { describe, expect, it } from 'vitest';
import { findingsOf } from './check.js';

/** Rules that find something, hints aside. */
const rulesIn = (text: string) =>
  [
    ...new Set(
      findingsOf(text)
        .filter(({ severity }) => severity !== 'hint')
        .map(({ rule }) => rule),
    ),
  ].sort();

const shop = `team Checkout { size 8  on-call "https://call.example" }
domain Retail { core subdomain Ordering  supporting subdomain Billing }
context Ordering implements Retail.Ordering {
  team Checkout
  aggregate Order {
    root entity Order { id id: uuid }
    event OrderPlaced { version 1  orderId: uuid }
  }
  service OrderService {
    runbook "https://run.example" telemetry traces, metrics, logs rollout canary replicas 2
    owns Order
    publishes OrderPlaced
  }
}
context Billing implements Retail.Billing {
  team Checkout
  service Biller {
    runbook "https://run.example" telemetry traces, metrics, logs rollout canary replicas 2
    subscribes Ordering.OrderPlaced { idempotent  dead-letter "billing.dlq" }
  }
}
contextmap Landscape { Ordering [OHS, PL] -> [ACL] Billing }
`;

describe('a name that nothing has', () => {
  it('is one finding: what it would have led to is not missed as well', () => {
    const before = rulesIn(shop);
    expect(before).not.toContain('unresolved-reference');
    for (const [name, wrong] of [
      ['subscribes Ordering.OrderPlaced', 'subscribes Ordering.OrderPlced'],
      ['publishes OrderPlaced', 'publishes OrderPlaceed'],
      ['-> [ACL] Billing', '-> [ACL] Biling'],
      ['team Checkout\n  service', 'team Chekout\n  service'],
    ] as const) {
      expect(shop).toContain(name);
      const after = rulesIn(shop.replace(name, wrong));
      expect(
        after.filter((rule) => !before.includes(rule)),
        wrong,
      ).toEqual(['unresolved-reference']);
    }
  });
});
