import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWire, type Wire } from './wire-client.js';

const texts: Readonly<Record<string, string>> = {
  'orders.arch': `context Orders {
  aggregate Order {
    root entity Order { id id: uuid }
    @deprecated("use OrderAccepted", sunset: 2030-01-31)
    event OrderPlaced { orderId: uuid }
    event OrderAccepted { orderId: uuid }
  }
  service Desk {
    publishes OrderPlaced
    api Orders: rest {
      GET "/{id}" order(id: uuid): Order
    }
  }
}
`,
  'billing.arch': `context Billing {
  service Biller {
    subscribes Orders.OrderPlaced { idempotent }
    subscribes Orders.Order.OrderAccepted { idempotent }
    calls Orders.Desk.order
  }
}
`,
};

interface Location {
  readonly uri: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}
interface OutlineNode {
  readonly name: string;
  readonly tags?: readonly number[];
  readonly children?: readonly OutlineNode[];
}
interface Rename {
  readonly changes: Readonly<Record<string, { readonly newText: string }[]>>;
}

let wire: Wire;
beforeAll(async () => {
  wire = await startWire(texts);
  for (const [file, text] of Object.entries(texts)) await wire.open(file, text);
});
afterAll(async () => {
  await wire.stop();
});

const offsetOf = (file: string, mark: string) => {
  const offset = (texts[file] ?? '').indexOf(mark);
  if (offset < 0) throw new Error(`No ${mark} in ${file}`);
  return offset + mark.length - 1;
};
const places = (locations: readonly Location[] | null) =>
  (locations ?? [])
    .map(
      ({ uri, range }) => `${uri.slice(uri.lastIndexOf('/') + 1)}:${String(range.start.line + 1)}`,
    )
    .sort();

describe('names over the wire', () => {
  it('lead to their declaration, by short and by long path', async () => {
    const definition = async (mark: string) =>
      places(
        [
          await wire.at<Location | Location[] | null>(
            'textDocument/definition',
            'billing.arch',
            offsetOf('billing.arch', mark),
          ),
        ]
          .flat()
          .filter((location) => location !== null),
      );
    expect(await definition('Orders.OrderPl')).toEqual(['orders.arch:5']);
    expect(await definition('Orders.Order.OrderAcc')).toEqual(['orders.arch:6']);
    expect(await definition('Orders.Desk.ord')).toEqual(['orders.arch:11']);
    expect(await definition('Orders.De')).toEqual(['orders.arch:8']);
  });

  it('are found wherever they are used, with their declaration or without', async () => {
    const references = (includeDeclaration: boolean) =>
      wire.at<Location[]>(
        'textDocument/references',
        'orders.arch',
        offsetOf('orders.arch', 'event OrderPl'),
        { context: { includeDeclaration } },
      );
    expect(places(await references(true))).toEqual([
      'billing.arch:3',
      'orders.arch:5',
      'orders.arch:9',
    ]);
    expect(places(await references(false))).toEqual(['billing.arch:3', 'orders.arch:9']);
  });

  it('are renamed in all files, the paths before them kept', async () => {
    const edit = await wire.at<Rename>(
      'textDocument/rename',
      'orders.arch',
      offsetOf('orders.arch', 'event OrderAcc'),
      { newName: 'OrderConfirmed' },
    );
    expect(edit.changes[wire.uri('billing.arch')]).toHaveLength(1);
    expect(
      Object.values(edit.changes)
        .flat()
        .map(({ newText }) => newText),
    ).toEqual(['OrderConfirmed', 'OrderConfirmed']);
  });

  it('refuse a name that is taken or none', async () => {
    const rename = (newName: string) =>
      wire.at('textDocument/rename', 'orders.arch', offsetOf('orders.arch', 'event OrderAcc'), {
        newName,
      });
    await expect(rename('OrderPlaced')).rejects.toThrow(
      'The name is taken by event `Orders.Order.OrderPlaced`.',
    );
    await expect(rename('order-confirmed')).rejects.toThrow('is no name');
  });

  it('make an outline, nested as they are declared, deprecated ones marked', async () => {
    const outline = await wire.client.sendRequest<OutlineNode[]>('textDocument/documentSymbol', {
      textDocument: { uri: wire.uri('orders.arch') },
    });
    const lines = (nodes: readonly OutlineNode[], depth = 0): string[] =>
      nodes.flatMap((node) => [
        `${'  '.repeat(depth)}${node.name}${node.tags?.includes(1) ? ' (deprecated)' : ''}`,
        ...lines(node.children ?? [], depth + 1),
      ]);
    expect(lines(outline)).toEqual(
      expect.arrayContaining([
        'Orders',
        '  Order',
        '    OrderPlaced (deprecated)',
        '    OrderAccepted',
        '  Desk',
        '    Orders',
        '      order',
      ]),
    );
  });

  it('are found in the whole workspace, wherever they are nested', async () => {
    const found = await wire.client.sendRequest<{ name: string; containerName?: string }[]>(
      'workspace/symbol',
      { query: 'ordacc' },
    );
    expect(found.map(({ name }) => name)).toContain('OrderAccepted');
  });

  it('fold with their blocks', async () => {
    const ranges = await wire.client.sendRequest<{ startLine: number; endLine: number }[]>(
      'textDocument/foldingRange',
      { textDocument: { uri: wire.uri('billing.arch') } },
    );
    expect(ranges.map(({ startLine, endLine }) => [startLine, endLine])).toEqual(
      expect.arrayContaining([
        [0, 5],
        [1, 4],
      ]),
    );
  });

  it('are struck through where they are used after they were deprecated', async () => {
    const tagged = await wire.eventually('a tag', () =>
      (wire.diagnostics.get(wire.uri('billing.arch')) ?? []).find((diagnostic) =>
        (diagnostic as { tags?: number[] }).tags?.includes(2),
      ),
    );
    expect(tagged.code).toBe('uses-deprecated-or-unstable');
    expect(tagged.range.start.line).toBe(2);
  });
});
