import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWire, type Wire } from './wire-client.js';

const other = `context Payments {
  aggregate Payment {
    root entity Payment { id id: uuid }
    event PaymentCaptured { paymentId: uuid  orderId: uuid }
  }
  service PaymentService {
    store PaymentsDb: postgres
    api Charging: rest {
      POST "/" capture(body: json): 201
      GET "/{id}" payment(id: uuid): json
    }
  }
}
team Checkout
team Billing
`;

let wire: Wire;
beforeAll(async () => {
  wire = await startWire({ 'payments.arch': other, 'a.arch': '' });
  await wire.open('a.arch', '');
});
afterAll(async () => {
  await wire.stop();
});

interface Item {
  readonly label: string;
  readonly insertTextFormat?: number;
  readonly textEdit: { readonly newText: string };
}

/** What is offered at the mark `<|>`. */
async function itemsAt(marked: string): Promise<readonly Item[]> {
  const offset = marked.indexOf('<|>');
  await wire.change('a.arch', marked.replace('<|>', ''));
  const list = await wire.at<{ readonly items: readonly Item[] } | null>(
    'textDocument/completion',
    'a.arch',
    offset,
  );
  return list?.items ?? [];
}
const labelsAt = async (marked: string) => (await itemsAt(marked)).map(({ label }) => label);

describe('completion', () => {
  it('offers the properties of this block, and none that stand there already', async () => {
    const inApi = await labelsAt('context A { service S { api P: rest { version "1" <|> } } }');
    expect(inApi).toEqual(expect.arrayContaining(['path', 'audience', 'auth', 'rate-limit']));
    expect(inApi).not.toContain('version');
    const before = await labelsAt(
      'context A { service S { <|> replicas 2 api P: rest { version "1" } } }',
    );
    expect(before).not.toContain('replicas');
    expect(before).toContain('rollout');
    expect(await labelsAt('context A { entity E { version: int32  event X { <|> } } }')).toContain(
      'version',
    );
    expect(inApi).not.toContain('replicas');
    const inCall = await labelsAt(
      'context A { service S { calls Payments.PaymentService { <|> } } }',
    );
    expect(inCall).toEqual(
      expect.arrayContaining(['timeout', 'retry', 'circuit-breaker', 'fallback']),
    );
    expect(inCall).not.toContain('calls');
  });

  it('offers the words that a property takes', async () => {
    expect(await labelsAt('context A { kind <|> }')).toEqual(
      expect.arrayContaining(['feature', 'legacy', 'big-ball-of-mud']),
    );
    expect(await labelsAt('context A { service S { rollout <|> } }')).toEqual(
      expect.arrayContaining(['canary', 'blue-green']),
    );
    expect(await labelsAt('context A { team <|> }')).toEqual(['Billing', 'Checkout']);
  });

  it('offers names of other contexts with their path, and near ones without', async () => {
    const events = await labelsAt('context A { event Near service S { subscribes <|> } }');
    expect(events).toEqual(expect.arrayContaining(['Near', 'Payments.PaymentCaptured']));
    expect(events).not.toContain('PaymentCaptured');
    expect(await labelsAt('context A { service S { reads <|> } }')).toEqual([
      'Payments.PaymentsDb',
    ]);
  });

  it('offers the operations of what is called', async () => {
    const labels = await labelsAt('context A { service S { calls Payments.PaymentService.<|> } }');
    expect(labels.join(' ')).toContain('capture');
    expect(labels.join(' ')).toContain('payment');
    expect(labels.join(' ')).not.toContain('PaymentCaptured');
  });

  it('offers roles inside brackets, of the side where they stand, and arrows behind', async () => {
    const map = (relation: string) => `context A context B contextmap M { ${relation} }`;
    const upstream = await labelsAt(map('A [<|>] -> B'));
    expect(upstream).toEqual(expect.arrayContaining(['OHS', 'PL', 'S']));
    const more = await labelsAt(map('A [OHS, <|>] -> B'));
    expect(more).toContain('PL');
    const downstream = await labelsAt(map('A -> [<|>] B'));
    expect(downstream).toEqual(expect.arrayContaining(['ACL', 'CF', 'C']));
    expect(await labelsAt(map('A <|>'))).toEqual(expect.arrayContaining(['->', '<->', '><']));
    expect(await labelsAt(map('A -> B : <|>'))).toEqual(
      expect.arrayContaining(['partnership', 'shared-kernel']),
    );
  });

  it('offers annotations, and the rules that one accepts', async () => {
    expect(await labelsAt('@<|> context A')).toEqual(
      expect.arrayContaining(['accept', 'deprecated', 'renamedFrom', 'tag']),
    );
    expect(await labelsAt('@accept(<|>) context A')).toEqual(
      expect.arrayContaining(['shared-datastore', 'sync-cycle']),
    );
  });

  it('offers types of fields, and constraints of types', async () => {
    const types = await labelsAt('context A { value Money value V { a: <|> } }');
    expect(types).toEqual(expect.arrayContaining(['string', 'uuid', 'Money']));
    expect(types).not.toContain('replicas');
    expect(await labelsAt('context A { value V { a: string (<|>) } }')).toEqual(
      expect.arrayContaining(['maxLength', 'pattern']),
    );
  });

  it('offers whole declarations with places to fill in', async () => {
    const service = (await itemsAt('context A { ser<|> }')).find(({ label }) =>
      label.startsWith('service'),
    );
    expect(service?.insertTextFormat).toBe(2);
    expect(service?.textEdit.newText).toContain('${1:');
  });

  it('offers nothing inside texts and comments', async () => {
    expect(await itemsAt('context A { vision "a <|> b" }')).toEqual([]);
    expect(await itemsAt('// a <|>\ncontext A')).toEqual([]);
  });

  it('works where the text does not parse', async () => {
    expect(await labelsAt('context A { service S { calls <|>')).toContain(
      'Payments.PaymentService',
    );
  });
});
