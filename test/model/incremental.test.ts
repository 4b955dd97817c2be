import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { ElementSnapshot } from '../../src/model/incremental/element-table.js';
import type { Model } from '../../src/model/model.js';
import { ModelWorkspace } from '../../src/model/workspace.js';

/** Small texts that touch each other by name, team, broker, event and context block. */
const texts = [
  'context A { team T  service S { calls B.U  subscribes B.*  publishes E }  event E }',
  'context B { service U { api X: rest { GET "/" get(): A.V } }  event F  event G }',
  'context A { value V { i: int32 }  service S2 { calls S } }',
  'context A { team T2  value V { i: string } }',
  'team T\nteam T2\nbroker K: kafka',
  'team T2\nbroker K: kafka\nbroker L: nats',
  'domain D { core subdomain C }\ncontext C implements D.C { service S { subscribes * } }',
  'contextmap M { A -> B  B [OHS] -> [CF] C }',
  'context B { aggregate G { root entity G { id id: uuid } event F } service U }',
  'context A { service',
  '',
];
const files = ['a.arch', 'b.arch', 'c.arch', 'd/e.arch'];

const plain = (model: unknown) =>
  JSON.stringify(model, (_, value: unknown) =>
    value instanceof ElementSnapshot ? [...value.entries()].sort() : value,
  );

describe('an incremental model', () => {
  it('equals one built from nothing and leaves earlier ones as they were, after any sequence of edits, creations and deletions', () => {
    const edit = fc.record({
      file: fc.constantFrom(...files),
      text: fc.option(fc.constantFrom(...texts), { nil: undefined }),
      look: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (edits) => {
        const workspace = new ModelWorkspace();
        const current: Record<string, string> = {};
        const seen: { readonly model: Model; readonly text: string }[] = [];
        for (const { file, text, look } of edits) {
          workspace.update(file, text);
          if (text === undefined) Reflect.deleteProperty(current, file);
          else current[file] = text;
          // Looking in between makes the workspace link; not looking lets changes pile up.
          if (!look) continue;
          const { model } = workspace;
          expect(model.files).toEqual(Object.keys(current).sort());
          seen.push({ model, text: plain(model) });
        }
        for (const { model, text } of seen) expect(plain(model)).toBe(text);
        expect(plain(workspace.model)).toBe(plain(modelFromTexts(current)));
      }),
      { numRuns: 120 },
    );
  });

  it('is the same object until something changes', () => {
    const workspace = new ModelWorkspace();
    workspace.update('a.arch', 'team A');
    const { model } = workspace;
    workspace.update('a.arch', 'team A');
    expect(workspace.model).toBe(model);
  });
});
