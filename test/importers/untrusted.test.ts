import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../../src/importers/document.js';
import { reportMarkdown } from '../../src/importers/report/markdown.js';
import { reportText } from '../../src/importers/report/text.js';
import { faultsOf, ImportedFolder, input, planned } from './support.js';

function complaint(text: string): string {
  try {
    planned(input(text));
  } catch (failure) {
    if (failure instanceof UnreadableDocument) return `${String(failure.line)}: ${failure.message}`;
    throw failure;
  }
  return 'none';
}

const head = 'openapi: 3.1.0\ninfo: { title: Trap, version: "1" }\n';

describe('a document that cannot be imported', () => {
  it.each([
    ['a: [1,\nb', /^\d+: /],
    ['{ "openapi": "3.1.0"', /^1: /],
    ['', /^1: This is no OpenAPI or AsyncAPI document/],
    ['- 1', /^1: This is no OpenAPI or AsyncAPI document/],
    ['swagger: "2.0"', /swagger2openapi/],
    ['openapi: 4.0.0', /`openapi: 4\.0\.0` is a version that is not read/],
    ['title: x', /neither an OpenAPI nor an AsyncAPI/],
    [`${head}x: 1\nx: 2`, /^4: .*unique/],
  ])('is refused with its place: %j', (text, message) => {
    expect(complaint(text)).toMatch(message);
  });

  it('may be a bomb of aliases', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n < 10; n++) {
      const aliases = new Array<string>(9).fill(`*a${String(n - 1)}`).join(', ');
      lines.push(`a${String(n)}: &a${String(n)} [${aliases}]`);
    }
    expect(complaint(head + lines.join('\n'))).toMatch(/alias/i);
  });

  it('may nest a hundred thousand deep', () => {
    const deep = (open: string, close: string) => open.repeat(100_000) + close.repeat(100_000);
    expect(complaint(`{"openapi":"3.1.0","x":${deep('[', ']')}}`)).toMatch(/nests too deeply/);
    expect(complaint(`${head}x: ${deep('{a: ', '}')}`)).toMatch(/nests too deeply/);
  });
});

describe('a document that means no good', () => {
  const evil = (body: string) => new ImportedFolder(input(head + body));
  const modelOf = (folder: ImportedFolder) => folder.files.get(folder.plan.models[0]!)!;

  it('cannot break out of texts, comments and names', () => {
    const words = '*/ } context Evil { /* " \\" """ \\u0000 \u2028 \ud800 </script> ${x}';
    const folder = evil(
      `tags: []
paths:
  ${JSON.stringify(`/x${words}`)}:
    get:
      operationId: ${JSON.stringify(words)}
      summary: ${JSON.stringify(words)}
      description: ${JSON.stringify(`${words}\n${words}`)}
      parameters: [{ name: ${JSON.stringify(words)}, in: query, description: ${JSON.stringify(words)}, schema: { type: string, pattern: ${JSON.stringify(words)}, default: ${JSON.stringify(words)} } }]
components:
  schemas:
    ${JSON.stringify(words)}: { title: ${JSON.stringify(words)}, type: object, properties: { ${JSON.stringify(words)}: { type: string, format: ${JSON.stringify(words)} } } }`,
    );
    expect(faultsOf(folder)).toEqual([]);
    const { contexts } = folder.project.model;
    expect(contexts.map(({ name }) => name)).toEqual(['Trap']);
  });

  it('cannot reach into prototypes', () => {
    const folder = evil(`paths: { /a: { get: { operationId: constructor, responses: { '200': {
  description: x, content: { application/json: { schema: { $ref: '#/components/schemas/__proto__' } } } } } } } }
components:
  schemas:
    __proto__: { type: object, required: [__proto__], properties: { __proto__: { type: string }, constructor: { $ref: '#/components/schemas/toString' }, hasOwnProperty: { $ref: '#/constructor' } } }
    toString: { type: string, maxLength: 3 }`);
    expect(faultsOf(folder)).toEqual([]);
    expect(modelOf(folder)).toContain('value __proto__ {\n    __proto__: string\n');
    expect(modelOf(folder)).toContain('GET "/" constructor(): __proto__');
  });

  it('cannot lead out of its folder, nor onto the network', () => {
    const asked: string[] = [];
    const refs = [
      '../secret.yaml#/x',
      '/etc/passwd',
      'a/../../secret.yaml',
      'C:\\secret.yaml',
      'file:///etc/passwd',
      'http://evil.example/x.yaml',
      '//evil.example/x.yaml',
      'a%2F..%2F..%2Fsecret.yaml',
      'inside.yaml#/x',
    ];
    const schemas = refs.map((ref, n) => `S${String(n)}: { $ref: ${JSON.stringify(ref)} }`);
    const plan = planned({
      name: 'trap.yaml',
      text: `${head}components: { schemas: { ${schemas.join(', ')} } }`,
      read: (path) => {
        asked.push(path);
        return undefined;
      },
    });
    expect(asked).toEqual(['inside.yaml']);
    const reasons = plan.reports[0]!.coverage.entries.flatMap(({ reason }) => reason ?? []);
    expect(reasons).toHaveLength(refs.length);
    expect(plan.files.map(({ path }) => path).filter((path) => path.includes('..'))).toEqual([]);
  });

  it('may refer to itself in every way', () => {
    const folder =
      evil(`paths: { /a: { $ref: '#/paths/~1a' }, /b: { get: { parameters: [{ $ref: '#/paths/~1b/get/parameters/0' }], responses: { '200': { $ref: '#/components/responses/R' } } } } }
components:
  responses: { R: { $ref: '#/components/responses/R' } }
  schemas:
    A: { $ref: '#/components/schemas/B' }
    B: { $ref: '#/components/schemas/A' }
    C: { allOf: [{ $ref: '#/components/schemas/C' }] }
    D: { type: array, items: { $ref: '#/components/schemas/D' } }
    E: { oneOf: [{ $ref: '#/components/schemas/E' }, { type: 'null' }] }
    F: { type: object, properties: { f: { $ref: '#/components/schemas/F' } } }
    G: { oneOf: [{ $ref: '#/components/schemas/F' }, { $ref: '#/components/schemas/G' }] }
    H: { allOf: [{ $ref: '#/components/schemas/H' }, { properties: { h: { $ref: '#/components/schemas/H' } } }] }
    I: { additionalProperties: { $ref: '#/components/schemas/I' } }`);
    expect(faultsOf(folder)).toEqual([]);
    expect(folder.generate()[0]).toMatchObject({ action: 'keep' });
  });

  it('does not reach the terminal or the preview with control characters and HTML', () => {
    const plan = planned(
      input(
        `${head}components: { schemas: { A: { $ref: "\\u001b[31m<img src=x onerror=alert(1)>\\u202e" } } }`,
      ),
    );
    expect(reportText(plan.reports)).not.toMatch(/\u001b|\u202e/);
    expect(reportMarkdown(plan.reports)).not.toMatch(/\u001b|\u202e/);
    expect(reportMarkdown(plan.reports).replace(/`[^`]*`/g, '')).not.toContain('<img');
  });
});
