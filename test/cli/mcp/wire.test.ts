import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { agentServer, startAgent } from '../support/agent.js';
import { commandLine, folderWith } from '../support/run.js';

const model = { 'shop.arch': 'context Ordering { service OrderService {} }\n' };

interface Message {
  readonly id?: number | string | null;
  readonly result?: { readonly content?: readonly { readonly text: string }[] };
  readonly error?: { readonly code: number };
}

let server: ChildProcessWithoutNullStreams | undefined;
afterEach(() => server?.kill());

/** The server, spoken to line by line. */
async function rawServer(folder: string) {
  const running = spawn(process.execPath, [await agentServer(), 'mcp', folder]);
  server = running;
  const messages: Message[] = [];
  let wake: () => void = () => undefined;
  createInterface(running.stdout).on('line', (line) => {
    messages.push(JSON.parse(line) as Message);
    wake();
  });
  const send = (message: object | string) =>
    running.stdin.write(
      `${typeof message === 'string' ? message : JSON.stringify({ jsonrpc: '2.0', ...message })}\n`,
    );
  const answer = async (id: number): Promise<Message> => {
    for (;;) {
      const found = messages.find((message) => message.id === id);
      if (found) return found;
      if (running.exitCode !== null) throw new Error('The server is gone.');
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  send({
    id: 1,
    method: 'initialize',
    params: {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'raw', version: '1' },
    },
  });
  await answer(1);
  send({ method: 'notifications/initialized' });
  return { running, messages, send, answer };
}

const summary = (id: number) => ({
  id,
  method: 'tools/call',
  params: { name: 'model_summary', arguments: {} },
});

describe('the server for agents', () => {
  it('outlives garbage on its input', async () => {
    const { send, answer, running } = await rawServer(folderWith(model));
    for (const garbage of [
      'no JSON',
      '{"jsonrpc":"2.0",',
      '[]',
      'null',
      '"text"',
      '{"jsonrpc":"1.0","id":7,"method":"ping"}',
      '{"jsonrpc":"2.0","id":{},"method":"ping"}',
      '\u0000\ufffd\u202e',
      '{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":99}}',
      JSON.stringify({
        jsonrpc: '2.0',
        id: 8,
        method: 'tools/call',
        params: { name: '__proto__' },
      }),
      JSON.stringify({ jsonrpc: '2.0', id: 9, method: 'tools/call', params: 5 }),
      JSON.stringify({ jsonrpc: '2.0', id: 10, method: 'no/such' }),
    ]) {
      send(garbage);
    }
    send(summary(11));
    expect((await answer(11)).result?.content?.[0]?.text).toContain('OrderService');
    expect((await answer(8)).error?.code).toBe(-32602);
    expect((await answer(10)).error?.code).toBe(-32601);
    expect(running.exitCode).toBeNull();
  });

  it('drops what is cancelled, and answers what follows', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 120 }, (_, n) => [
        `c${String(n)}.arch`,
        `context C${String(n)} { service S { calls C${String((n + 1) % 120)}.S } }\n`,
      ]),
    );
    const { send, answer, messages } = await rawServer(folderWith(many));
    send({ id: 2, method: 'tools/call', params: { name: 'check', arguments: {} } });
    send({ id: 3, method: 'tools/call', params: { name: 'check', arguments: {} } });
    send({ method: 'notifications/cancelled', params: { requestId: 2 } });
    send({ id: 4, method: 'ping' });
    expect((await answer(3)).result?.content?.[0]?.text).toContain('sync-cycle');
    expect(messages.map(({ id }) => id)).toEqual([1, 4, 3]);
  });

  it('ends with its input', async () => {
    const { running } = await rawServer(folderWith(model));
    const ended = new Promise((resolve) => running.on('exit', resolve));
    running.stdin.end();
    expect(await ended).toBe(0);
  });

  it.each(['legacy' as const, { pin: '2026-07-28' }])(
    'speaks to agents of %j',
    async (protocol) => {
      const agent = await startAgent(folderWith(model), protocol);
      expect(agent.client.getServerVersion()?.name).toBe('archivolt');
      expect((await agent.ask('model_summary')).text).toContain('OrderService');
      await agent.stop();
    },
  );

  it('sees what changes on disk, files of another text and the same length, too', async () => {
    const folder = folderWith(model);
    const agent = await startAgent(folder);
    const services = async () => {
      const { text } = await agent.ask('search_model', { kind: 'service' });
      return (JSON.parse(text) as { elements: { id: string }[] }).elements.map(({ id }) => id);
    };
    expect(await services()).toEqual(['service:Ordering.OrderService']);
    writeFileSync(join(folder, 'shop.arch'), model['shop.arch'].replace('OrderS', 'OtherS'));
    writeFileSync(join(folder, 'more.arch'), 'context More { service MoreService {} }');
    expect(await services()).toEqual(['service:More.MoreService', 'service:Ordering.OtherService']);
    writeFileSync(join(folder, 'archivolt.json'), '{ "rules": { "sync-cycl": "off" } }');
    expect((await agent.ask('check')).text).toContain('Did you mean `sync-cycle`?');
    writeFileSync(join(folder, 'archivolt.json'), '{ "exclude": ["more.arch"] }');
    expect(await services()).toEqual(['service:Ordering.OtherService']);
    await agent.stop();
  });

  it('tells several models apart by name', async () => {
    const agent = await startAgent(
      folderWith({
        'a/archivolt.json': '{}',
        'a/a.arch': 'context A { service S {} }',
        'b/archivolt.json': '{}',
        'b/b.arch': 'context B { service S {} }',
      }),
    );
    expect((await agent.ask('search_model', { query: 'S' })).text).toBe(
      'There are several models: say which one with `model`. The models are a, b.',
    );
    const { text } = await agent.ask('search_model', { query: 'S', kind: 'service', model: 'b' });
    expect(text).toContain('service:B.S');
    expect(text).not.toContain('service:A.S');
    const { models } = await agent.data<{ models: { root: string }[] }>('check');
    expect(models.map(({ root }) => root)).toEqual(['a', 'b']);
    await agent.stop();
  });

  it('follows no link out of the model, whatever the file', async () => {
    const outside = folderWith({ 'secret.json': 'password: hunter2', 'x.arch': 'context Out {}' });
    const folder = folderWith({
      ...model,
      '.archivolt/known.json': '{ "version": 1, "findings": [] }',
    });
    symlinkSync(join(outside, 'x.arch'), join(folder, 'x.arch'));
    symlinkSync(outside, join(folder, 'linked'));
    const agent = await startAgent(folder);
    expect((await agent.ask('search_model', { kind: 'context' })).text).not.toContain('Out');
    const baseline = join(folder, '.archivolt/baseline.json');
    symlinkSync(join(folder, '.archivolt/known.json'), baseline);
    expect((await agent.ask('check')).isError).toBe(false);
    rmSync(baseline);
    symlinkSync(join(outside, 'secret.json'), baseline);
    expect(await agent.ask('check')).toMatchObject({
      isError: true,
      text: '.archivolt/baseline.json: a link leads out of the model; it is not followed.',
    });
    writeFileSync(join(folder, 'archivolt.json'), '{ "baseline": "linked/secret.json" }');
    expect((await agent.ask('check')).text).toBe(
      'linked/secret.json: a link leads out of the model; it is not followed.',
    );
    await agent.stop();
  });

  it('does not start where there is no such folder', async () => {
    const archivolt = await commandLine();
    expect(archivolt(folderWith({}), 'mcp', 'missing')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'archivolt: missing: no such folder.\n',
    });
  });

  it('answers briefly, whatever the size of the model', async () => {
    const fields = Array.from({ length: 3000 }, (_, n) => `field${String(n)}: string`).join('  ');
    const contexts = Array.from(
      { length: 400 },
      (_, n) => `context C${String(n)} { service S { calls Nobody${String(n)} } }`,
    );
    const ring = Array.from(
      { length: 400 },
      (_, n) => `context R${String(n)} { service S { calls R${String((n + 1) % 400)}.S } }`,
    );
    const agent = await startAgent(
      folderWith({
        'big.arch': `context Big { value V { ${fields} } }\n${contexts.join('\n')}`,
        'ring.arch': ring.join('\n'),
      }),
    );
    for (const [name, input, more] of [
      ['model_summary', {}, '701 more contexts of .: name a `model`, or raise `limit`.'],
      ['check', { limit: 500 }, 'more findings of .: narrow by'],
      ['check', { rules: ['sync-cycle'] }, 'Lists within 1 findings of . end after 20 entries.'],
      ['search_model', { kind: 'field', limit: 500 }, 'more elements: narrow by'],
      ['metrics', { limit: 500 }, 'more services of .: name an `element`'],
      ['draw_map', { format: 'svg' }, 'call again with `offset`: 40000.'],
      ['describe_element', { element: 'Big.V' }, '2940 more fields: raise `limit`'],
    ] as const) {
      const { text, notes, isError } = await agent.ask(name, input);
      expect(isError, text).toBe(false);
      expect(text.length, name).toBeLessThan(60_000);
      expect(notes.join(), name).toContain(more);
    }
    const { text, isError } = await agent.ask('draw_map', { context: 'Nowhere' });
    expect([isError, text.length, text.slice(0, 39)]).toEqual([
      true,
      2001,
      'There is no context Nowhere. There are ',
    ]);
    await agent.stop();
  });

  it('names files in its resources as they are, whatever is in their names', async () => {
    const names = ['a b/größe #1.arch', '50%/?x=y&z.arch', "it's (new)+[1]^{2}.arch"];
    const folder = folderWith(
      Object.fromEntries(names.map((name, n) => [name, `context C${String(n)} {}`])),
    );
    const agent = await startAgent(folder);
    const { resources } = await agent.client.listResources();
    const files = resources.filter(({ uri }) => uri.startsWith('archivolt://model/'));
    expect(files.map(({ name }) => name).sort()).toEqual([...names].sort());
    for (const { uri, name } of files) {
      const { contents } = await agent.client.readResource({ uri });
      expect(contents, uri).toEqual([
        { uri, mimeType: 'text/plain', text: `context C${String(names.indexOf(name))} {}` },
      ]);
    }
    await agent.stop();
  });
});
