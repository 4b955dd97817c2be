import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandLine, folderWith } from './support/run.js';

const root = join(import.meta.dirname, '../..');
let archivolt: Awaited<ReturnType<typeof commandLine>>;

beforeAll(async () => {
  archivolt = await commandLine();
});

const cycle = 'context A {\n  service S { calls T }\n  service T { calls S }\n}\n';
const clean = 'context Sales { value Price {} }\n';

describe('archivolt check', () => {
  it('ends with 0 where nothing fails, 1 where findings do, and says so on stdout', () => {
    expect(archivolt(folderWith({ 'a.arch': clean }), 'check')).toEqual({
      status: 0,
      stdout: '1 file, 0 services in 1 model: no findings\n',
      stderr: '',
    });
    const failing = archivolt(folderWith({ 'a.arch': cycle }), 'check');
    expect(failing.status).toBe(1);
    expect(failing.stdout).toContain('a.arch:2:21 error sync-cycle\n');
    expect(failing.stdout).toContain('> 2 |   service S { calls T }');
    expect(failing.stderr).toBe('');
  });

  it('takes the severity that fails from --fail-on', () => {
    const folder = folderWith({ 'a.arch': 'context A { event ShipOrder }' });
    expect(archivolt(folder, 'check').status).toBe(0);
    expect(archivolt(folder, 'check', '--fail-on', 'warning').status).toBe(1);
    expect(archivolt(folderWith({ 'a.arch': cycle }), 'check', '--fail-on', 'never').status).toBe(
      0,
    );
  });

  it('ends with 2 and one clear line for wrong usage, input or configuration', () => {
    const folder = folderWith({
      'a.arch': clean,
      'b/archivolt.json': '{\n  "rules": { "sync-cycl": "off" }\n}',
      'b/b.arch': clean,
    });
    const lineOf = (...args: string[]) => {
      const { status, stderr, stdout } = archivolt(folder, ...args);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      const [line, ...more] = stderr.split('\n');
      expect(more).toEqual(['']);
      return line;
    };
    expect(lineOf('check', 'missing')).toBe('archivolt: missing: no such file or folder.');
    expect(lineOf('check', '--rule', 'sync-cycl')).toBe(
      'archivolt: There is no rule sync-cycl. Did you mean sync-cycle?',
    );
    expect(lineOf('check', 'b')).toBe(
      'archivolt: b/archivolt.json:2:14: There is no rule `sync-cycl`. Did you mean `sync-cycle`?',
    );
    expect(lineOf('check', '--format', 'jsno')).toContain("'jsno' is invalid");
    expect(lineOf('chekc')).toMatch(/^archivolt: unknown command 'chekc' .*check/);
    expect(lineOf('check', '--nope')).toMatch(/^archivolt: unknown option '--nope'/);
    expect(lineOf('explain')).toMatch(/^archivolt: missing required argument 'rule'/);
    expect(lineOf('baseline')).toMatch(/^archivolt: Say `archivolt baseline create`/);
    expect(lineOf('baseline', 'prnue')).toMatch(/^archivolt: There is no `baseline prnue`/);
    expect(lineOf('chekc')).toContain("unknown command 'chekc'");
  });

  it('ends with 2 and one clear line where it cannot write', () => {
    const folder = folderWith({
      'a.arch': clean,
      file: '',
      'folder.svg/x': '',
      'b/a.arch': cycle,
      'b/.archivolt': '',
    });
    const lineOf = (...args: string[]) => {
      const { status, stderr, stdout } = archivolt(folder, ...args);
      return [status, stdout, stderr];
    };
    const said = (line: string) => [2, '', `archivolt: ${line}.\n`];
    expect(lineOf('map', '-o', 'folder.svg', 'a.arch')).toEqual(
      said('folder.svg: the file cannot be written (a folder of that name is in the way)'),
    );
    expect(lineOf('map', '-o', 'file/x.svg', 'a.arch')).toEqual(
      said('file/x.svg: the file cannot be written (a file is in the way of its folder)'),
    );
    expect(lineOf('init', 'file')).toEqual(
      said('file/archivolt.json: the file cannot be written (a file is in the way of its folder)'),
    );
    expect(lineOf('baseline', 'create', 'b')[0]).toBe(2);
    const blocked = lineOf('generate', 'b');
    expect(blocked[0]).toBe(2);
    expect(blocked[2]).toMatch(/b\/\.archivolt: cannot be written \(a file is in the way/);
  });

  it('gives JSON that its published schema accepts, also for the examples', () => {
    const schema = JSON.parse(
      readFileSync(join(root, 'schemas/check.schema.json'), 'utf8'),
    ) as object;
    const ajv = new Ajv2020.default({ strict: true, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    const folder = folderWith({
      'a.arch': `${cycle}@accept(event-past-tense, because: "old", until: 2099-01-01)\ncontext B { event ShipOrder }`,
    });
    for (const [cwd, ...args] of [
      [folder],
      [root, 'examples/online-boutique'],
      [root, 'examples'],
    ] as const) {
      const { stdout } = archivolt(cwd, 'check', ...args, '--format', 'json');
      validate(JSON.parse(stdout));
      expect(validate.errors).toBeNull();
    }
    const { models } = JSON.parse(archivolt(folder, 'check', '--format', 'json').stdout) as {
      models: {
        summary: object;
        findings: { rule: string; elements: string[]; accepted?: object }[];
      }[];
    };
    expect(models[0]?.summary).toMatchObject({ error: 1, accepted: 1 });
    expect(models[0]?.findings.find(({ rule }) => rule === 'sync-cycle')?.elements).toEqual([
      'service:A.S',
      'service:A.T',
    ]);
  });

  it('keeps model roots apart', () => {
    const folder = folderWith({
      'x/archivolt.json': '{}',
      'x/a.arch': clean,
      'y/archivolt.json': '{ "exclude": ["old/**"] }',
      'y/b.arch': 'context Billing { value Invoice { price: Sales.Price } }',
      'y/old/c.arch': clean,
    });
    const { models } = JSON.parse(archivolt(folder, 'check', '--format', 'json').stdout) as {
      models: { root: string; findings: { rule: string }[] }[];
    };
    expect(
      models.map(({ root: name, findings }) => [name, findings.map(({ rule }) => rule)]),
    ).toEqual([
      ['x', []],
      ['y', ['unresolved-reference']],
    ]);
  });

  it('reads the model around a folder, but not around one that models skip', () => {
    const folder = folderWith({
      'archivolt.json': '{}',
      'a.arch': clean,
      'inside/b.arch': 'context Billing { value Invoice { price: Sales.Price } }',
      '.trees/other/b.arch': 'context Billing { value Invoice { price: Sales.Price } }',
    });
    const read = (path: string) => {
      const { stdout } = archivolt(folder, 'check', path, '--format', 'json');
      const { models } = JSON.parse(stdout) as { models: { root: string; files: number }[] };
      return models.map(({ root, files }) => [root, files]);
    };
    expect(read('inside')).toEqual([['.', 2]]);
    expect(read('.trees/other')).toEqual([['.trees/other', 1]]);
  });

  it('does not let a model drive the terminal', () => {
    const { stdout } = archivolt(
      folderWith({ 'a.arch': 'context A {\n  // \u001b[2J\n  service S { calls X } }' }),
      'check',
    );
    expect(stdout).not.toContain('\u001b');
  });
});

describe('other commands', () => {
  it('init writes a model that check and format are content with, and never overwrites', () => {
    const folder = folderWith({});
    expect(archivolt(folder, 'init').status).toBe(0);
    expect(archivolt(folder, 'check', '--fail-on', 'info').status).toBe(0);
    expect(archivolt(folder, 'format', '--check').status).toBe(0);
    expect(archivolt(folder, 'init').status).toBe(2);
  });

  it('format --check fails until format has run', () => {
    const folder = folderWith({ 'a.arch': 'context   A{}' });
    expect(archivolt(folder, 'format', '--check').status).toBe(1);
    expect(archivolt(folder, 'format').status).toBe(0);
    expect(readFileSync(join(folder, 'a.arch'), 'utf8')).toBe('context A {}\n');
    expect(archivolt(folder, 'format', '--check').status).toBe(0);
  });

  it('keeps who may read a file that it formats, and never replaces a link', () => {
    const folder = folderWith({ 'a.arch': 'context   A { }' });
    const elsewhere = folderWith({ 'b.arch': 'context   B { }' });
    chmodSync(join(folder, 'a.arch'), 0o600);
    expect(archivolt(folder, 'format').status).toBe(0);
    expect(statSync(join(folder, 'a.arch')).mode & 0o777).toBe(0o600);
    symlinkSync(join(elsewhere, 'b.arch'), join(folder, 'b.arch'));
    const linked = archivolt(folder, 'format', 'b.arch');
    expect(linked.status).toBe(2);
    expect(linked.stderr).toContain('b.arch: is a link');
    expect(lstatSync(join(folder, 'b.arch')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(elsewhere, 'b.arch'), 'utf8')).toBe('context   B { }');
  });

  it('map draws SVG to stdout, the same bytes whatever the order of declarations', () => {
    const one = archivolt(
      folderWith({ 'a.arch': 'context A\ncontext B\ncontextmap M { A [OHS] -> [ACL] B }' }),
      'map',
    );
    const two = archivolt(
      folderWith({ 'z.arch': 'contextmap M { B [ACL] <- [OHS] A }\ncontext B\ncontext A' }),
      'map',
    );
    expect(one.stdout).toMatch(/^<svg /);
    expect(one.stdout).toContain('data-arch-id="context:A"');
    expect(two.stdout).toBe(one.stdout);
  });

  it('map draws a flow as a sequence diagram', () => {
    const flow = ['map', 'examples/bookshop', '--flow', 'PlaceOrder'];
    const mermaid = archivolt(root, ...flow, '--format', 'mermaid');
    expect(mermaid.stdout).toMatch(/sequenceDiagram\n.*actor p1 as Shopper/s);
    expect(mermaid.stdout).toContain('p2->>p3: 2. placeOrder');
    expect(archivolt(root, ...flow).stdout).toMatch(/^<svg .*Sequence diagram: A shopper pays/);
    const wrong = archivolt(root, ...flow, '--format', 'dot');
    expect(wrong).toMatchObject({ status: 2 });
    expect(wrong.stderr).toContain('Its formats are svg, png, pdf, mermaid.');
    const unknown = archivolt(root, 'map', 'examples/bookshop', '--flow', 'PlaceOrdre');
    expect(unknown).toMatchObject({ status: 2 });
    expect(unknown.stderr).toContain('Did you mean PlaceOrder?');
    expect(archivolt(root, ...flow, '--level', 'services').status).toBe(2);
  });

  it('rules lists them and explain shows a page', () => {
    expect(archivolt(root, 'rules').stdout).toContain('sync-cycle');
    expect(archivolt(root, 'explain', 'sync-cycle').stdout).toContain('# sync-cycle');
    expect(archivolt(root, 'explain', 'nothing').status).toBe(2);
  });

  it('prints version and help', () => {
    expect(archivolt(root, '--version')).toMatchObject({ status: 0, stdout: '0.1.0\n' });
    expect(archivolt(root, '--help').stdout).toContain('check');
  });
});
