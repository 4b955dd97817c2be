import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importRequest, type ImportAnswer } from '../../src/protocol/import.js';
import { startWire, type Wire } from './wire-client.js';

const shop = `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths: { /orders: { get: { operationId: listOrders } } }
`;

describe('an import that an editor asks for', () => {
  let wire: Wire;
  const ask = (document: string, folder: string) =>
    wire.client.sendRequest<ImportAnswer>(importRequest, {
      documents: [wire.uri(document)],
      folder: wire.uri(folder),
    });

  beforeAll(async () => {
    wire = await startWire({
      'main.arch': 'context Billing {}\n',
      'archivolt.json': '{}',
      'shop.yaml': shop,
      'broken.yaml': 'openapi: 3.1.0\nx: [',
    });
  }, 60_000);
  afterAll(() => wire.stop());

  it('writes the model and the contract, and answers with the report', async () => {
    const { models, report } = await ask('shop.yaml', 'shop');
    expect(models).toEqual([wire.uri('shop/shop.arch')]);
    expect(report).toContain('## shop.yaml\n\nOpenAPI 3.1.0');
    expect(readFileSync(join(wire.folder, 'shop/shop.arch'), 'utf8')).toContain('listOrders()');
    const contract = 'contracts/shop/shop-service/shop.openapi.yaml';
    expect(readFileSync(join(wire.folder, contract), 'utf8')).toBe(shop);
  });

  it('is refused in words for the user, and writes nothing', async () => {
    const failed = (await ask('broken.yaml', 'other').catch(
      (failure: unknown) => failure,
    )) as ResponseError<unknown>;
    expect(failed).toBeInstanceOf(ResponseError);
    expect(failed.code).toBe(ErrorCodes.InvalidRequest);
    expect(failed.message).toMatch(/^broken\.yaml:2: /);
    expect(existsSync(join(wire.folder, 'other'))).toBe(false);
  });
});
