import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWire, type Wire } from './wire-client.js';

/** Rounds of the bounded run; `ARCHIVOLT_FUZZ=2000` makes a long one. */
const rounds = Number(process.env['ARCHIVOLT_FUZZ'] ?? 60);
const seed = Number(process.env['ARCHIVOLT_FUZZ_SEED'] ?? 20_261_124);

const root = join(import.meta.dirname, '../..');
const reference = readFileSync(join(root, 'test/fixtures/reference.arch'), 'utf8');
const pieces = [
  '{',
  '}',
  '(',
  '"',
  '"""',
  '/*',
  '*/',
  '//',
  '@',
  '@accept(',
  '->',
  '<->',
  '[OHS',
  '*',
  '.',
  '..',
  '__proto__',
  'constructor',
  'toString',
  '</script>',
  '../../x',
  '\u202e',
  '\u200b',
  '\ud800',
  '\u0000',
  '\r\n',
  'context',
  'service __proto__ {',
  'calls A.B.C.D.E',
  'event constructor { a: b[][]?|null }',
  '9999999999999999999999',
  '1e999',
  '99.999999999999%',
  '2026-99-99',
  'é',
  '名前',
  // What is recognised as a mistake, and read as something else.
  'enum E = a | b',
  'union U { A B',
  'A => B (OHS)',
  '[OHS PL',
  'List<string',
  'Map<a, List<b>>',
  "'one'",
  '\n# two',
  '99,9%',
  'step 1:',
  'import "x"',
  'GET /x/{id} y(',
  '100 per second',
  'vision Take an order',
  'microservice X {',
  'p99: 200ms',
  'store X',
  'api X {',
  'subdomain X',
  '→',
];

/** A small generator of its own, so that a failure can be had again by its seed (mulberry32). */
function random(state: number): () => number {
  let now = state;
  return () => {
    now = (now + 0x6d2b79f5) | 0;
    let t = Math.imul(now ^ (now >>> 15), 1 | now);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const next = random(seed);
const below = (limit: number) => Math.floor(next() * limit);

function mutated(text: string): string {
  let result = text;
  for (let times = 1 + below(4); times > 0; times--) {
    const at = below(result.length + 1);
    const length = below(80);
    switch (below(4)) {
      case 0:
        result = result.slice(0, at) + result.slice(at + length);
        break;
      case 1:
        result = result.slice(0, at) + (pieces[below(pieces.length)] ?? '') + result.slice(at);
        break;
      case 2: {
        const from = below(result.length + 1);
        result = result.slice(0, at) + result.slice(from, from + length) + result.slice(at);
        break;
      }
      default:
        result = result.slice(0, at);
    }
    if (result.length > 40_000) result = result.slice(0, 40_000);
  }
  return result;
}

const positioned = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/typeDefinition',
  'textDocument/documentHighlight',
  'textDocument/prepareRename',
  'textDocument/signatureHelp',
  'textDocument/prepareCallHierarchy',
];
const whole = [
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/formatting',
  'textDocument/semanticTokens/full',
  'textDocument/codeLens',
  'textDocument/documentLink',
];
const options = { tabSize: 2, insertSpaces: true };

let wire: Wire;
beforeAll(async () => {
  wire = await startWire({ 'a.arch': reference, 'b.arch': 'context B { service S }' });
  await wire.open('a.arch', reference);
});
afterAll(async () => {
  await wire.stop();
});

describe('the language server', () => {
  it(
    `answers whatever the text is (seed ${String(seed)})`,
    async () => {
      let text = reference;
      const failures: string[] = [];
      const ask = async (method: string, request: Promise<unknown>) => {
        await request.catch((error: unknown) => {
          failures.push(`${method}: ${String(error)} in ${JSON.stringify(text.slice(0, 400))}`);
        });
      };
      for (let round = 0; round < rounds && failures.length === 0; round++) {
        text = round % 8 === 0 ? mutated(reference) : mutated(text);
        await wire.change('a.arch', text);
        const textDocument = { uri: wire.uri('a.arch') };
        const offset = below(text.length + 1);
        const requests = [
          ...positioned.map((method) => ask(method, wire.at(method, 'a.arch', offset))),
          ...whole.map((method) =>
            ask(method, wire.client.sendRequest(method, { textDocument, options })),
          ),
          ask(
            'references',
            wire.at('textDocument/references', 'a.arch', offset, {
              context: { includeDeclaration: true },
            }),
          ),
          ask(
            'inlayHint',
            wire.client.sendRequest('textDocument/inlayHint', {
              textDocument,
              range: { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } },
            }),
          ),
          ask(
            'codeAction',
            wire.client.sendRequest('textDocument/codeAction', {
              textDocument,
              range: { start: { line: 3, character: 0 }, end: { line: 9, character: 3 } },
              context: { diagnostics: [] },
            }),
          ),
          ask(
            'selectionRange',
            wire.client.sendRequest('textDocument/selectionRange', {
              textDocument,
              positions: [{ line: below(40), character: below(30) }],
            }),
          ),
        ];
        await Promise.all(requests);
      }
      expect(failures).toEqual([]);
      expect(wire.isAlive()).toBe(true);
      expect(wire.log.filter((line) => /failed|error/i.test(line))).toEqual([]);
      // After all that it still tells right from wrong.
      await wire.change('a.arch', 'context A { service T { calls B.S.missing } }');
      await wire.eventually('a finding', () =>
        wire.diagnostics
          .get(wire.uri('a.arch'))
          ?.some(({ code }) => code === 'unresolved-reference'),
      );
      const crashed = [...wire.diagnostics.values()]
        .flat()
        .filter(({ message }) => message.includes('fault of Archivolt'));
      expect(crashed).toEqual([]);
    },
    60_000 + rounds * 1000,
  );

  it('survives requests about nothing, and cancelled ones', async () => {
    const unknown = { textDocument: { uri: wire.uri('nowhere.arch') } };
    const place = { position: { line: 1_000_000, character: 1_000_000 } };
    for (const method of [...positioned, ...whole]) {
      await wire.client.sendRequest(method, { ...unknown, ...place, options });
    }
    await expect(wire.client.sendRequest('no/such/method', {})).rejects.toThrow();
    expect(wire.isAlive()).toBe(true);
  });
});
