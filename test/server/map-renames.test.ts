import { expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { followedNames } from '../../src/server/map-renames.js';

const model = modelFromTexts({
  'a.arch': `@renamedFrom(Sales) context Ordering {
      service Orders { api Web: rest { POST "/" place() { calls Paying.Payments.pay } } }
    }
    context Paying { service Payments { api Web: rest { POST "/" pay() } } }
    @renamedFrom(Before) view Now { include * }
    contextmap Target { Paying -> Ordering }
    flow Buy { Ordering.Orders -> Paying.Payments.pay }`,
});
const none = new Map<string, string>();

it('a map follows what declares its former name', () => {
  const query = { context: 'context:Sales', open: ['context:Paying', 'context:Sales'] };
  expect(followedNames(model, query, none)).toEqual({
    context: 'context:Ordering',
    open: ['context:Paying', 'context:Ordering'],
  });
  expect(followedNames(model, { view: 'Before', open: [] }, none)).toEqual({ view: 'Now' });
});

it('a map follows renames in the editor, one after the other, and when they are undone', () => {
  const renamed = new Map([
    ['context:Billing', 'Payments'],
    ['context:Paying', 'Billing'],
    ['contextmap:Target', 'Landscape'],
    ['flow:Buy', 'Purchase'],
  ]);
  const open = ['context:Payments'];
  expect(followedNames(model, { open, folded: open }, renamed)).toEqual({
    open: ['context:Paying'],
    folded: ['context:Paying'],
  });
  expect(followedNames(model, { open: [], overlay: 'flow:Purchase' }, renamed)).toEqual({
    overlay: 'flow:Buy',
  });
  expect(followedNames(model, { open: [], view: 'Landscape' }, renamed)).toEqual({
    view: 'Target',
  });
  const undone = new Map([['context:Fees', 'Paying']]);
  expect(followedNames(model, { open: [], context: 'context:Fees' }, undone)).toEqual({
    context: 'context:Paying',
  });
});

it('a chain is followed when what its first operation lies in has another name', () => {
  const overlay = 'chain:operation:Sales.Orders.Web.place';
  expect(followedNames(model, { open: [], overlay }, none)).toEqual({
    overlay: 'chain:operation:Ordering.Orders.Web.place',
  });
});

it('a name that is gone for another reason stays: the next letter may bring it back', () => {
  const query = { context: 'context:Gone', view: 'Gone', open: ['context:Gone'] };
  expect(followedNames(model, { ...query, overlay: 'coupling' }, none)).toBeUndefined();
  expect(followedNames(model, { open: ['context:Ordering'] }, none)).toBeUndefined();
});
