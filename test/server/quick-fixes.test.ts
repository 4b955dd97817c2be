import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { startWire, type Wire } from './wire-client.js';

const texts: Record<string, string> = {
  'shop.arch': `context Shop {
  aggregate Order {
    root entity Order { id id: uuid }
    event ShipOrder { orderId: uuid }
  }
  microservice Desk {
    owns Order
    api Orders: rest {
      audience public
      GET /{id} getOrder(id: uuid): Order
    }
    publishes ShipOrder
  }
}
`,
  'billing.arch': `context Billing {
  service Biller { subscribes Shop.ShipOrder }
}
`,
};

interface Action {
  readonly title: string;
  readonly isPreferred?: boolean;
  readonly edit?: { readonly changes: Readonly<Record<string, TextEdit[]>> };
}

let wire: Wire;
beforeAll(async () => {
  wire = await startWire(texts);
  for (const [file, text] of Object.entries(texts)) await wire.open(file, text);
});
afterAll(async () => {
  await wire.stop();
});

/** Titles of the quick fixes of a finding, and every file after the one with this title. */
async function fixesOf(file: string, rule: string, part: string) {
  const uri = wire.uri(file);
  const found = await wire.eventually(`a finding of ${rule}`, () =>
    wire.diagnostics.get(uri)?.find(({ code, message }) => code === rule && message.includes(part)),
  );
  const actions = await wire.client.sendRequest<Action[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: found.range,
    context: { diagnostics: [found], only: ['quickfix'] },
  });
  const after = (title: string): Record<string, string> => {
    const action = actions.find((candidate) => candidate.title === title);
    return Object.fromEntries(
      Object.entries(texts).map(([name, text]) => {
        const document = TextDocument.create(wire.uri(name), 'arch', 1, text);
        return [
          name,
          TextDocument.applyEdits(document, action?.edit?.changes[wire.uri(name)] ?? []),
        ];
      }),
    );
  };
  return { titles: actions.map(({ title }) => title), after };
}

describe('quick fixes over the wire', () => {
  it('write a statement as the language has it', async () => {
    const { titles, after } = await fixesOf('shop.arch', 'syntax', 'microservice');
    expect(titles).toEqual(['Write `service`']);
    expect(after('Write `service`')['shop.arch']).toContain('  service Desk {\n');
    const path = await fixesOf('shop.arch', 'syntax', 'path of an operation');
    expect(path.after('Write `"/{id}"`')['shop.arch']).toContain('GET "/{id}" getOrder');
  });

  it('rename an event to what happened, in all files', async () => {
    const { titles, after } = await fixesOf('shop.arch', 'event-past-tense', 'ShipOrder');
    expect(titles[0]).toBe('Rename to OrderShipped');
    const renamed = after('Rename to OrderShipped');
    expect(renamed['shop.arch']).toBe(texts['shop.arch']?.replaceAll('ShipOrder', 'OrderShipped'));
    expect(renamed['billing.arch']).toContain('subscribes Shop.OrderShipped');
  });

  it('put a statement first in the block of its declaration', async () => {
    const { after } = await fixesOf('shop.arch', 'api-versioning', 'Orders');
    expect(after('Add version "1.0.0"')['shop.arch']).toContain(
      'api Orders: rest {\n      version "1.0.0"\n      audience public',
    );
  });
});
