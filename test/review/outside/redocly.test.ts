import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contractsConfig } from '../../../src/contracts/config.js';
import { contracts } from '../../../src/contracts/contracts.js';
import { modelFromTexts } from '../../../src/model/from-text.js';
import type { Model } from '../../../src/model/model.js';
import { compareModels } from '../../../src/review/compare/compare.js';
import { contractChanges } from '../../../src/review/compatibility/compatibility.js';
import { tool } from '../../contracts/cases.js';

const before = `
context Shop {
  value Address { street: string  city: string? }
  value OrderRequest { sku: string (minLength 3, maxLength 20)  count: int32? (min 1, max 9)  weight: int32?  ship: Address  speed: Speed }
  value OrderView { id: uuid  total: decimal  note: string?  grade: Grade  address: Address  parts: string[] (max 5) }
  enum Grade { low high }
  enum Speed { slow fast }
  error NotFound { status 404 }
  error Conflict { status 409 }
  service Orders { api Rest: rest { version "1.0.0"  audience public  auth oauth2("orders:read", "orders:write")
    GET "/orders/{id}" getOrder(id: uuid, expand: boolean?): OrderView raises NotFound { scope "orders:read" }
    POST "/orders" placeOrder(body: OrderRequest): OrderView raises Conflict { scope "orders:write" }
    DELETE "/orders/{id}" cancelOrder(id: uuid) raises NotFound { scope "orders:write" }
  } }
}
`;

type Edit = readonly [name: string, from: string, to: string];

/** Both say the same. */
const agreed: readonly Edit[] = [
  ['nothing', 'sku', 'sku'],
  [
    'a new operation',
    'DELETE',
    'GET "/orders" listOrders(): OrderView[] { scope "orders:read" } DELETE',
  ],
  [
    'a removed operation',
    'DELETE "/orders/{id}" cancelOrder(id: uuid) raises NotFound { scope "orders:write" }',
    '',
  ],
  ['another path', 'POST "/orders"', 'POST "/purchases"'],
  ['another method', 'POST "/orders"', 'PUT "/orders"'],
  ['a new optional field of an answer', 'note: string?', 'note: string?  more: string?'],
  ['a new required field of an answer', 'note: string?', 'note: string?  more: string'],
  ['a removed required field of an answer', 'total: decimal', ''],
  ['a required field of an answer that becomes optional', 'total: decimal', 'total: decimal?'],
  ['an optional field of an answer that becomes required', 'note: string?', 'note: string'],
  ['a field of an answer that may be null', 'total: decimal', 'total: decimal | null'],
  ['another type in an answer', 'note: string?', 'note: int32?'],
  ['another name in an answer', 'total: decimal', 'sum: decimal'],
  ['a new value of a closed enum in an answer', 'low high', 'low high best'],
  ['a removed value of an enum in an answer', 'low high', 'low'],
  ['a new optional field of a request', 'count: int32?', 'gift: boolean?  count: int32?'],
  ['a new required field of a request', 'count: int32?', 'gift: boolean  count: int32?'],
  ['an optional field of a request that becomes required', 'count: int32?', 'count: int32'],
  ['a required field of a request that becomes optional', 'sku: string', 'sku: string?'],
  ['another type in a request', 'sku: string (minLength 3, maxLength 20)', 'sku: int32'],
  ['a new value of an enum in a request', 'slow fast', 'slow fast express'],
  ['a removed value of an enum in a request', 'slow fast', 'slow'],
  ['a shorter greatest length in a request', 'maxLength 20', 'maxLength 10'],
  ['a longer greatest length in a request', 'maxLength 20', 'maxLength 40'],
  ['a longer least length in a request', 'minLength 3', 'minLength 4'],
  ['a shorter least length in a request', 'minLength 3', 'minLength 2'],
  ['a lower maximum in a request', 'max 9', 'max 8'],
  ['a higher maximum in a request', 'max 9', 'max 10'],
  ['a higher minimum in a request', 'min 1', 'min 2'],
  [
    'a pattern that a request must match now',
    'sku: string (minLength 3',
    'sku: string (pattern "[a-z]+", minLength 3',
  ],
  [
    'a type of both directions with a new required field',
    'street: string',
    'street: string  zip: string',
  ],
  ['a type of both directions with a required field less', 'street: string', 'street: string?'],
  [
    'a type of both directions with a new optional field',
    'city: string?',
    'city: string?  zip: string?',
  ],
  ['a new optional parameter', 'expand: boolean?', 'expand: boolean?, brief: boolean?'],
  ['a new required parameter', 'expand: boolean?', 'expand: boolean?, tenant: string'],
  ['a parameter that becomes required', 'expand: boolean?', 'expand: boolean'],
  ['a removed parameter', ', expand: boolean?', ''],
  ['another type of a parameter', 'expand: boolean?', 'expand: int32?'],
  ['a new answer that says what went wrong', 'raises Conflict', 'raises Conflict, NotFound'],
  [
    'an answer that is a list now',
    'placeOrder(body: OrderRequest): OrderView',
    'placeOrder(body: OrderRequest): OrderView[]',
  ],
  [
    'an answer that says nothing any more',
    'placeOrder(body: OrderRequest): OrderView',
    'placeOrder(body: OrderRequest)',
  ],
  ['a scope more to be had', 'scope "orders:read"', 'scope "orders:read", "orders:write"'],
  ['a number that travels as text now', 'weight: int32?', 'weight: int64?'],
  ['an enum of an answer that is open now', 'enum Grade', '@open enum Grade'],
  ['an enum of a request that is open now', 'enum Speed', '@open enum Speed'],
  ['a longer list in an answer', 'max 5', 'max 9'],
  ['a shorter list in an answer', 'max 5', 'max 3'],
  ['a bound on an answer', 'note: string?', 'note: string? (maxLength 10)'],
  ['another status of an error', 'status 409', 'status 422'],
  ['more to be read of an error', 'status 404', 'status 404  reason: string'],
  ['another scope', 'scope "orders:read"', 'scope "orders:write"'],
  ['pages instead of one', 'expand: boolean?): OrderView', 'expand: boolean?): paged OrderView'],
  ['any text where there was an id in an answer', 'id: uuid  total', 'id: string  total'],
  ['an id where there was any text in an answer', 'note: string?', 'note: uuid?'],
  [
    'an id where there was any text in a request',
    'sku: string (minLength 3, maxLength 20)',
    'sku: uuid',
  ],
  ['null in a request', 'sku: string', 'sku: string | null'],
  ['another type in a path', 'cancelOrder(id: uuid)', 'cancelOrder(id: int32)'],
  ['an answer where there was none', 'cancelOrder(id: uuid)', 'cancelOrder(id: uuid): OrderView'],
  ['an optional field of an answer that is gone', 'note: string?', ''],
  ['documentation', 'value Address', '/** Where to. */ value Address'],
  ['a deprecation', 'DELETE', '@deprecated("none", sunset: 2099-01-01) DELETE'],
];

