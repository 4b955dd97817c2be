import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatArch } from '../../src/language/formatter.js';
import { reportMarkdown } from '../../src/importers/report/markdown.js';
import { reportText } from '../../src/importers/report/text.js';
import { faultsOf, fixture, ImportedFolder, input, planned } from './support.js';

const golden = join(import.meta.dirname, 'golden');

/** The model of a document whose `paths` and `components` are given. */
function modelOf(body: string): string {
  const plan = planned(input(`openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\n${body}`));
  return plan.files.find(({ path }) => path.endsWith('.arch'))!.text;
}

describe('an OpenAPI document that somebody else wrote', () => {
  const folder = new ImportedFolder(fixture('library.openapi.yaml'));
  const [model = ''] = folder.plan.models;

  it('becomes a model', async () => {
    await expect(folder.files.get(model)).toMatchFileSnapshot(join(golden, 'library.arch'));
  });

  it('brings the settings with it that it was written in', async () => {
    const text = folder.files.get('archivolt.json');
    await expect(text).toMatchFileSnapshot(join(golden, 'library.archivolt.json'));
  });

  it('is reported on by pointer', async () => {
    const text = reportMarkdown(folder.plan.reports);
    await expect(text).toMatchFileSnapshot(join(golden, 'library.report.md'));
  });

  it('gives a formatted model without errors', () => {
    expect(faultsOf(folder)).toEqual([]);
    expect(formatArch(folder.files.get(model)!)).toBe(folder.files.get(model));
  });

  it('lies as contract and base where generating writes, byte for byte', () => {
    const { text } = fixture('library.openapi.yaml');
    const path = 'contracts/city-library/city-library-service/city-library.openapi.yaml';
    expect(folder.contract).toBe(path);
    expect(folder.files.get(path)).toBe(text);
    expect(folder.files.get(`.archivolt/base/${path}`)).toBe(text);
  });

  it('counts every value once', () => {
    const { counts, entries } = folder.plan.reports[0]!.coverage;
    const all = entries.reduce((sum, { values }) => sum + values, 0);
    expect(counts.modelled + counts.carried + counts.unsupported).toBe(all);
    expect(reportText(folder.plan.reports)).toContain(`${String(counts.modelled)} in the model`);
  });
});

