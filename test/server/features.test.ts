import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWire, type Wire } from './wire-client.js';

const shop = `domain Trade { core subdomain Orders }
team Checkout
context Shop implements Trade.Orders {
  team Checkout
  aggregate Order {
    root entity Order {
      id id: uuid
      lines: Line[] (min 1)
    }
    value Line { sku: string }
    event OrderPlaced { orderId: uuid }
  }
  service Desk {
    owns Order
    runbook "https://example.com/runbook"
    api Orders: rest {
      GET "/{id}" getOrder(id: uuid): Order
    }
    publishes OrderPlaced
    calls Billing.Biller.charge { timeout 300ms retry 2 }
  }
}
`;
const billing = `@accept(no-timeout, because: "batch", adr: "docs/adr-1.md")
context Billing {
  command Charge { amount: decimal }
  service Biller {
    api Charges: rest {
      POST "/" charge(body: Charge): 201
    }
    calls Shop.Desk.getOrder
    subscribes Shop.OrderPlaced
  }
}
contextmap Landscape { Billing -> Elsewhere }
context Elsewhere
`;

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

let wire: Wire;
const texts: Record<string, string> = { 'shop.arch': shop, 'billing.arch': billing };
const offsetOf = (file: string, mark: string, nth = 0): number => {
  const text = texts[file] ?? '';
  let offset = -1;
  for (let i = 0; i <= nth; i++) offset = text.indexOf(mark, offset + 1);
  if (offset < 0) throw new Error(`No ${mark} in ${file}`);
  return offset;
};
const textIn = (file: string, { start, end }: Range): string => {
  const lines = (texts[file] ?? '').split('\n');
  const at = ({ line, character }: Range['start']) =>
    lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0) + character;
  return (texts[file] ?? '').slice(at(start), at(end));
};
const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
const of = (file: string) => ({ textDocument: { uri: wire.uri(file) } });

beforeAll(async () => {
  wire = await startWire(texts, { commands: true });
  for (const [file, text] of Object.entries(texts)) await wire.open(file, text);
});
afterAll(async () => {
  await wire.stop();
});

