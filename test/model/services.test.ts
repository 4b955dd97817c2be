import { describe, expect, it } from 'vitest';
import { contractsConfig } from '../../src/contracts/config.js';
import { contracts } from '../../src/contracts/contracts.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import { modelJson } from '../../src/model/json.js';

const messages = (text: string) =>
  modelFromTexts({ 'a.arch': text }).problems.map(({ message }) => message);

describe('an external', () => {
  it('has the members of a service', () => {
    const { problems, unresolved, externals } = modelFromTexts({
      'a.arch': `
        library Client
        context Shop { aggregate Card { root entity Card { id id: uuid } } }
        external Bank {
          kind gateway  technology "HTTP"  deployable "bank"  criticality high
          telemetry traces, logs  runbook "https://x"  rollout rolling  replicas 3  status live
          outbox  owns Account  replicates Shop.Card  libraries Client
        }`,
    });
    expect(problems).toEqual([]);
    expect(unresolved.map(({ path }) => path)).toEqual(['Account']);
    expect(externals[0]).toMatchObject({
      ...{ serviceKind: 'gateway', technology: 'HTTP', deployable: 'bank', criticality: 'high' },
      ...{ telemetry: ['traces', 'logs'], runbook: 'https://x', rollout: 'rolling', replicas: 3 },
      ...{ status: 'live', outbox: true, owns: [] },
      replicates: [{ target: 'aggregate:Shop.Card' }],
      libraries: [{ target: 'library:Client' }],
    });
  });
});

describe('a system', () => {
  it('keeps its vision', () => {
    const { systems } = modelFromTexts({ 'a.arch': 'system Shop { vision "Sell." }' });
    expect(systems[0]?.vision).toBe('Sell.');
  });
});

describe('the request of an rpc', () => {
  const api = (style: string, operation: string) =>
    `context A { value V { x: int32 } service S { api P: ${style} { version "1.0.0" ${operation} } } }`;

  it('may be a stream, in the model and in the contract', () => {
    const model = modelFromTexts({ 'a.arch': api('grpc', 'rpc send(stream V): V') });
    expect(model.problems).toEqual([]);
    expect(model.operations[0]?.parameters).toMatchObject([{ stream: true }]);
    const [proto] = contracts(model, contractsConfig());
    expect(proto?.text).toMatch(/rpc Send\(stream \w+\) returns \(\w+\)/);
  });

  it('alone may be one', () => {
    const message =
      'Only the one request of an `rpc` is a stream: `rpc upload(stream Part): Report`.';
    expect(messages(api('rest', 'POST "/" send(stream V): V'))).toEqual([message]);
    expect(messages(api('grpc', 'rpc send(stream V, x: int32): V'))).toEqual([message]);
  });
});

describe('the edges of a model as JSON', () => {
  it('have ends, policies and a place, whatever they are', () => {
    const json = modelJson(
      modelFromTexts({
        'a.arch': `context A {
          event E  command C
          service S {
            store D: postgres  publishes E  handles C
            calls T { timeout 2s }
          }
          service T { subscribes E { retry 2 } sends C  reads S.D }
        }`,
      }),
    ) as Record<string, readonly Record<string, unknown>[]>;
    for (const [kind, policies] of [
      ['calls', { timeout: 2000 }],
      ['subscriptions', { retry: 2 }],
      ['publications', {}],
      ['sends', {}],
      ['handles', {}],
      ['accesses', {}],
    ] as const) {
      const [edge] = json[kind] ?? [];
      expect(edge, kind).toMatchObject({ policies });
      expect([typeof edge?.['from'], typeof edge?.['to']], kind).toEqual(['string', 'string']);
      expect(edge, kind).toHaveProperty('span.start.line');
    }
  });
});