describe('the model of a document', () => {
  it('names what has no name by method and path', () => {
    const text = modelOf(`paths:
  /v1/pets: { get: {}, post: {} }
  /v1/pets/{pet_id}: { get: {} }
  /v1/pets/{pet_id}/toys: { get: { operationId: 'pets/list-toys' } }`);
    expect(text).toContain('GET "/" getPets()');
    expect(text).toContain('POST "/" postPets()');
    expect(text).toContain('GET "/{pet_id}" getPetsByPetId(pet_id: string)');
    expect(text).toContain('GET "/{pet_id}/toys" petsListToys(pet_id: string)');
  });

  it('tells absent and null apart in all spellings of both', () => {
    const text = modelOf(`components:
  schemas:
    A:
      type: object
      required: [b, d, e]
      properties:
        b: { type: string }
        c: { type: string }
        d: { type: [string, "null"] }
        e: { anyOf: [{ $ref: '#/components/schemas/B' }, { type: "null" }] }
        f: { type: string, nullable: true }
    B: { type: object, properties: { x: { type: boolean } } }`);
    expect(text).toContain('b: string\n');
    expect(text).toContain('c: string?\n');
    expect(text).toContain('d: string | null\n');
    expect(text).toContain('e: B | null\n');
    expect(text).toContain('f: string | null?\n');
  });

  it('has no types that are called like the language’s own', () => {
    const text = modelOf(`components:
  schemas:
    string: { type: object, properties: { date: { $ref: '#/components/schemas/date' } } }
    date: { type: string, maxLength: 3 }
    context: { type: string, enum: [a] }`);
    expect(text).toContain('value StringType {\n    date: DateType?\n  }');
    expect(text).toContain('scalar DateType = string (maxLength 3)');
    expect(text).toContain('enum ContextType {');
  });

  it('keeps names apart that differ in case or underscores only', () => {
    const folder = new ImportedFolder(
      input(`openapi: 3.1.0
info: { title: Twins, version: "1" }
paths:
  /a: { get: { operationId: getA }, post: { operationId: get_a } }
components:
  schemas:
    Order: { type: string, maxLength: 1 }
    order: { type: string, maxLength: 2 }
    Both: { type: object, properties: { userId: { type: string }, user_id: { type: string } } }`),
    );
    expect(faultsOf(folder)).toEqual([]);
    const text = folder.files.get(folder.plan.models[0]!)!;
    expect(text).toContain('scalar order2 = string (maxLength 2)');
    expect(text).toContain('get_a2()');
    expect(text).not.toContain('user_id');
  });

  it('takes errors from responses, once for each status and body', () => {
    const text = modelOf(`paths:
  /a: { get: { responses: { '404': { description: No A. } } } }
  /b: { get: { responses: { '404': { description: No B. }, '503': { description: Busy. } } } }`);
    expect(text.match(/error \w+/g)).toEqual(['error NotFound', 'error ServiceUnavailable']);
    expect(text).toContain('GET "/b" getB() raises NotFound, ServiceUnavailable');
  });

  it('leaves out what HTTP has no meaning for, and says so', () => {
    const plan = planned(
      input(`openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /a:
    get: { requestBody: { content: { application/json: { schema: { type: string } } } } }`),
    );
    expect(plan.files.find(({ path }) => path.endsWith('.arch'))?.text).toContain('getA()');
    expect(plan.reports[0]?.coverage.entries).toContainEqual({
      kind: 'unsupported',
      at: '/paths/~1a/get/requestBody',
      values: 1,
      reason: 'HTTP gives a body no meaning here (RFC 9110).',
    });
  });

  it('follows references into files beside the document, and takes these along', () => {
    const plan = planned(
      input(
        `openapi: 3.1.0
info: { title: Split, version: "1" }
paths: { /a: { $ref: 'parts/a.yaml' } }`,
        'split.yaml',
        {
          'parts/a.yaml': `get: { operationId: readA, responses: { '200': { description: A, content:
 { application/json: { schema: { $ref: 'types.yaml#/A' } } } } } }`,
          'parts/types.yaml': 'A: { type: object, properties: { name: { type: string } } }',
        },
      ),
    );
    const texts = new Map(plan.files.map(({ path, text }) => [path, text]));
    expect(texts.get('split.arch')).toContain('GET "/" readA(): A');
    const folder = 'contracts/split/split-service';
    expect([...texts.keys()]).toContain(`${folder}/parts/types.yaml`);
    expect([...texts.keys()]).toContain(`${folder}/parts/a.yaml`);
  });

  it('claims nothing that another value would not change in the model', () => {
    const text = `{ "openapi": "3.1.0", "info": { "title": "Pets", "version": "1.0.0" },
      "paths": { "/pets": { "get": { "security": [{ "key": [] }], "responses": { "200": { "description": "Pets",
        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Kind" } } } } } } } },
      "components": {
        "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "X-Key", "description": "Ask us." } },
        "schemas": { "Kind": { "type": "string", "maxLength": 9, "default": "cat" } } } }`;
    const claimed = (at: string) =>
      planned(input(text)).reports[0]!.coverage.entries.find((entry) => entry.at === at)?.kind;
    const modelOf = (document: string) => {
      const folder = new ImportedFolder(input(document));
      return folder.files.get(folder.plan.models[0]!);
    };
    const modelled = modelOf(text);
    for (const [at, from, to, kind] of [
      ['/components/securitySchemes/key/description', 'Ask us.', 'Ask them.', 'carried'],
      ['/components/schemas/Kind/default', '"cat"', '"dog"', 'unsupported'],
    ] as const) {
      expect(modelOf(text.replace(from, to))).toBe(modelled);
      expect([at, claimed(at)]).toEqual([at, kind]);
    }
  });
});
