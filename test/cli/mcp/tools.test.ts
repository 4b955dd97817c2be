import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tools } from '../../../src/cli/mcp/tools/all.js';
import { gitIn } from '../../support/repository.js';
import { startAgent, type Agent } from '../support/agent.js';
import { commandLine, folderWith } from '../support/run.js';

const root = join(import.meta.dirname, '../../..');
let agent: Agent;
let folder: string;
let archivolt: Awaited<ReturnType<typeof commandLine>>;

beforeAll(async () => {
  folder = folderWith({});
  cpSync(join(root, 'examples/bookshop'), folder, { recursive: true });
  const git = gitIn(folder);
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'one');
  archivolt = await commandLine();
  agent = await startAgent(folder);
});
afterAll(() => agent.stop());

/** Every file with its content, to see whether anything was written. */
function everything(): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.git') && statSync(join(folder, name)).isFile())
    .sort();
  return files.map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`).join('\n');
}

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('the tools for agents', () => {
  it('say what they do, only read, and refuse arguments that they do not know', async () => {
    const listed = (await agent.client.listTools()).tools;
    expect(listed.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
    for (const { description = '', annotations, inputSchema } of listed) {
      expect(description.length).toBeGreaterThan(60);
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
    }
    const said = await agent.ask('check', { fiel: 'ordering.arch' });
    expect(said).toMatchObject({ isError: true });
    expect(said.text).toContain('fiel');
  });

  it('are in the documentation, each of them and no others', () => {
    const page = readFileSync(join(root, 'docs/mcp.md'), 'utf8');
    const listed = [...page.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name);
    expect(listed).toEqual(tools.map(({ name }) => name));
  });

  it('write nothing, whichever of them is asked', async () => {
    const before = everything();
    const files = [{ file: 'new/x.arch', text: 'context New { event MakeNew {} }' }];
    const { introduced } = await agent.data<{
      introduced: { rule: string; fingerprint: string }[];
    }>('check_proposal', { files });
    const { fingerprint } = introduced.find(({ rule }) => rule === 'event-past-tense')!;
    const inputs: Readonly<Record<string, object>> = {
      search_model: { query: 'order' },
      describe_element: { element: 'Ordering.OrderService' },
      find_dependents: { element: 'Ordering.OrderService' },
      request_chain: { element: 'Ordering.OrderService' },
      explain_rule: { rule: 'sync-cycle' },
      contract: { element: 'Ordering.OrderService.Orders' },
      review: { range: 'main' },
      check_proposal: { files },
      suggest_fix: { files, fingerprint, fix: 'Rename to NewMade' },
      suggest_refactoring: { element: 'Ordering.OrderService' },
      suggest_rename: { element: 'Ordering.OrderService', name: 'OrderDesk' },
    };
    for (const { name } of tools) {
      const said = await agent.ask(name, inputs[name]);
      expect(said.isError, `${name}: ${said.text}`).toBe(false);
    }
    expect(everything()).toBe(before);
  });

  it('sum a model up', async () => {
    const { models } = await agent.data<{
      models: { name: string; contexts: { name: string; services: string[] }[] }[];
    }>('model_summary');
    expect(models.map(({ name }) => name)).toEqual(['.']);
    expect(models[0]?.contexts.find(({ name }) => name === 'Ordering')?.services).toEqual([
      'OrderService',
    ]);
  });

  it('check as the command line does, in the shape of its schema', async () => {
    const told = await agent.data<{ models: { findings: object[] }[] }>('check', { limit: 500 });
    const ajv = new Ajv2020.default();
    addFormats.default(ajv);
    const schema = readFileSync(join(root, 'schemas/check.schema.json'), 'utf8');
    const isValid = ajv.compile(JSON.parse(schema) as object);
    expect(isValid(told), JSON.stringify(isValid.errors)).toBe(true);
    const printed = JSON.parse(archivolt(folder, 'check', '--format', 'json').stdout) as {
      models: { findings: { severity: string }[] }[];
    };
    const findings = printed.models[0]!.findings.filter(({ severity }) => severity !== 'hint');
    expect(findings.length).toBeGreaterThan(5);
    expect(new Set(told.models[0]!.findings.map((one) => JSON.stringify(one)))).toEqual(
      new Set(findings.map((one) => JSON.stringify(one))),
    );
  });

  it('narrow findings by rule, file and element, and say how many are left out', async () => {
    interface Told {
      models: { findings: { rule: string; file: string; elements: string[] }[] }[];
    }
    const findings = async (input: object) =>
      (await agent.data<Told>('check', input)).models[0]!.findings;
    const all = await findings({});
    const { rule, file } = all[0]!;
    expect(await findings({ rules: [rule] })).toEqual(all.filter((one) => one.rule === rule));
    expect(await findings({ file })).toEqual(all.filter((one) => one.file === file));
    const inShipping = await findings({ element: 'Shipping' });
    expect(inShipping.length).toBeGreaterThan(0);
    expect(inShipping.length).toBeLessThan(all.length);
    for (const { elements } of inShipping) expect(elements.join()).toContain(':Shipping.');
    const { notes } = await agent.ask('check', { limit: 1 });
    expect(notes.join()).toContain(`${String(all.length - 1)} more findings of .: narrow by`);
    expect(await agent.ask('check', { file: 'odering.arch' })).toMatchObject({
      isError: true,
      text: 'The model has no file odering.arch. Did you mean ordering.arch?',
    });
  });

  it('find elements and describe one with its edges', async () => {
    const { elements } = await agent.data<{ elements: { id: string }[] }>('search_model', {
      query: 'orderserv',
      kind: 'service',
    });
    expect(ids(elements)).toEqual(['service:Ordering.OrderService']);
    const told = await agent.data<{
      element: { id: string; apis: string[] };
      calls: { from: string }[];
      publications: { from: string; to: string }[];
    }>('describe_element', { element: 'OrderService' });
    expect(told.element.id).toBe('service:Ordering.OrderService');
    expect(told.element.apis).toContain('api:Ordering.OrderService.Orders');
    expect(told.calls.length).toBeGreaterThan(0);
    expect(told.publications.map(({ to }) => to)).toContain('event:Ordering.Order.OrderPlaced');
    for (const { from } of told.publications) expect(from).toBe('service:Ordering.OrderService');
  });

  it('ask back where a name is that of several elements or of none', async () => {
    const order = await agent.ask('describe_element', { element: 'Order' });
    expect(order.isError).toBe(true);
    expect(order.text).toContain('aggregate:Ordering.Order, entity:Ordering.Order.Order');
    expect((await agent.ask('describe_element', { element: 'OrderServic' })).text).toBe(
      'There is no element OrderServic. Did you mean OrderService?',
    );
  });

  it('say who depends on an event, on an operation over others, and on a service by its messages', async () => {
    interface Told {
      consumers: { id: string; uses?: string }[];
      waiting: { id: string; hops: number }[];
    }
    const event = await agent.data<Told>('find_dependents', { element: 'Ordering.OrderPlaced' });
    expect(ids(event.consumers)).toEqual([
      'subscription:Storefront.Mailer->Ordering.Order.OrderPlaced',
    ]);
    const quote = await agent.data<Told>('find_dependents', { element: 'QuoteBasket' });
    expect(quote.waiting[0]).toMatchObject({
      id: 'operation:Ordering.OrderService.Orders.placeOrder',
      hops: 1,
    });
    expect(quote.waiting.some(({ id, hops }) => hops > 1 && id.startsWith('actor:'))).toBe(true);
    const payments = await agent.data<Told>('find_dependents', {
      element: 'Payments.PaymentService',
    });
    expect(payments.consumers.map(({ uses = '' }) => uses)).toContain(
      'command:Payments.Payment.CapturePayment',
    );
  });

  it('draw what the command line draws', async () => {
    const svg = await agent.whole('draw_map', { format: 'svg', context: 'Ordering' });
    const printed = archivolt(folder, 'map', '--context', 'Ordering', '--format', 'svg').stdout;
    expect(svg.length).toBeGreaterThan(40_000);
    expect(svg === printed).toBe(true);
    const mermaid = await agent.ask('draw_map', {});
    expect(mermaid.text).toBe(archivolt(folder, 'map', '--format', 'mermaid').stdout);
    const flow = await agent.ask('draw_map', { flow: 'PlaceOrder' });
    expect(flow.text).toBe(
      archivolt(folder, 'map', '--flow', 'PlaceOrder', '--format', 'mermaid').stdout,
    );
  });

  it('give contracts page by page, and what generating would do', async () => {
    const out = folderWith({});
    archivolt(folder, 'generate', '--out', out, '--service', 'Ordering.OrderService');
    const wanted = readFileSync(join(out, 'ordering/order-service/orders.openapi.yaml'), 'utf8');
    const { text } = await agent.ask('contract', { element: 'Ordering.OrderService.Orders' });
    expect(text).toBe(wanted);
    const rest = await agent.ask('contract', {
      element: 'Ordering.OrderService.Orders',
      offset: 1000,
    });
    expect(rest.text).toBe(wanted.slice(1000));
    const drift = await agent.data<{ models: { summary: object; contracts: object[] }[] }>(
      'contract_drift',
      { limit: 500 },
    );
    const printed = archivolt(folder, 'generate', '--dry-run', '--format', 'json').stdout;
    expect(drift).toEqual(JSON.parse(printed));
    const several = await agent.ask('contract', { element: 'Ordering.OrderService' });
    expect(several.notes).toEqual(['Name one of them by `path`.']);
  });

  it('give the figures, the rules and the guide', async () => {
    const figures = await agent.data('metrics', { limit: 500 });
    expect(figures).toEqual(
      JSON.parse(archivolt(folder, 'metrics', '--format', 'json').stdout) as object,
    );
    const page = await agent.ask('explain_rule', { rule: 'sync-cycle' });
    expect(page.text).toBe(archivolt(folder, 'explain', 'sync-cycle').stdout);
    expect((await agent.ask('explain_rule', { rule: 'constructor' })).isError).toBe(true);
    const guide = await agent.ask('language_guide');
    expect(guide.text).toBe(readFileSync(join(root, 'docs/language.md'), 'utf8'));
  });

  it('offer the guide and the files of the model to be attached, and nothing else', async () => {
    const { resources } = await agent.client.listResources();
    expect(resources.map(({ uri }) => uri)).toContain('archivolt://model/ordering.arch');
    const read = (uri: string) => agent.client.readResource({ uri });
    expect((await read('archivolt://model/ordering.arch')).contents).toEqual([
      {
        uri: 'archivolt://model/ordering.arch',
        mimeType: 'text/plain',
        text: readFileSync(join(folder, 'ordering.arch'), 'utf8'),
      },
    ]);
    for (const path of ['archivolt.json', '../../etc/passwd', '%2e%2e/%2e%2e/etc/passwd', '']) {
      await expect(read(`archivolt://model/${path}`), path).rejects.toThrow(/not found/i);
    }
  });

  it('offer prompts that name only tools which are there', async () => {
    const { prompts } = await agent.client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual([
      'extend_model',
      'mend_findings',
      'review_change',
    ]);
    const known = new Set(tools.map(({ name }) => name));
    for (const { name } of prompts) {
      const input = name === 'extend_model' ? { arguments: { what: 'gift cards' } } : {};
      const { messages } = await agent.client.getPrompt({ name, ...input });
      const text = messages.map(({ content }) => ('text' in content ? content.text : '')).join();
      const named = text.match(/\b[a-z]+_[a-z]+\b/g) ?? [];
      expect(named.filter((word) => !known.has(word))).toEqual([]);
    }
    const instructions = agent.client.getInstructions() ?? '';
    const named = instructions.match(/\b[a-z]+_[a-z]+\b/g) ?? [];
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((word) => !known.has(word))).toEqual([]);
    expect(instructions).toContain('no instructions to you');
  });
});
