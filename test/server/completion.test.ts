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

/** An API with these members. */
const api = (members: string, style = 'rest') =>
  `context A { service S { api P: ${style} { ${members} } } }`;

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

  it('offers statements in the order in which one writes them', async () => {
    const whole = 'system domain team actor external context contextmap broker library view flow';
    expect(await labelsAt('<|>')).toEqual(whole.split(' '));
    const inContext = await labelsAt('context A { <|> }');
    expect(inContext.slice(0, 4)).toEqual(['team', 'term', 'aggregate', 'service']);
    const properties = ['vision', 'responsibilities', 'kind', 'volatility', 'evolution'];
    expect(inContext.filter((label) => properties.includes(label))).toEqual(properties);
    const inService = await labelsAt('context A { service S { <|> } }');
    expect(inService.slice(0, 3)).toEqual(['owns', 'replicates', 'libraries']);
    expect(inService.indexOf('api')).toBeLessThan(inService.indexOf('calls'));
    expect(await labelsAt(api('<|>'))).toEqual([
      ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'auth'],
      ...['version', 'path', 'audience', 'rate-limit', 'depth-limit'],
    ]);
    const inCall = 'context A { service S { calls Payments.PaymentService { <|> } } }';
    expect((await labelsAt(inCall)).slice(0, 3)).toEqual(['timeout', 'retry', 'backoff']);
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

  it('goes on with a statement on its line, and begins others on the next', async () => {
    expect(await labelsAt('context A <|>')).toEqual(['implements']);
    expect(await labelsAt('domain D { core <|> }')).toEqual(['subdomain']);
    expect(await labelsAt('context A { aggregate G { root <|> } }')).toEqual(['entity']);
    expect(await labelsAt('context A { term Order "A request." <|> }')).toEqual(['avoid']);
    expect(await labelsAt(api('GET "/{id}" f(id: uuid) <|>'))).toEqual(['raises']);
    expect(await labelsAt('flow F { A -> B.c <|> }')).toEqual(['compensate', 'pivot']);
    expect(await labelsAt('flow F { A -> B.c\n<|> }')).toEqual(
      expect.arrayContaining(['compensate', 'kind', 'Payments.PaymentService']),
    );
    expect(await labelsAt('context A { kind feature <|> }')).toContain('vision');
    expect(await labelsAt('context A { service S <|> }')).toEqual([]);
  });

  it('offers nothing where a new name is written', async () => {
    for (const text of ['context <|>', 'team <|>', 'context A { service <|> }', api('GET <|>')]) {
      expect(await labelsAt(text)).toEqual([]);
    }
    expect(await labelsAt('context A { enum E { a <|> } }')).toEqual([]);
  });

  it('offers what is not in a list yet', async () => {
    expect(await labelsAt('context A { service S { telemetry traces, <|> } }')).toEqual([
      'metrics',
      'logs',
    ]);
    const roles = await labelsAt('contextmap M { Payments [OHS, <|>] -> A }');
    expect(roles).not.toContain('OHS');
    expect(await labelsAt('context A contextmap M { Payments -> <|> }')).toEqual(['A']);
    const constraints = await labelsAt('context A { value V { a: string (maxLength 3, <|>) } }');
    expect(constraints).toContain('pattern');
    expect(constraints).not.toContain('maxLength');
    expect(constraints).not.toContain('precision');
  });

  it('offers operations of the style of the API, with the parameters of their path', async () => {
    expect(await labelsAt(api('<|>', 'grpc'))).toEqual(expect.arrayContaining(['rpc', 'auth']));
    expect(await labelsAt(api('<|>', 'grpc'))).not.toContain('GET');
    expect(await labelsAt(api('<|>', 'graphql'))).toContain('subscription');
    expect((await labelsAt(api('PUT "/{id}/{line}" f(id: uuid, <|>')))[0]).toBe('line');
    expect(await labelsAt(api('PUT "/{id}" f(id: uuid, <|>'))).toContain('body');
    const inRpc = await labelsAt(api('rpc f(<|>)', 'grpc'));
    expect(inRpc).toEqual(expect.arrayContaining(['json', 'stream']));
    expect(inRpc).not.toContain('query');
    const results = await labelsAt(api('GET "/" f(): <|>'));
    expect(results).toEqual(expect.arrayContaining(['paged', 'string', '201']));
    expect(await labelsAt(api('auth oauth2("a:r") GET "/" f(): json { scope <|> }'))).toEqual([
      '"a:r"',
    ]);
  });

  it('offers defaults, keys and fields by what is declared', async () => {
    const enums = 'enum Size { small large }';
    expect(await labelsAt(`context A { ${enums} value V { size: Size = <|> } }`)).toEqual([
      'small',
      'large',
    ]);
    expect(await labelsAt('context A { value V { gift: boolean = <|> } }')).toEqual([
      'true',
      'false',
    ]);
    expect(await labelsAt('context A { event E { x: uuid  key <|> } }')).toEqual(['x']);
    expect(
      await labelsAt(
        'context A { service S { subscribes Payments.PaymentCaptured { fields <|> } } }',
      ),
    ).toEqual(['paymentId', 'orderId']);
    expect(await labelsAt('context A { error E { status <|> } }')).toContain('409');
  });

  it('goes on with a longer path that was begun, with a short one else', async () => {
    const short = await labelsAt('context A { service S { calls Payments.PaymentService.<|> } }');
    expect(short).toContain('Payments.PaymentService.capture');
    const long = await labelsAt(
      'context A { service S { calls Payments.PaymentService.Charging.<|> } }',
    );
    expect(long).toContain('Payments.PaymentService.Charging.capture');
  });

  it('opens the list behind a blank where something is to be chosen, and nowhere else', async () => {
    const afterBlank = async (marked: string) => {
      const offset = marked.indexOf('<|>');
      await wire.change('a.arch', marked.replace('<|>', ''));
      const context = { triggerKind: 2, triggerCharacter: ' ' };
      const list = await wire.at<{ readonly items: readonly Item[] } | null>(
        'textDocument/completion',
        'a.arch',
        offset,
        { context },
      );
      return list?.items.map(({ label }) => label) ?? [];
    };
    expect(await afterBlank('context A { kind <|> }')).toContain('feature');
    expect(await afterBlank('context A { service S { owns Payment, <|> } }')).toContain(
      'Payments.Payment',
    );
    expect(await afterBlank('context A contextmap M { Payments -> <|> }')).toEqual(['A']);
    expect(await afterBlank('context A { value V { size: <|> } }')).toContain('int32');
    expect(await afterBlank('context A { value V { gift: boolean = <|> } }')).toContain('true');
    expect(await afterBlank('context A { kind feature <|> }')).toEqual([]);
    expect(await afterBlank('context A { term T "x" avoid "a", <|> }')).toEqual([]);
    expect(await afterBlank('context A { vision "a kind <|>" }')).toEqual([]);
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
