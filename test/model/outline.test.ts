import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { outlineBelow } from '../../src/model/outline.js';

const model = modelFromTexts({
  'a.arch': `
    domain Retail { core subdomain Selling }
    domain Empty { }
    context Ordering implements Retail.Selling {
      service B { store Db: postgres api Api: rest { GET "/x" read() } publishes Placed }
      service A { }
      aggregate Order { root entity Order { id id: uuid } event Placed { id: uuid } }
      command Pack { id: uuid }
    }
    context Loose { }
    external Stripe { api Charges: rest { POST "/c" charge() } }
    actor Shopper { }
    contextmap M { Ordering [OHS] -> [ACL] Loose }`,
});
const ids = (id?: string) => outlineBelow(model, id).map((entry) => entry.id);

describe('the outline of a model', () => {
  it('starts with domains that hold something, then with what belongs to none', () => {
    expect(model.problems).toEqual([]);
    expect(ids()).toEqual(['domain:Retail', 'context:Loose', 'external:Stripe', 'actor:Shopper']);
  });

  it('leads from domain to context to service to API to operation', () => {
    expect(ids('domain:Retail')).toEqual(['context:Ordering']);
    expect(ids('context:Ordering')).toEqual([
      'service:Ordering.A',
      'service:Ordering.B',
      'event:Ordering.Order.Placed',
      'command:Ordering.Pack',
      'relation:M.Ordering->Loose',
    ]);
    expect(ids('service:Ordering.B')).toEqual(['api:Ordering.B.Api', 'store:Ordering.B.Db']);
    expect(ids('api:Ordering.B.Api')).toEqual(['operation:Ordering.B.Api.read']);
    expect(ids('external:Stripe')).toEqual(['api:Stripe.Charges']);
  });

  it('reaches every context, service, store and event once', () => {
    const seen: string[] = [];
    const walk = (id?: string) => {
      for (const entry of outlineBelow(model, id)) {
        if (entry.kind !== 'relation') seen.push(entry.id);
        walk(entry.id);
      }
    };
    walk();
    expect(new Set(seen).size).toBe(seen.length);
    for (const { id } of [
      ...model.contexts,
      ...model.services,
      ...model.stores,
      ...model.events,
      ...model.operations,
    ]) {
      expect(seen).toContain(id);
    }
  });

  it('has nothing below what the model does not have', () => {
    expect(ids('context:Nobody')).toEqual([]);
    expect(ids('relation:M.Ordering->Loose')).toEqual([]);
  });
});
