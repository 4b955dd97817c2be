import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandLine, folderWith } from './support/run.js';

const shop = `openapi: 3.0.3
info: { title: Shop, version: "1.0" }
paths:
  /orders: # kept
    get: { operationId: listOrders, responses: { '200': { description: All. } } }
`;
const contract = 'model/contracts/shop/shop-service/shop.openapi.yaml';

describe('archivolt import', { timeout: 60_000 }, () => {
  let run: Awaited<ReturnType<typeof commandLine>>;
  beforeAll(async () => {
    run = await commandLine();
  }, 60_000);

  it('prints the model to standard output and the report to the other', () => {
    const folder = folderWith({ 'shop.yaml': shop });
    const { status, stdout, stderr } = run(folder, 'import', 'shop.yaml');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^context Shop \{\n/);
    expect(stdout).toContain('GET "/" listOrders(): 200');
    expect(stderr).toMatch(/^shop\.yaml: OpenAPI 3\.0\.3, \d+ % in the model\n/);
    expect(existsSync(join(folder, 'archivolt.json'))).toBe(false);
  });

  it('writes a model that passes, whose contract generating leaves as it was', () => {
    const folder = folderWith({ 'shop.yaml': shop });
    const { status, stdout, stderr } = run(folder, 'import', 'shop.yaml', '-o', 'model');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('wrote model/shop.arch\n');
    expect(run(folder, 'check', 'model').status).toBe(0);
    expect(run(folder, 'format', '--check', 'model').status).toBe(0);
    expect(run(folder, 'generate', 'model').status).toBe(0);
    expect(run(folder, 'generate', 'model', '--check').status).toBe(0);
    expect(readFileSync(join(folder, contract), 'utf8')).toBe(shop);
  });

  it('brings a later change of the model into the document', () => {
    const folder = folderWith({ 'shop.yaml': shop });
    run(folder, 'import', 'shop.yaml', '-o', 'model');
    const model = join(folder, 'model/shop.arch');
    const text = readFileSync(model, 'utf8');
    writeFileSync(model, text.replace('listOrders(): 200', 'listOrders(state: string?): 200'));
    expect(run(folder, 'generate', 'model').status).toBe(0);
    const after = readFileSync(join(folder, contract), 'utf8');
    expect(after).toContain('/orders: # kept');
    expect(after).toContain('"name": "state"');
    expect(run(folder, 'generate', 'model', '--check').status).toBe(0);
  });

  it('overwrites nothing', () => {
    const folder = folderWith({ 'shop.yaml': shop, 'model/shop.arch': '// mine\n' });
    const { status, stderr } = run(folder, 'import', 'shop.yaml', '-o', 'model');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^archivolt: shop\.arch already there in .*; nothing was written\./);
    expect(existsSync(join(folder, contract))).toBe(false);
    expect(run(folder, 'import', 'shop.yaml', '-o', 'again').status).toBe(0);
    expect(run(folder, 'import', 'shop.yaml', '-o', 'again').stderr).toMatch(
      /^archivolt: shop\.yaml:1: It would become Shop, which is in the model already/,
    );
  });

  it('joins a model that is there, and says where its settings differ', () => {
    const folder = folderWith({
      'shop.yaml': shop,
      'archivolt.json': '{ "contracts": { "outDir": "apis" } }',
      'main.arch': 'context Billing {}\n',
    });
    const { status, stderr } = run(folder, 'import', 'shop.yaml', '-o', 'shop');
    expect(status).toBe(0);
    expect(stderr).toContain('{"contracts":{"openapi":"3.0.3"}}');
    expect(existsSync(join(folder, 'shop/shop.arch'))).toBe(true);
    expect(existsSync(join(folder, 'apis/shop/shop-service/shop.openapi.yaml'))).toBe(true);
    expect(run(folder, 'generate', '--check', '.').status).toBe(0);
  });

  it('reports as JSON on standard output, and as Markdown or JSON into a file', () => {
    const folder = folderWith({ 'shop.yaml': shop });
    const args = ['import', 'shop.yaml', '-o', 'm', '--format', 'json', '--report', 'r.md'];
    const { stdout } = run(folder, ...args);
    const report = JSON.parse(stdout) as { documents: { counts: unknown; modelled: unknown[] }[] };
    expect(report).toMatchObject({
      version: 1,
      models: ['shop.arch'],
      contracts: [{ element: 'api:Shop.ShopService.Shop' }],
      documents: [{ document: 'shop.yaml', kind: 'openapi', counts: { unsupported: 0 } }],
    });
    expect(readFileSync(join(folder, 'r.md'), 'utf8')).toContain('- `/paths/~1orders');
    expect(run(folder, 'import', 'shop.yaml', '--report', 'r.txt').status).toBe(2);
  });

  it.each([
    ['missing.yaml', /^archivolt: missing\.yaml: no such file\.\n$/],
    ['broken.yaml', /^archivolt: broken\.yaml:2: [^\n]+\n$/],
    ['other.yaml', /^archivolt: other\.yaml:1: This is neither an OpenAPI nor/],
    ['.', /^archivolt: \.: a folder, and not a document\.\n$/],
  ])('says in one line why %s cannot be read', (name, message) => {
    const folder = folderWith({ 'broken.yaml': 'openapi: 3.1.0\na: [', 'other.yaml': 'a: 1' });
    const { status, stdout, stderr } = run(folder, 'import', name, '-o', 'model');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(existsSync(join(folder, 'model'))).toBe(false);
  });
});
