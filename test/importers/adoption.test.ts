import { describe, expect, it } from 'vitest';
import { changedLines, fixture, ImportedFolder, input } from './support.js';

const library = () => new ImportedFolder(fixture('library.openapi.yaml'));
const original = fixture('library.openapi.yaml').text;

function changes(folder: ImportedFolder): string[] {
  return changedLines(original, folder.files.get(folder.contract)!);
}

describe('the first generation after an import', () => {
  it('leaves the document as it is, and finds it in line with the model', () => {
    const folder = library();
    const [contract] = folder.generate();
    expect(contract).toMatchObject({ state: 'fresh', action: 'keep', conflicts: [] });
    expect(folder.files.get(folder.contract)).toBe(original);
  });

  it('calls a document without comments fresh', () => {
    const folder = new ImportedFolder(
      input('{"openapi":"3.1.0","info":{"title":"Tiny","version":"1"},"paths":{"/a":{"get":{}}}}'),
    );
    expect(folder.contract).toBe('contracts/tiny/tiny-service/tiny.openapi.json');
    expect(folder.generate()[0]).toMatchObject({ state: 'fresh', action: 'keep' });
  });
});

describe('a change of the model after an import', () => {
  it('is all that changes in the document, in the form that the document has', () => {
    const folder = library();
    folder.edit('to: email?', 'to: email');
    folder.edit('floor: int32?', 'floor: int32 (min 0)');
    folder.edit('branch: string? (length 2),\n', 'branch: string? (length 3),\n');
    folder.edit('(branch: string? (length 2), body', '(branch: string? (length 3), body');
    folder.edit('(min 1, max 100, example 50)', '(min 1, max 200, example 50)');
    folder.generate();
    expect(changes(folder)).toEqual([
      '- schema: { type: integer, format: int32, minimum: 1, maximum: 100, default: 20 }',
      '+ schema: { type: integer, format: int32, minimum: 1, maximum: 200, default: 20 }',
      '- Branch: { name: branch, in: query, schema: { type: string, minLength: 2, maxLength: 2 } }',
      '+ Branch: { name: branch, in: query, schema: { type: string, minLength: 3, maxLength: 3 } }',
      '- floor: { type: integer, format: int32 }',
      '+ floor: { type: integer, format: int32, "minimum": 0 }',
      '+ required:',
      '+ - floor',
      '+ required:',
      '+ - to',
    ]);
  });

  it('comes once: generating again changes nothing', () => {
    const folder = library();
    folder.edit(
      'GET "/ping" getPing()',
      'GET "/ping" getPing(): string\n      GET "/pong" pong(): Loan',
    );
    folder.generate();
    const after = folder.files.get(folder.contract)!;
    expect(after).toContain('  /v2/pong:');
    const [contract] = folder.generate();
    expect(contract).toMatchObject({ state: 'enriched', action: 'keep' });
    expect(folder.files.get(folder.contract)).toBe(after);
  });

  it('leaves no reference without a target', () => {
    const folder = library();
    folder.edit(
      'GET "/ping" getPing()',
      'GET "/ping" getPing()\n      PUT "/pong" pong(body: Loan)',
    );
    folder.generate();
    const text = folder.files.get(folder.contract)!;
    expect(text).toContain('$ref: "#/components/responses/BadRequest"');
    expect(text).toMatch(/\n {4}BadRequest:\n/);
  });

  it('takes what is deleted out of the document', () => {
    const folder = library();
    folder.edit('      GET "/ping" getPing()\n', '');
    folder.generate();
    const gone = changes(folder).filter((line) => !/^[+-] $/.test(line));
    expect(gone).toEqual([
      '- /v2/ping:',
      '- get:',
      '- responses:',
      "- '204': { description: Alive }",
      '- x-internal: true',
    ]);
  });

  it('keeps hand edits, and asks where both changed one place', () => {
    const folder = library();
    const path = folder.contract;
    folder.files.set(path, original.replace('Who has what.', 'Who has which book.'));
    folder.files.set(path, folder.files.get(path)!.replace('maximum: 100', 'maximum: 150'));
    folder.edit('max 100', 'max 200');
    folder.edit(
      'kind: string\n    @deprecated\n    sent: date?\n    address: string',
      'kind: string\n    @deprecated\n    sent: date?\n    address: string (minLength 1)',
    );
    const [contract] = folder.generate();
    expect(contract?.state).toBe('conflict');
    expect(contract?.conflicts).toMatchObject([
      { kind: 'both-changed', base: 100, mine: 150, model: 200 },
    ]);
    expect(folder.files.get(path)).toContain('Who has which book.');
    expect(folder.files.get(path)).toContain('maximum: 150');
    expect(folder.files.get(path)).toContain('address: { type: string, "minLength": 1 }');
    // The conflict stays until somebody decides.
    expect(folder.generate()[0]?.conflicts).toHaveLength(1);
    expect(folder.generate(() => 'model')[0]?.conflicts).toHaveLength(0);
    expect(folder.files.get(path)).toContain('maximum: 200');
    expect(folder.generate()[0]).toMatchObject({ state: 'enriched', action: 'keep' });
  });

  it('sees a hand edit of the contract itself as drift', () => {
    const folder = library();
    folder.files.set(folder.contract, original.replace('maximum: 100', 'maximum: 150'));
    expect(folder.generate()[0]).toMatchObject({ state: 'drifted', action: 'keep' });
  });
});
