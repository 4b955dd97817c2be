import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { modelJson } from '../../src/model/json.js';

const text = readFileSync(join(import.meta.dirname, '../fixtures/reference.arch'), 'utf8');
const model = modelFromTexts({ 'shop.arch': text });

describe('the text of the language reference', () => {
  it('parses and resolves without a problem', () => {
    expect(model.problems).toEqual([]);
    expect(model.unresolved).toEqual([]);
    expect(model.duplicates).toEqual([]);
  });

  it('gives elements their ids', () => {
    for (const id of [
      'system:Bookshop',
      'subdomain:Retail.Ordering',
      'aggregate:Ordering.Order',
      'entity:Ordering.Order.Order',
      'event:Ordering.Order.OrderPlaced',
      'operation:Ordering.OrderService.Orders.placeOrder',
      'store:Ordering.OrderService.OrdersDb',
      'store:Legacy.SharedDb',
      'relation:Landscape.Payments->Ordering',
      'step:PlaceOrder.1',
    ]) {
      expect(model.elements.has(id), id).toBe(true);
    }
  });

  it('fills in effective values', () => {
    const context = model.contexts.find(({ name }) => name === 'Ordering');
    expect(context).toMatchObject({
      volatility: 'high',
      volatilityDeclared: false,
      subdomainType: 'core',
    });
    expect(model.services.find(({ name }) => name === 'OrderService')).toMatchObject({
      team: 'team:Checkout',
      teamDeclared: false,
    });
    expect(model.events.find(({ name }) => name === 'OrderCancelled')).toMatchObject({
      topic: 'ordering.order-cancelled',
      broker: 'broker:Bus',
      compatibility: 'forward',
    });
  });

  it('places parameters by the path template, `body` and what they say themselves', () => {
    const operation = model.operations.find(({ name }) => name === 'changeOrder');
    expect(operation?.fullPath).toBe('/v1/orders/{id}');
    expect(
      operation?.parameters.map(({ name, wireName, in: place }) => [name, wireName, place]),
    ).toEqual([
      ['id', 'id', 'path'],
      ['ifMatch', 'If-Match', 'header'],
      ['body', 'body', 'body'],
    ]);
  });

  it('knows results: status, page, stream, nothing', () => {
    const result = (name: string) =>
      model.operations.find((operation) => operation.name === name)?.result;
    expect(result('placeOrder')).toMatchObject({
      status: 201,
      type: { target: 'entity:Ordering.Order.Order' },
    });
    expect(result('listOrders')).toMatchObject({ status: 200, paged: true });
    expect(result('touchOrder')).toMatchObject({ status: 202 });
    expect(result('touchOrder')?.type).toBeUndefined();
    expect(result('cancelOrder')).toMatchObject({ status: 204 });
    expect(result('watch')).toMatchObject({ stream: true });
    expect(result('order')).toMatchObject({ optional: true });
  });

  it('turns relations so that they point from upstream to downstream', () => {
    expect(model.relations.map(({ id, relationKind }) => [id, relationKind])).toEqual([
      ['relation:Landscape.Payments->Ordering', 'upstream-downstream'],
      ['relation:Landscape.Catalog->Ordering', 'customer-supplier'],
      ['relation:Landscape.Ordering->Storefront', 'upstream-downstream'],
      ['relation:Landscape.Ordering->Customers', 'shared-kernel'],
      ['relation:Landscape.Ordering->Legacy', 'partnership'],
      ['relation:Landscape.Payments->Legacy', 'separate-ways'],
      ['relation:Landscape.Stripe->Payments', 'upstream-downstream'],
    ]);
  });

  it('derives relations only for pairs that the map leaves out', () => {
    expect(model.derivedRelations.map(({ id }) => id)).toEqual(['relation:Stripe->Ordering']);
  });

  it('expands wildcards and lets the explicit subscription win', () => {
    const subscriptions = model.subscriptions.map(({ event, pattern, policies }) => [
      event,
      pattern,
      policies.retry,
    ]);
    expect(subscriptions).toEqual([
      ['event:Payments.PaymentFailed', 'Payments.*', undefined],
      ['event:Payments.PaymentCaptured', undefined, 5],
    ]);
  });

  it('keeps fields apart from properties of the same name', () => {
    const entity = model.entities.find(({ id }) => id === 'entity:Ordering.Order.Order');
    expect(
      entity?.fields.map(({ name, optional, nullable }) => [name, optional, nullable]).slice(-4),
    ).toEqual([
      ['version', false, false],
      ['type', true, false],
      ['key', false, false],
      ['reason', true, true],
    ]);
    expect(entity?.fields[0]).toMatchObject({ name: 'id', identifier: true });
  });

  it('is plain data as JSON, with fields and without places of parts', () => {
    const json = JSON.stringify(modelJson(model));
    expect(json).toContain('"field:Ordering.Order.Order.customer"');
    expect(json).not.toContain('nameSpan');
  });
});
