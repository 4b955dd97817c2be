import { describe, expect, it } from 'vitest';
import type { Resolve } from '../../src/contracts/merge/conflict.js';
import { mergeDocument } from '../../src/contracts/merge/merge.js';
import { documentText } from '../../src/contracts/text/text.js';
import type { Tree } from '../../src/contracts/tree.js';

function merge(
  base: Tree | undefined,
  disk: string,
  model: Tree,
  resolve?: Resolve,
  format: 'yaml' | 'json' = 'yaml',
) {
  return mergeDocument({
    format,
    base: base === undefined ? undefined : documentText(base, format),
    disk,
    tree: model,
    text: documentText(model, format),
    ...(resolve ? { resolve } : {}),
  });
}

const base = {
  info: { title: 'Orders', description: 'Old' },
  paths: { '/orders': { get: { operationId: 'list', tags: ['a'] } } },
  components: {
    schemas: {
      Order: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
    },
  },
};
const text = documentText(base, 'yaml');

describe('a merge', () => {
  it('takes the model where nobody edited', () => {
    const model = { ...base, info: { title: 'Orders', description: 'New' } };
    const merged = merge(base, `# kept\n${text}`, model);
    expect(merged.text).toBe(`# kept\n${documentText(model, 'yaml')}`);
    expect(merged.conflicts).toEqual([]);
    expect(merged.base).toBe(documentText(model, 'yaml'));
  });

  it('keeps what only the team changed, to the byte', () => {
    const disk = text.replace('description: Old', "description:   'By hand'  # really");
    const merged = merge(base, disk, base);
    expect(merged.text).toBe(disk);
    expect(merged.handChanges).toEqual([
      { what: 'changed', pointer: '/info/description', line: 3, drifts: false },
    ]);
  });

  it('reports what both changed, with all three values and the line, and keeps the file', () => {
    const disk = text.replace('Old', 'Mine');
    const model = { ...base, info: { title: 'Orders', description: 'Model' } };
    const merged = merge(base, disk, model);
    expect(merged.text).toBe(disk);
    expect(merged.conflicts).toEqual([
      {
        kind: 'both-changed',
        pointer: '/info/description',
        base: 'Old',
        mine: 'Mine',
        model: 'Model',
        line: 3,
      },
    ]);
    // It comes again until somebody decides.
    expect(merge(base, merged.text, model).conflicts).toHaveLength(1);
    const mine = merge(base, disk, model, () => 'mine');
    expect(mine.text).toBe(disk);
    expect(merge(model, disk, model).conflicts).toEqual([]);
    expect(mine.base).toBe(documentText(model, 'yaml'));
    const theirs = merge(base, disk, model, () => 'model');
    expect(theirs.text).toBe(text.replace('Old', 'Model'));
  });

  it('asks before it deletes something with a comment', () => {
    const disk = text.replace(
      '          type: string',
      '          # never ever null\n          type: string',
    );
    const model = { ...base, components: { schemas: { Order: { type: 'object' } } } };
    const merged = merge(base, disk, model);
    expect(merged.conflicts.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
      'comment-deleted /components/schemas/Order/properties',
    ]);
    expect(merged.text).toContain('# never ever null');
    expect(merged.text).not.toContain('required');
    expect(merge(base, disk, model, () => 'model').text).toBe(
      text.slice(0, text.indexOf('      required')),
    );
  });

  it('matches parameters by place and name, and sets by their members', () => {
    const old: Tree = {
      parameters: [{ name: 'id', in: 'path' }, { $ref: '#/x' }],
      required: ['a', 'b'],
    };
    const disk =
      'required: [b, c, a]\nparameters:\n- $ref: "#/x"\n- name: id\n  in: path\n  description: By hand\n';
    const model: Tree = {
      parameters: [
        { name: 'id', in: 'path', required: true },
        { name: 'q', in: 'query' },
        { $ref: '#/x' },
      ],
      required: ['b', 'd'],
    };
    const merged = merge(old, disk, model);
    expect(merged.problem).toBeUndefined();
    expect(merged.conflicts).toEqual([]);
    expect(merged.text).toBe(
      'required: [b, "d", c]\nparameters:\n- $ref: "#/x"\n- name: id\n  in: path\n  required: true\n  description: By hand\n- name: q\n  in: query\n',
    );
  });

  it('merges JSON the same way', () => {
    const json = JSON.stringify(base, null, '\t').replace('"Old"', '"Mine"');
    const model = structuredClone(base) as typeof base & { x?: number };
    model.paths['/orders'].get.operationId = 'listOrders';
    model.components.schemas.Order.properties = {
      id: { type: 'string' },
      no: { type: 'integer' },
    } as never;
    const merged = merge(base, json, model, undefined, 'json');
    expect(merged.text).toBe(
      json
        .replace('"list"', '"listOrders"')
        .replace(
          '\t\t\t\t\t"id": {\n\t\t\t\t\t\t"type": "string"\n\t\t\t\t\t}',
          '\t\t\t\t\t"id": {\n\t\t\t\t\t\t"type": "string"\n\t\t\t\t\t},\n\t\t\t\t\t"no": {\n\t\t\t\t\t\t"type": "integer"\n\t\t\t\t\t}',
        ),
    );
  });

  it('adopts a file without a base: adds what is missing and overwrites nothing', () => {
    const disk = 'info:\n  title: Ours # by us\n';
    const merged = merge(undefined, disk, base);
    expect(merged.text.startsWith('info:\n  title: Ours # by us\n  description: Old\n')).toBe(true);
    expect(merged.text).toContain('paths:');
    expect(merged.conflicts.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
      'both-added /info/title',
    ]);
  });

  it('writes nothing where git left a conflict in the file, and says where', () => {
    const torn = 'openapi: "3.1.0"\n<<<<<<< HEAD\ninfo: a\n=======\ninfo: b\n>>>>>>> other\n';
    const merged = merge(base, torn, base);
    expect(merged.text).toBe(torn);
    expect(merged.problem).toMatchObject({
      message: 'Git left a conflict here. Settle it, and generate again.',
      line: 2,
    });
  });

  it('writes nothing where the file is no YAML', () => {
    const merged = merge(base, 'a: [1\nb: 2', base);
    expect(merged.text).toBe('a: [1\nb: 2');
    expect(merged.problem?.line).toBeGreaterThan(0);
  });
});