/** We say more, or less, and why. */
const exceptions: readonly (readonly [...Edit, reason: string])[] = [
  [
    'a wider number within the same bounds',
    'count: int32?',
    'count: int64?',
    'It is the same number in JSON; only the format differs.',
  ],
  [
    'a set in the place of a list',
    'parts: string[]',
    'parts: set<string>',
    'A list has an order, a set promises none.',
  ],
  [
    'an error that does not happen any more',
    'raises Conflict',
    '',
    'Who handles a failure that does not come has nothing to change.',
  ],
  [
    'an API that asks nobody who he is any more',
    'auth oauth2("orders:read", "orders:write")',
    'auth none',
    'Credentials that nobody asks for do no harm; that it is open now is a finding of other rules.',
  ],
  [
    'another name of an operation at the same method and path',
    'cancelOrder(',
    'dropOrder(',
    'Requests name method and path; only generated clients have the name.',
  ],
  [
    'a referred type of a request that may be null now',
    'ship: Address',
    'ship: Address | null',
    'It takes all that it took. Redocly sees another schema in the place of the reference.',
  ],
  [
    'a new field of a request with a default',
    'count: int32?',
    'gift: boolean = true  count: int32?',
    'The service fills it in; oasdiff calls it safe, too (new-required-request-property-with-default).',
  ],
  [
    'a field of a request that is gone',
    'count: int32? (min 1, max 9)',
    '',
    'What consumers go on sending is not read any more: a warning, which Redocly does not give.',
  ],
];

describe('redocly diff', () => {
  /** Whether each of the two calls a change unsafe, for contracts of a version of OpenAPI. */
  function verdicts(from: string, to: string, openapi: '3.0.3' | '3.1.0') {
    const now = before.replace(from, to);
    if (from !== to) expect(now).not.toBe(before);
    const [old, fresh] = [before, now].map((text) => modelFromTexts({ 'a.arch': text })) as [
      Model,
      Model,
    ];
    expect(fresh.problems).toEqual([]);
    const folder = mkdtempSync(join(tmpdir(), 'archivolt-redocly-'));
    const files = [old, fresh].map((model, index) => {
      const [document] = contracts(model, contractsConfig({ openapi }));
      const file = join(folder, `${String(index)}.yaml`);
      writeFileSync(file, document?.text ?? '');
      return file;
    });
    const { stdout } = spawnSync(
      tool('redocly'),
      ['diff', ...files, '--format', 'json', '--fail-on', 'none'],
      { encoding: 'utf8', env: { ...process.env, REDOCLY_TELEMETRY: 'off' } },
    );
    const { summary } = JSON.parse(stdout) as { summary: { major: number } };
    const changes = contractChanges(compareModels(old, fresh), '2026-11-25');
    return { ours: changes.some(({ impact }) => impact !== 'info'), redocly: summary.major > 0 };
  }

  it.each(agreed)('agrees on %s', { timeout: 60_000 }, (_, from, to) => {
    for (const version of ['3.1.0', '3.0.3'] as const) {
      const { ours, redocly } = verdicts(from, to, version);
      expect({ version, ours }).toEqual({ version, ours: redocly });
    }
  });

  it.each(exceptions)('does not agree on %s', { timeout: 60_000 }, (_, from, to, reason) => {
    const { ours, redocly } = verdicts(from, to, '3.1.0');
    expect(ours, reason).not.toBe(redocly);
  });
});
