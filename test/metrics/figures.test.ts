import { describe, expect, it } from 'vitest';
import { balances } from '../../src/metrics/balance.js';
import { figuresOf } from '../../src/metrics/figures.js';
import { outlierLimit } from '../../src/metrics/outliers.js';
import { modelFromTexts } from '../../src/model/from-text.js';

const shop = `
domain Retail { core subdomain Pricing  supporting subdomain Sales }
team A {}
team B {}
context Sales implements Retail.Sales {
  team A
  service Orders { calls Pricing.Prices.quote  calls Pricing.Prices.reserve  calls Carts
    store Db: postgres }
  service Carts { reads Orders.Db }
}
context Pricing implements Retail.Pricing {
  team B
  event PriceChanged {}
  service Prices { publishes PriceChanged
    api P: grpc { rpc quote(json): json  rpc reserve(json): json } }
  service Feed { subscribes PriceChanged }
}
external Bank {}
flow Buy { kind saga  Sales.Orders -> Pricing.Prices.reserve }
contextmap M { Pricing -> Sales }
`;

function model(text = shop) {
  return modelFromTexts({ 'model.arch': text });
}

describe('figures of services', () => {
  const byId = new Map(figuresOf(model()).services.map((figures) => [figures.id, figures]));

  it('count neighbours rather than calls', () => {
    expect(byId.get('service:Sales.Orders')).toMatchObject({ importance: 0, dependence: 2 });
    expect(byId.get('service:Pricing.Prices')).toMatchObject({ importance: 1, dependence: 0 });
  });

  it('take subscriptions and stores into the coupling, but not into AIS and ADS', () => {
    expect(byId.get('service:Pricing.Prices')).toMatchObject({
      afferent: 2,
      efferent: 0,
      instability: 0,
    });
    expect(byId.get('service:Sales.Orders')).toMatchObject({
      afferent: 1,
      efferent: 2,
      sharedStores: 1,
      chainDepth: 1,
    });
    expect(byId.get('service:Sales.Orders')?.instability).toBeCloseTo(2 / 3);
  });
});

describe('the balance of a relation', () => {
  it('is that of its strongest dependency', () => {
    expect(figuresOf(model()).relations).toEqual([
      {
        id: 'relation:M.Pricing->Sales',
        upstream: 'context:Pricing',
        downstream: 'context:Sales',
        origin: 'declared',
        strength: 3,
        strengthName: 'functional',
        because: 'the call is a step of a saga',
        distance: 3,
        volatility: 3,
        product: 27,
      },
    ]);
  });

  it('falls to a contract behind an anticorruption layer', () => {
    const [relation] = figuresOf(
      model(shop.replace('Pricing -> Sales', 'Pricing -> [ACL] Sales')),
    ).relations;
    expect(relation).toMatchObject({ strength: 1, product: 9 });
  });

  it('calls a foreign store intrusive, at the distance of one team', () => {
    const access = balances(model()).find(({ dependency }) => dependency.via === 'access');
    expect(access).toMatchObject({ strength: { level: 4 }, distance: 1, volatility: 2 });
  });
});

describe('figures of the model', () => {
  it('relate synchronous pairs to all ordered pairs', () => {
    expect(figuresOf(model()).model).toEqual({
      contexts: 2,
      services: 4,
      synchronousPairs: 2,
      couplingFactor: 2 / 12,
      deepestChain: 1,
      cycles: 0,
      sharedStores: 1,
    });
  });
});

describe('the limit for outliers', () => {
  it('is the absolute one for few figures, mean plus two deviations for many', () => {
    expect(outlierLimit(5, [9, 9, 9, 9])).toBe(5);
    expect(outlierLimit(5, [1, 1, 1, 1, 1])).toBe(5);
    expect(outlierLimit(5, [10, 10, 10, 10, 10])).toBe(10);
    expect(outlierLimit(1, [2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(9);
  });
});
