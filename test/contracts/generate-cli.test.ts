import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const model = `
system Shop
context Ordering {
  value Order { id: uuid  state: string }
  event OrderPlaced { id: uuid }
  service Orders {
    api Orders: rest { path "/orders"  GET "/{id}" getOrder(id: uuid): Order }
    api Quotes: grpc { rpc quote(Order): Order }
    publishes OrderPlaced
  }
}
`;
const openapi = 'contracts/ordering/orders/orders.openapi.yaml';

describe('archivolt generate', { timeout: 30_000 }, () => {
  let program: string;
  let folder: string;

  beforeAll(() => {
    program = join(mkdtempSync(join(tmpdir(), 'archivolt-cli-')), 'cli.cjs');
    buildSync({
      entryPoints: [main],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      logLevel: 'error',
      external: ['@resvg/resvg-js'],
    });
  });
  afterAll(() => rmSync(join(program, '..'), { recursive: true, force: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'archivolt-generate-'));
    writeFileSync(join(folder, 'shop.arch'), model);
    return () => {
      chmodSync(folder, 0o755);
      rmSync(folder, { recursive: true, force: true });
    };
  });

  function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [program, 'generate', ...args], { cwd: folder });
      let [out, err] = ['', ''];
      child.stdout.on('data', (data: Buffer) => (out += data.toString()));
      child.stderr.on('data', (data: Buffer) => (err += data.toString()));
      child.on('close', (code) => resolve({ code, out, err }));
    });
  }
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);

  it('writes every contract with base and lock, and nothing the second time', async () => {
    expect(await run()).toMatchObject({ code: 0, err: '' });
    expect(read(openapi)).toContain('operationId: getOrder');
    expect(read(`.archivolt/base/${openapi}`)).toBe(read(openapi));
    expect(JSON.parse(read('.archivolt/contracts.lock.json'))).toMatchObject({ version: 1 });
    expect((await run()).out).toBe('4 contracts, 0 written.\n');
    expect((await run('--check')).code).toBe(0);
    expect(readdirSync(join(folder, '.archivolt')).sort()).toEqual(['base', 'contracts.lock.json']);
  });

  it('checks without writing, and fails on what is missing, stale or drifted', async () => {
    const missing = await run('--check', '--format', 'json');
    expect(missing.code).toBe(1);
    expect(JSON.parse(missing.out)).toMatchObject({
      version: 1,
      models: [{ root: '.', summary: { missing: 4 } }],
    });
    expect(existsSync(join(folder, 'contracts'))).toBe(false);
    await run();
    write(openapi, read(openapi).replace('description: Get order.', 'description: By hand.'));
    expect((await run('--check')).out).toContain(`enriched ${openapi}`);
    expect((await run('--check')).code).toBe(0);
    write(openapi, read(openapi).replace('in: path', 'in: query'));
    expect(await run('--check')).toMatchObject({ code: 1 });
    write('shop.arch', model.replace('state: string', 'state: int32'));
    const stale = await run('--check');
    expect(stale.code).toBe(1);
    expect(stale.out).toContain(`stale    ${openapi}`);
  });

  it('reports a conflict with both lines, and settles it as told', async () => {
    await run();
    write(openapi, read(openapi).replace('description: Get order.', 'description: By hand.'));
    write('shop.arch', model.replace('GET "/{id}"', '/** From the model. */ GET "/{id}"'));
    const open = await run();
    expect(open.code).toBe(1);
    expect(open.out).toContain(
      '/paths/~1orders~1{id}/get/description: changed by hand and in the model (shop.arch:7)',
    );
    expect(read(openapi)).toContain('By hand.');
    expect((await run('--dry-run', '--accept', 'model')).out).toContain(`update   ${openapi}`);
    expect(read(openapi)).toContain('By hand.');
    expect((await run('--accept', 'mine')).code).toBe(0);
    expect(read(openapi)).toContain('By hand.');
    expect((await run('--check')).code).toBe(0);
  });

  it('takes kinds, one service and another folder', async () => {
    expect((await run('--only', 'asyncapi,proto')).out).toContain('2 contracts, 2 written.');
    expect((await run('--only', 'wsdl')).code).toBe(2);
    expect((await run('--service', 'Orders', '--out', 'elsewhere')).code).toBe(0);
    expect(existsSync(join(folder, 'elsewhere/ordering/orders/orders.openapi.yaml'))).toBe(true);
    expect(existsSync(join(folder, 'elsewhere/.archivolt/contracts.lock.json'))).toBe(true);
    const unknown = await run('--service', 'Nobody');
    expect(unknown).toMatchObject({ code: 2 });
    expect(unknown.err).toBe(
      'archivolt: There is no service "Nobody". There are: Ordering.Orders.\n',
    );
  });

  it('writes no two models to one folder, where each would remove what the other wrote', async () => {
    mkdirSync(join(folder, 'more'));
    write('more/archivolt.json', '{}');
    write('more/a.arch', model);
    expect(await run('--out', 'elsewhere')).toMatchObject({
      code: 2,
      err: 'archivolt: --out is the folder of one model, and there are several (., more). Name one of them.\n',
    });
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
  });

  it('never follows a link out of the folder, and never replaces one', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'archivolt-outside-'));
    mkdirSync(join(folder, 'contracts'));
    symlinkSync(outside, join(folder, 'contracts/ordering'));
    const through = await run();
    expect(through.code).toBe(2);
    expect(through.err).toMatch(/a link leads out/);
    expect(readdirSync(outside)).toEqual([]);
    rmSync(join(folder, 'contracts/ordering'));
    await run();
    rmSync(join(folder, openapi));
    symlinkSync(join(outside, 'target'), join(folder, openapi));
    expect((await run()).code).toBe(2);
    expect(lstatSync(join(folder, openapi)).isSymbolicLink()).toBe(true);
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  it('refuses a configuration that leads out, and a lock file with merge marks', async () => {
    write('archivolt.json', '{ "contracts": { "outDir": "../out" } }');
    expect((await run()).code).toBe(2);
    rmSync(join(folder, 'archivolt.json'));
    await run();
    write('.archivolt/contracts.lock.json', '<<<<<<< ours\n{}\n');
    const broken = await run();
    expect(broken.code).toBe(2);
    expect(broken.err).toContain('.archivolt/contracts.lock.json is no JSON');
  });

  it('survives ten runs at once', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => run()));
    expect(all.map((one) => one.code)).toEqual(Array(10).fill(0));
    expect((await run('--check')).code).toBe(0);
    expect(
      readdirSync(join(folder, 'contracts'), { recursive: true, encoding: 'utf8' }).filter((one) =>
        one.endsWith('.tmp'),
      ),
    ).toEqual([]);
  });

  it('takes over what a killed run left behind', async () => {
    mkdirSync(join(folder, '.archivolt'));
    write('.archivolt/generate.pid', '999999 1\n');
    expect((await run()).code).toBe(0);
  });

  it('says so where it may not write, and leaves the old file', async () => {
    await run();
    const old = read(openapi);
    write('shop.arch', model.replace('state: string', 'state: int32'));
    // Root may write everywhere; a folder in the place of the file stops even root.
    mkdirSync(join(folder, 'elsewhere/ordering/orders/orders.openapi.yaml'), { recursive: true });
    const blocked = await run('--out', 'elsewhere');
    expect(blocked.code).toBe(2);
    expect(blocked.err).toMatch(
      /orders\.openapi\.yaml: the file cannot be (read|written) \(a folder of that name is in the way\)/,
    );
    expect(read(openapi)).toBe(old);
  });
});
