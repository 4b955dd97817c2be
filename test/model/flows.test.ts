import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { findingsOf } from '../rules/check.js';

describe('the steps of a flow', () => {
  it('are those of a service where one of its APIs or operations acts', () => {
    const { flows, unresolved, references } = modelFromTexts({
      'a.arch': `
        external Bank { api Pay: rest { POST "/" pay() } event Paid }
        context A { service S { api P: rest { GET "/" go() } publishes Done } service T  event Done }
        flow F { A.S.go -> A.T  A.S.P -> A.T  A.S.P.go publishes A.Done  Bank.pay -> A.T  Bank -> A.T }`,
    });
    expect(unresolved).toEqual([]);
    expect(flows[0]?.steps.map(({ from }) => from)).toEqual([
      ...['service:A.S', 'service:A.S', 'service:A.S', 'external:Bank', 'external:Bank'],
    ]);
    // Whoever asks for its definition comes to the operation.
    expect(references.find(({ path }) => path === 'A.S.go')?.target).toBe('operation:A.S.P.go');
  });
});

describe('what a relation exposes', () => {
  it('is no operation that is called', () => {
    const text = 'context A  external Bank  contextmap M { Bank -> A { exposes Bank.Gone } }';
    const unresolved = findingsOf(text).filter(({ rule }) => rule === 'unresolved-reference');
    expect(unresolved.map(({ what }) => what)).toEqual([
      'The element `Bank.Gone` is not declared anywhere.',
    ]);
  });
});

describe('a context that is related to itself', () => {
  it('has no upstream whose types it would have to translate', () => {
    const text = 'context A { value V { x: int32 } }  contextmap M { A -> A }';
    const rules = findingsOf(text).map(({ rule }) => rule);
    expect(rules).not.toContain('term-crosses-untranslated');
  });
});
