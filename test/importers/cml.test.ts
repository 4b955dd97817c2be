import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatArch } from '../../src/language/formatter.js';
import { reportMarkdown } from '../../src/importers/report/markdown.js';
import { faultsOf, fixture, ImportedFolder, input } from './support.js';

const golden = join(import.meta.dirname, 'golden');

function imported(text: string, beside: Readonly<Record<string, string>> = {}): ImportedFolder {
  return new ImportedFolder(input(text, 'model.cml', beside));
}

function texts(folder: ImportedFolder): string {
  return folder.plan.models.map((path) => folder.files.get(path)).join('\n');
}

describe('a Context Mapper model', () => {
  const folder = new ImportedFolder(fixture('theatre.cml'));

  it('becomes a model', async () => {
    const all = folder.plan.models.map((path) => `// ${path}\n${folder.files.get(path)!}`);
    await expect(all.join('\n')).toMatchFileSnapshot(join(golden, 'theatre.arch'));
  });

  it('is reported on by line', async () => {
    const text = reportMarkdown(folder.plan.reports, folder.plan.remarks);
    await expect(text).toMatchFileSnapshot(join(golden, 'theatre.report.md'));
  });

  it('gives formatted texts without errors', () => {
    expect(faultsOf(folder)).toEqual([]);
    for (const path of folder.plan.models) {
      expect(formatArch(folder.files.get(path)!)).toBe(folder.files.get(path));
    }
  });

  it('keeps what our rules call an error, accepted in plain sight', () => {
    expect(texts(folder)).toContain(
      '@accept(customer-supplier-conflict, because: "It is so in the imported document.")\n  Stage [S] -> [C, CF] Marketing',
    );
    expect(folder.plan.remarks).toHaveLength(1);
  });
});

describe('relations of Context Mapper', () => {
  const relation = (text: string) =>
    texts(
      imported(`ContextMap M { contains A, B ${text} }
BoundedContext A { Aggregate X }
BoundedContext B`),
    )
      .split('\n')
      .find((line) => /->|<->/.test(line))
      ?.trim();

  it.each([
    ['A [U]->[D] B', 'A -> B'],
    ['A [U,OHS,PL]->[D,ACL] B', 'A [OHS, PL] -> [ACL] B'],
    ['A [D,CF]<-[U,OHS] B', 'B [OHS] -> [CF] A'],
    ['A [OHS] Upstream-Downstream [CF] B', 'A [OHS] -> [CF] B'],
    ['A Downstream-Upstream B', 'B -> A'],
    ['A Customer-Supplier B', 'B [S] -> [C] A'],
    ['A [PL]Supplier-Customer[ACL] B', 'A [S, PL] -> [C, ACL] B'],
    ['A [P]<->[P] B', 'A <-> B : partnership'],
    ['[P] A <-> [P] B', 'A <-> B : partnership'],
    ['A [SK]<->[SK] B', 'A <-> B : shared-kernel'],
    ['A <-> B', 'A <-> B : shared-kernel'],
    ['A Partnership B : Close', 'A <-> B : partnership "Close"'],
    ['A -> B { exposedAggregates X }', 'A -> B {'],
  ])('%s', (text, expected) => {
    expect(relation(text)).toBe(expected);
  });
});

describe('a Context Mapper file', () => {
  it('is known by its name or by how it begins', () => {
    expect(texts(new ImportedFolder(input('BoundedContext A', 'x.txt')))).toBe('context A\n');
    expect(texts(new ImportedFolder(input('/* a */ // b\nDomain D', 'x')))).toBe('domain D\n');
  });

  it('brings the files with it that it imports from its folder', () => {
    const folder = imported('import "./a/b.cml"\nimport "../out.cml"\nBoundedContext A', {
      'a/b.cml': 'import "c.cml"\nBoundedContext B',
      'a/c.cml': 'import "b.cml"\nimport "c.cml"\nBoundedContext C',
    });
    expect(texts(folder).match(/context \w/g)).toEqual(['context A', 'context B', 'context C']);
    expect(folder.plan.reports[0]?.coverage.entries).toContainEqual({
      kind: 'unsupported',
      at: 'line 2',
      values: 1,
      reason: 'The file `../out.cml` is not there, or lies elsewhere.',
    });
  });

  it.each([
    ['BoundedContext A {\n  Aggregate B {', '2'],
    ['BoundedContext A {\n type = "open', '2'],
    ['UseCase A {\n { }', '1'],
  ])('is refused where it is not closed: %j', (text, line) => {
    expect(() => imported(text)).toThrow(/not closed/);
    try {
      imported(text);
    } catch (failure) {
      expect(failure).toMatchObject({ line: Number(line), file: 'model.cml' });
    }
  });

  it('may be cut off or mixed anywhere, and is imported or refused', () => {
    const { text } = fixture('theatre.cml');
    const words = text.split(/(\s+)/);
    for (let n = 0; n < 150; n++) {
      const at = (n * 7919) % words.length;
      const mixed = [...words.slice(0, at), ...words.slice(at + 1 + (n % 3)), words[at] ?? ''];
      let folder: ImportedFolder;
      try {
        folder = imported(mixed.join(''));
      } catch (failure) {
        expect((failure as Error).message).toMatch(/not closed/);
        continue;
      }
      expect(faultsOf(folder)).toEqual([]);
    }
  });
});