describe('in the editor', () => {
  it('names are coloured by what they stand for', async () => {
    const { data } = await wire.client.sendRequest<{ data: number[] }>(
      'textDocument/semanticTokens/full',
      of('billing.arch'),
    );
    const types = [
      'namespace class struct enum enumMember type event interface method property variable parameter',
    ]
      .join(' ')
      .split(' ');
    const tokens: string[] = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0, flags = 0] = data.slice(i, i + 5);
      character = lines > 0 ? characters : character + characters;
      line += lines;
      const end = { line, character: character + length };
      const text = textIn('billing.arch', { start: { line, character }, end });
      tokens.push(`${text} ${types[type] ?? ''}${flags & 1 ? ' declared' : ''}`);
    }
    expect(tokens).toContain('Billing namespace declared');
    expect(tokens).toContain('charge method declared');
    expect(tokens).toContain('getOrder method');
    expect(tokens).toContain('OrderPlaced event');
    expect(tokens).toContain('amount property declared');
  });

  it('lenses count callers and subscribers, and lead to map and contract', async () => {
    const lenses = await wire.client.sendRequest<
      { range: Range; command?: { title: string; command: string } }[]
    >('textDocument/codeLens', of('shop.arch'));
    const resolved = await Promise.all(
      lenses.map(async (lens) =>
        lens.command
          ? lens
          : await wire.client.sendRequest<(typeof lenses)[0]>('codeLens/resolve', lens),
      ),
    );
    const titles = resolved.map(
      ({ range, command }) => `${textIn('shop.arch', range)}: ${command?.title ?? ''}`,
    );
    expect(titles).toEqual([
      'Shop: Open in map',
      'OrderPlaced: 1 publisher, 1 subscriber',
      'Desk: 1 caller',
      'Desk: Open in map',
      'Orders: Preview contract',
      'getOrder: 1 caller',
    ]);
  });

  it('hints show what holds without being written', async () => {
    const hints = await wire.client.sendRequest<{ label: string }[]>('textDocument/inlayHint', {
      ...of('shop.arch'),
      range: whole,
    });
    expect(hints.map(({ label }) => label)).toEqual([
      'volatility high',
      'team Checkout',
      'waits up to 900 ms',
      'derived Billing → Shop',
    ]);
  });

  it('call hierarchy follows calls and events', async () => {
    const [item] = await wire.at<{ name: string }[]>(
      'textDocument/prepareCallHierarchy',
      'shop.arch',
      offsetOf('shop.arch', 'Desk'),
    );
    expect(item?.name).toBe('Shop.Desk');
    const incoming = await wire.client.sendRequest<{ from: { name: string } }[]>(
      'callHierarchy/incomingCalls',
      { item },
    );
    const outgoing = await wire.client.sendRequest<{ to: { name: string } }[]>(
      'callHierarchy/outgoingCalls',
      { item },
    );
    expect(incoming.map(({ from }) => from.name)).toEqual(['Billing.Biller']);
    expect(outgoing.map(({ to }) => to.name)).toEqual([
      'Billing.Biller.Charges.charge',
      'Shop.Order.OrderPlaced',
    ]);
    const [event] = await wire.at<object[]>(
      'textDocument/prepareCallHierarchy',
      'shop.arch',
      offsetOf('shop.arch', 'OrderPlaced'),
    );
    const heard = await wire.client.sendRequest<{ to: { name: string } }[]>(
      'callHierarchy/outgoingCalls',
      { item: event },
    );
    expect(heard.map(({ to }) => to.name)).toEqual(['Billing.Biller']);
  });

  it('texts that are places can be followed, and only harmless ones', async () => {
    const links = async (file: string) =>
      (
        await wire.client.sendRequest<{ target: string }[]>('textDocument/documentLink', of(file))
      ).map(({ target }) => target);
    expect(await links('shop.arch')).toEqual(['https://example.com/runbook']);
    expect(await links('billing.arch')).toEqual([wire.uri('docs/adr-1.md')]);
    await wire.open(
      'links.arch',
      'team T { contact "command:evil" }\n@link("file:///etc/passwd")\nteam U',
    );
    expect(await links('links.arch')).toEqual([]);
  });

  it('annotations and constraints explain their parameters', async () => {
    const help = async (text: string) => {
      texts['help.arch'] = text;
      await wire.open('help.arch', text);
      return wire.at<{
        activeParameter: number;
        signatures: { label: string; parameters: { label: string }[] }[];
      } | null>('textDocument/signatureHelp', 'help.arch', text.length);
    };
    const accept = await help('@accept(no-timeout, because: "x", ');
    expect(accept?.signatures[0]?.label).toContain('@accept(rule, because: "reason"');
    expect(accept?.activeParameter).toBe(2);
    const constraint = await help('context A { value V { total: decimal (min 0, ');
    expect(constraint?.signatures[0]?.label).toContain('multipleOf');
    expect(await help('context A { value V {')).toBeNull();
  });

  it('selections grow from word to statement to block', async () => {
    interface Selection {
      readonly range: Range;
      readonly parent?: Selection;
    }
    const [selection] = await wire.client.sendRequest<Selection[]>('textDocument/selectionRange', {
      ...of('billing.arch'),
      positions: [{ line: 7, character: 12 }],
    });
    const grown: string[] = [];
    for (let now = selection; now; now = now.parent) grown.push(textIn('billing.arch', now.range));
    expect(grown[0]).toBe('Shop.Desk.getOrder');
    expect(grown).toContain('calls Shop.Desk.getOrder');
    expect(grown.some((text) => text.startsWith('service Biller {') && text.endsWith('}'))).toBe(
      true,
    );
    expect(grown.at(-1)).toBe(billing);
  });

  it('types of fields and results are a jump away', async () => {
    const targets = await wire.at<{ uri: string; range: Range }[]>(
      'textDocument/typeDefinition',
      'shop.arch',
      offsetOf('shop.arch', 'lines'),
    );
    expect(targets.map(({ range }) => textIn('shop.arch', range))).toEqual(['Line']);
  });

  it('highlights tell reading from writing', async () => {
    const highlights = await wire.at<{ range: Range; kind: number }[]>(
      'textDocument/documentHighlight',
      'shop.arch',
      offsetOf('shop.arch', 'OrderPlaced'),
    );
    expect(highlights.map(({ kind }) => kind)).toEqual([3, 3]);
    const heard = await wire.at<{ kind: number }[]>(
      'textDocument/documentHighlight',
      'billing.arch',
      offsetOf('billing.arch', 'OrderPlaced'),
    );
    expect(heard.map(({ kind }) => kind)).toEqual([2]);
  });

  it('formats a selection, and indents while typing', async () => {
    const text = 'context A {\nservice S {\n    calls   T\n}\n  service T\n}\n';
    texts['format.arch'] = text;
    await wire.open('format.arch', text);
    const edits = await wire.client.sendRequest<{ range: Range; newText: string }[]>(
      'textDocument/rangeFormatting',
      {
        ...of('format.arch'),
        range: { start: { line: 1, character: 0 }, end: { line: 2, character: 5 } },
        options: { tabSize: 2, insertSpaces: true },
      },
    );
    expect(edits.map(({ range, newText }) => `${String(range.start.line)}: ${newText}`)).toEqual([
      '1:   service S {',
      '2:     calls T',
    ]);
    const typed = await wire.client.sendRequest<{ range: Range; newText: string }[]>(
      'textDocument/onTypeFormatting',
      {
        ...of('format.arch'),
        position: { line: 3, character: 1 },
        ch: '}',
        options: { tabSize: 2, insertSpaces: true },
      },
    );
    expect(typed.map(({ newText }) => newText)).toEqual(['  ']);
  });

  it('refactorings are offered where they apply, with their edits', async () => {
    const actions = await wire.client.sendRequest<
      { title: string; kind: string; edit?: { changes: Record<string, { newText: string }[]> } }[]
    >('textDocument/codeAction', {
      ...of('shop.arch'),
      range: { start: { line: 11, character: 12 }, end: { line: 11, character: 12 } },
      context: { diagnostics: [], only: ['refactor'] },
    });
    expect(actions.map(({ title }) => title)).toEqual([]);
    const place = { line: 12, character: 11 };
    const onService = await wire.client.sendRequest<typeof actions>('textDocument/codeAction', {
      ...of('shop.arch'),
      range: { start: place, end: place },
      context: { diagnostics: [], only: ['refactor'] },
    });
    const move = onService.find(({ title }) => title === 'Move Desk to the context Billing');
    expect(move?.kind).toBe('refactor.move');
    expect(Object.keys(move?.edit?.changes ?? {}).sort()).toEqual(
      [wire.uri('billing.arch'), wire.uri('shop.arch')].sort(),
    );
  });

  it('JSON becomes value types', async () => {
    const value = await wire.client.sendRequest('archivolt/valueFromJson', {
      json: '{ "sku": "A" }',
      name: 'Line',
    });
    expect(value).toBe('value Line {\n  sku: string\n}');
  });

  it('a hover shows what the chain makes of an objective, consumers and findings', async () => {
    const text = `context H {
  service Front { slo { availability 99.99% } calls Back { timeout 1s } calls Side { timeout 1s } }
  service Back { slo { availability 99.9% } calls Front { timeout 1s } }
  service Side { slo { availability 99.95% } subscribes Told }
  event Told
}
`;
    await wire.open('hover.arch', text);
    await wire.eventually('the findings', () =>
      wire.diagnostics
        .get(wire.uri('hover.arch'))
        ?.some(({ code }) => code === 'availability-infeasible'),
    );
    const hover = async (mark: string) =>
      (
        await wire.at<{ contents: { value: string } }>(
          'textDocument/hover',
          'hover.arch',
          text.indexOf(mark),
        )
      ).contents.value;
    expect(await hover('Front')).toContain('99.85 % (99.9 % of `H.Back` × 99.95 % of `H.Side`)');
    expect(await hover('Front')).toContain('(`availability-infeasible`)');
    expect(await hover('Told\n')).toContain('consumed by: `H.Side`');
  });

  it('a rename offers to note the former name', async () => {
    const before = 'context R {\n  service Old\n  service Other { calls Old }\n}\n';
    await wire.open('rename.arch', before);
    const { changes } = await wire.at<{ changes: Record<string, unknown[]> }>(
      'textDocument/rename',
      'rename.arch',
      before.indexOf('Old'),
      { newName: 'New' },
    );
    expect(changes[wire.uri('rename.arch')]).toHaveLength(2);
    await wire.change('rename.arch', before.replaceAll('Old', 'New'));
    const place = { line: 1, character: 11 };
    const actions = await wire.client.sendRequest<
      { title: string; edit: { changes: Record<string, { newText: string }[]> } }[]
    >('textDocument/codeAction', {
      ...of('rename.arch'),
      range: { start: place, end: place },
      context: { diagnostics: [], only: ['refactor'] },
    });
    const note = actions.find(({ title }) => title.includes('@renamedFrom(Old)'));
    expect(note?.edit.changes[wire.uri('rename.arch')]?.[0]?.newText).toBe('@renamedFrom(Old)\n  ');
  });
});
