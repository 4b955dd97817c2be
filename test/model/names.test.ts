import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import type { Model } from '../../src/model/model.js';
import { ModelWorkspace } from '../../src/model/workspace.js';

/** Targets of all references by path, in the order of the text. */
function resolved(text: string | Record<string, string>): string[] {
  const model = modelFromTexts(typeof text === 'string' ? { 'a.arch': text } : text);
  return [
    ...model.references.map(({ path, target }) => `${path} = ${target}`),
    ...model.unresolved.map(
      ({ path, candidates }) =>
        `${path} ? ${candidates.length > 0 ? candidates.join(' or ') : 'nothing'}`,
    ),
  ].sort();
}

/** A context of so many services that their members share most names, each calling the one before. */
function crowded(services: number): string {
  const members = Array.from(
    { length: services },
    (_, index) => `service S${index} {
      api Orders: rest { GET "/" list() }
      ${index === 0 ? '' : `calls S${index - 1}.list  calls A.S${index - 1}.Orders  calls list`}
    }`,
  );
  return `context A { ${members.join('\n')} }`;
}

describe('names', () => {
  it.each([2, 15, 16, 40])('are told apart where %i elements share one', (services) => {
    const found = resolved(crowded(services));
    for (let index = 1; index < services; index++) {
      const before = `A.S${index - 1}`;
      expect(found).toContain(`${before}.Orders = api:${before}.Orders`);
      expect(found).toContain(`S${index - 1}.list = operation:${before}.Orders.list`);
    }
    // A service's own member is nearer than those of the others.
    const own = Array.from(
      { length: services - 1 },
      (_, index) => `list = operation:A.S${index + 1}.Orders.list`,
    );
    expect(found.filter((line) => line.startsWith('list '))).toEqual(own.sort());
  });

  it('are no longer known where many share one and those that had it are gone', () => {
    const workspace = new ModelWorkspace();
    workspace.update('a.arch', crowded(40));
    workspace.update('b.arch', 'context B { service T { calls A.S39.list  calls A.S20.list } }');
    const known = ({ unresolved }: Model) => unresolved.map(({ path }) => path);
    expect(known(workspace.model)).toEqual([]);
    workspace.update('a.arch', crowded(39));
    expect(known(workspace.model)).toEqual(['A.S39.list']);
    workspace.update('a.arch', crowded(40));
    expect(known(workspace.model)).toEqual([]);
  });

  it('belong to their context: two contexts may both have an Order', () => {
    expect(
      resolved(`
        context A { value Order { id: uuid }  value Line { order: Order } }
        context B { value Order { id: uuid }  value Line { order: Order  other: A.Order } }`),
    ).toEqual(['A.Order = value:A.Order', 'Order = value:A.Order', 'Order = value:B.Order']);
  });

  it('reach past aggregates and services, short or long', () => {
    expect(
      resolved(`
        context A { aggregate G { root entity G { id id: uuid }  event Done } }
        context B { service S { subscribes A.Done, A.G.Done } }`),
    ).toEqual(['A.Done = event:A.G.Done', 'A.G.Done = event:A.G.Done']);
  });

  it('reach operations with and without their API, and from inside with the service alone', () => {
    expect(
      resolved(`
        context A {
          service S { api X: rest { GET "/" get() } }
          service T { calls S.get  calls A.S.get  calls A.S.X.get  calls S.X.get }
        }`),
    ).toEqual([
      'A.S.X.get = operation:A.S.X.get',
      'A.S.get = operation:A.S.X.get',
      'S.X.get = operation:A.S.X.get',
      'S.get = operation:A.S.X.get',
    ]);
  });

  it('prefer a service’s own member, then the context’s, then a sibling’s', () => {
    expect(
      resolved(`
        context A {
          event E
          service S { event E  publishes E }
          service T { publishes E }
        }`),
    ).toEqual(['E = event:A.E', 'E = event:A.S.E']);
  });

  it('are ambiguous where two are equally near, and the longer path helps', () => {
    expect(
      resolved(`
        context A {
          aggregate G { event E }
          aggregate H { event E }
          service S { publishes E, H.E }
        }`),
    ).toEqual(['E ? event:A.G.E or event:A.H.E', 'H.E = event:A.H.E']);
  });

  it('are visible by simple name inside an external', () => {
    expect(
      resolved('external X { value Money { a: decimal }  api C: rest { GET "/" get(): Money } }'),
    ).toEqual(['Money = value:X.Money']);
  });

  it('may be keywords, and names of JavaScript’s own objects', () => {
    expect(
      resolved(`
        context service { value event { value: string  service: int32  id id: uuid } }
        context __proto__ { value constructor { toString: service.event  hasOwnProperty: string } }
        context team { value kind { context: __proto__.constructor } }`),
    ).toEqual([
      '__proto__.constructor = value:__proto__.constructor',
      'service.event = value:service.event',
    ]);
  });

  it('stand for an aggregate’s root behind `ref`', () => {
    expect(
      resolved(
        'context A { aggregate C { root entity C { id id: uuid } } value V { c: ref C  d: ref A.C } }',
      ),
    ).toEqual(['A.C = aggregate:A.C', 'C = aggregate:A.C']);
  });
});

describe('contexts in several blocks', () => {
  const files = {
    'a.arch': 'context A { vision "x"  team T  value V { i: int32 } }\nteam T',
    'b.arch': 'context A { service S { api X: rest { GET "/" get(): V } } }',
  };

  it('are one set of members with one set of properties', () => {
    const model = modelFromTexts(files);
    expect(model.contexts).toHaveLength(1);
    expect(model.unresolved).toEqual([]);
    expect(model.services[0]?.team).toBe('team:T');
  });

  it('may give a property in one block only', () => {
    const model = modelFromTexts({ ...files, 'c.arch': 'context A { vision "y" }' });
    expect(model.problems.map(({ message }) => message)).toEqual([
      '`vision` of context `A` is already given in another block. Keep it in one of them.',
    ]);
  });
});

describe('derived relations', () => {
  const calls = (model: Model) => model.derivedRelations.map(({ id }) => id);

  it('make the callee, the publisher and the owner of a type upstream', () => {
    const model = modelFromTexts({
      'a.arch': `
        context A { service S { calls B.T  subscribes C.E }  value V { x: D.W } }
        context B { service T }
        context C { event E  service U { publishes E } }
        context D { value W { i: int32 } }`,
    });
    expect(calls(model)).toEqual(['relation:B->A', 'relation:C->A', 'relation:D->A']);
  });
});
