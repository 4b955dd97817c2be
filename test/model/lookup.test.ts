import { describe, expect, it } from 'vitest';
import { annotatedParts } from '../../src/model/annotated.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import { boundaryOf } from '../../src/model/lookup.js';

const modelFromText = (text: string) => modelFromTexts({ 'model.arch': text });

describe('the boundary of an element', () => {
  it('is the context or external that its name begins with', () => {
    const model = modelFromText(`
      context Orders { aggregate Order { root entity Order { id id: uuid } } }
      external Bank { api Payments: rest { GET "/" ask() } }`);
    const of = (id: string) => boundaryOf(model, id)?.id;
    expect(of('entity:Orders.Order.Order')).toBe('context:Orders');
    expect(of('operation:Bank.Payments.ask')).toBe('external:Bank');
    expect(of('context:Orders')).toBe('context:Orders');
  });

  it('is found where a context and an external have one name', () => {
    const model = modelFromText(`
      context Bank { service Ledger }
      external Bank { api Payments: rest }`);
    expect(boundaryOf(model, 'service:Bank.Ledger')?.id).toBe('context:Bank');
    expect(boundaryOf(model, 'api:Bank.Payments')?.id).toBe('external:Bank');
  });

  it('is missing for what lies in neither', () => {
    const model = modelFromText('context Sales { }  contextmap Sales { }  team Blue');
    expect(boundaryOf(model, 'team:Blue')).toBeUndefined();
    expect(boundaryOf(model, 'contextmap:Sales')).toBeUndefined();
  });
});

describe('what is annotated', () => {
  it('is found in the order of the model: elements, their fields, and edges', () => {
    const model = modelFromText(`
      context Sales {
        service Plain
        @tag(old) service Old { @experimental calls Plain }
        value Price { @pii amount: decimal }
      }
      @tag(core) context Sales { }`);
    const { declarations, edges } = annotatedParts(model);
    expect(declarations.map(({ id }) => id)).toEqual([
      'context:Sales',
      'field:Sales.Price.amount',
      'service:Sales.Old',
    ]);
    expect(edges.map(({ id }) => id)).toEqual(['call:Sales.Old->Sales.Plain']);
  });
});
