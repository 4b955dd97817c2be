import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { waitingFor } from '../../src/model/waiting.js';

const model = modelFromTexts({
  'a.arch': `actor Shopper { calls A.Shop.buy }
context A {
  service Shop { api S: rest {
    POST "/buy" buy() { calls B.Orders.place }
    GET "/look" look() { calls B.Orders.find }
  } }
}
context B {
  service Orders { api O: rest {
    POST "/place" place() { calls C.Prices }
    GET "/find" find()
  } }
}
context C { service Prices { calls Prices } service Report { calls Prices } }
`,
});
const told = (...targets: string[]) =>
  waitingFor(model, targets).map(({ id, hops, through }) => `${String(hops)} ${id} > ${through}`);

describe('who waits', () => {
  it('is found over operations, up to the actors, the nearest first', () => {
    expect(told('service:C.Prices')).toEqual([
      '1 operation:B.Orders.O.place > service:C.Prices',
      '1 service:B.Orders > service:C.Prices',
      '1 service:C.Report > service:C.Prices',
      '2 operation:A.Shop.S.buy > operation:B.Orders.O.place',
      '2 service:A.Shop > operation:B.Orders.O.place',
      '3 actor:Shopper > operation:A.Shop.S.buy',
    ]);
  });

  it('is nobody who calls another operation of the same service', () => {
    expect(told('operation:B.Orders.O.find')).toEqual([
      '1 operation:A.Shop.S.look > operation:B.Orders.O.find',
      '1 service:A.Shop > operation:B.Orders.O.find',
    ]);
  });

  it('is nobody where nobody calls', () => {
    expect(told('service:C.Report')).toEqual([]);
    expect(told('service:Nowhere')).toEqual([]);
  });
});
