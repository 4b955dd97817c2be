import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { requestGraph, serviceGraph } from '../../src/model/call-graph.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import { longestPaths } from '../../src/model/graph.js';
import { findingsOf } from './check.js';

const examples = join(import.meta.dirname, '../../examples');

function textsOf(name: string): Record<string, string> {
  const folder = join(examples, name);
  const files = readdirSync(folder).filter((file) => file.endsWith('.arch'));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** Calls between services by their titles, which are the names in the code, sorted. */
function edgesOf(name: string): string[] {
  const model = modelFromTexts(textsOf(name));
  const title = (id: string) => model.elements.get(id)?.title ?? id;
  return [
    ...new Set(
      serviceGraph(model).calls.map(
        (call) => `${title(call.fromService ?? '')} -> ${title(call.toService)}`,
      ),
    ),
  ].sort();
}

describe('Online Boutique, against the facts of its code', () => {
  it('has the calls between services that static analysis found (load generator aside)', () => {
    expect(edgesOf('online-boutique')).toEqual([
      'checkoutservice -> cartservice',
      'checkoutservice -> currencyservice',
      'checkoutservice -> emailservice',
      'checkoutservice -> paymentservice',
      'checkoutservice -> productcatalogservice',
      'checkoutservice -> shippingservice',
      'frontend -> adservice',
      'frontend -> cartservice',
      'frontend -> checkoutservice',
      'frontend -> currencyservice',
      'frontend -> productcatalogservice',
      'frontend -> recommendationservice',
      'frontend -> shippingservice',
      'frontend -> shoppingassistantservice',
      'recommendationservice -> productcatalogservice',
    ]);
  });

  it('has no cycle, a longest chain of two hops from the frontend, and one call with a timeout', () => {
    const texts = textsOf('online-boutique');
    const rules = findingsOf(texts).map(({ rule }) => rule);
    expect(rules).not.toContain('sync-cycle');
    expect(rules).not.toContain('operation-cycle');
    expect(rules).not.toContain('sync-chain-too-long');
    expect(rules).not.toContain('unresolved-reference');
    const model = modelFromTexts(texts);
    const graph = requestGraph(model);
    expect(Math.max(...longestPaths(graph, graph.components).length)).toBe(2);
    expect(model.calls.filter(({ policies }) => policies.timeout !== undefined)).toHaveLength(1);
  });
});

describe('Lakeside Mutual, against the facts of its code', () => {
  it('has the calls between services that static analysis found', () => {
    expect(edgesOf('lakeside-mutual')).toEqual([
      'customer-management-backend -> customer-core',
      'customer-management-frontend -> customer-management-backend',
      'customer-management-frontend -> customer-self-service-backend',
      'customer-self-service-backend -> customer-core',
      'customer-self-service-frontend -> customer-management-backend',
      'customer-self-service-frontend -> customer-self-service-backend',
      'customer-self-service-frontend -> policy-management-backend',
      'policy-management-backend -> customer-core',
      'policy-management-frontend -> policy-management-backend',
      'risk-management-client -> risk-management-server',
    ]);
  });

  it('has no cycle between services, no shared store, and the known gaps of its context map', () => {
    const found = findingsOf(textsOf('lakeside-mutual'));
    const rules = found.map(({ rule }) => rule);
    for (const absent of [
      'sync-cycle',
      'shared-datastore',
      'sync-chain-too-long',
      'unresolved-reference',
    ]) {
      expect(rules).not.toContain(absent);
    }
    const gaps = found.filter(({ rule }) => rule === 'undeclared-dependency');
    const pairs = new Set(
      gaps.map(({ data }) => `${String(data['upstream'])} -> ${String(data['downstream'])}`),
    );
    expect([...pairs].sort()).toEqual([
      'context:CustomerManagement -> context:CustomerSelfService',
      'context:CustomerSelfService -> context:CustomerManagement',
      'context:PolicyManagement -> context:RiskManagement',
    ]);
    expect(gaps.every(({ accepted }) => accepted !== undefined)).toBe(true);
  });
});

describe('Sock Shop, against the facts of its code', () => {
  it('has the calls between services that static analysis found', () => {
    expect(edgesOf('sock-shop')).toEqual([
      'edge-router -> front-end',
      'front-end -> carts',
      'front-end -> catalogue',
      'front-end -> orders',
      'front-end -> user',
      'orders -> carts',
      'orders -> payment',
      'orders -> shipping',
      'orders -> user',
    ]);
  });

  it('has three hops at most, six calls with a timeout, no cycle, and reads that change things', () => {
    const texts = textsOf('sock-shop');
    const found = findingsOf(texts);
    const rules = new Set(found.map(({ rule }) => rule));
    for (const rule of ['sync-cycle', 'operation-cycle', 'shared-datastore', 'event-wiring']) {
      expect(rules).not.toContain(rule);
    }
    expect(
      found.filter(({ rule }) => rule === 'unsafe-read').map(({ element }) => element),
    ).toEqual([
      'operation:Carts.CartsService.Carts.mergeCarts',
      'operation:Accounts.UserService.User.login',
    ]);
    const model = modelFromTexts(texts);
    const graph = serviceGraph(model);
    expect(Math.max(...longestPaths(graph, graph.components).length)).toBe(3);
    expect(model.calls.filter(({ policies }) => policies.timeout === 5000)).toHaveLength(6);
  });
});

describe('the bookshop', () => {
  it('is a clean model: nothing above info', () => {
    const grave = findingsOf(textsOf('bookshop')).filter(
      ({ severity, accepted }) =>
        accepted === undefined && (severity === 'error' || severity === 'warning'),
    );
    expect(grave.map(({ rule, element }) => `${rule} ${element}`)).toEqual([]);
  });
});
