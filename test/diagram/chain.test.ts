import { describe, expect, it } from 'vitest';
import { chainEntries, chainFrom } from '../../src/diagram/chain.js';
import { chainTitle } from '../../src/diagram/chain-overlay.js';
import { overlaysOf, withOverlay } from '../../src/diagram/overlays.js';
import { pictureOf } from '../../src/diagram/render.js';
import { modelFromTexts } from '../../src/model/from-text.js';

const text = `
actor User { calls Shop.Web.checkout }
context Shop {
  service Web {
    slo { availability 99.9%  p99 600ms }
    api Pages: rest {
      POST "/checkout" checkout() { calls Orders.OrderService.place { timeout 200ms  retry 1 } }
      GET "/about" about()
    }
  }
}
context Orders {
  service OrderService {
    slo { availability 99.95%  p99 150ms }
    api Orders: rest {
      POST "/orders" place() {
        calls Stock.StockService.reserve { timeout 50ms  parallel }
        calls Mail.Mailer.send { optional }
      }
    }
  }
}
context Stock { service StockService { slo { availability 99.9% } api Stock: rest { POST "/r" reserve() } } }
context Mail { service Mailer { api Mail: rest { POST "/m" send() } } }
`;
const model = modelFromTexts({ 'a.arch': text });
const checkout = 'operation:Shop.Web.Pages.checkout';

describe('a synchronous chain', () => {
  it('numbers the calls from the entry on, with what each may take and promises', () => {
    expect(model.problems).toEqual([]);
    const chain = chainFrom(model, checkout);
    expect(chain?.links).toMatchObject([
      { number: 1, depth: 0, to: 'service:Orders.OrderService', wait: 400, latency: 150 },
      { number: 2, depth: 1, to: 'service:Stock.StockService', wait: 50, parallel: true },
      { number: 3, depth: 1, to: 'service:Mail.Mailer', required: false },
    ]);
    expect(chain?.links[2]).not.toHaveProperty('wait');
  });

  it('holds what the entry promises against what it waits for and needs', () => {
    const chain = chainFrom(model, checkout);
    expect(chain).toMatchObject({ percentile: 'p99', promisedLatency: 600, worst: 400 });
    expect(chain?.promisedAvailability).toBeCloseTo(0.999, 9);
    expect(chain?.possibleAvailability).toBeCloseTo(0.9995, 9);
    expect(chain && chainTitle(chain)).toBe(
      'Chain of Shop.Web.Pages.checkout: waits 400 ms at most, promises p99 600 ms; promises 99.9 %, 99.95 % possible',
    );
  });

  it('is offered for entries that wait for somebody, and for no others', () => {
    expect(chainEntries(model)).toEqual([checkout]);
    expect(overlaysOf(model).map(({ name }) => name)).toContain(`chain:${checkout}`);
    expect(chainFrom(model, 'operation:Shop.Web.Pages.about')).toBeUndefined();
    expect(chainFrom(model, 'service:Nobody.Knows')).toBeUndefined();
  });

  it('ends, where calls go round in a ring', () => {
    const ring = modelFromTexts({
      'a.arch': 'context A { service X { calls Y } service Y { calls X } }',
    });
    expect(chainFrom(ring, 'service:A.X')?.links).toHaveLength(2);
  });

  it('lies over the map with its steps, and what each box promises', async () => {
    const picture = withOverlay(model, await pictureOf(model), `chain:${checkout}`);
    expect(picture.overlay?.steps.map(({ number, from, to }) => [number, from, to])).toEqual([
      [1, 'context:Shop', 'context:Orders'],
      [2, 'context:Orders', 'context:Stock'],
      [3, 'context:Orders', 'context:Mail'],
    ]);
    expect(picture.overlay?.marks).toEqual([
      {
        node: 'context:Orders',
        text: 'p99 150 ms · 99.95 %',
        spoken: 'promises p99 150 ms, 99.95 %',
      },
      { node: 'context:Stock', text: '99.9 %', spoken: 'promises 99.9 %' },
      { node: 'context:Mail', text: 'no objective' },
      {
        node: 'context:Shop',
        text: 'waits ≤ 400 ms of p99 600 ms',
        spoken: 'waits at most 400 ms of p99 600 ms',
      },
    ]);
  });
});
