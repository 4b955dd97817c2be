import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandLine, folderWith } from '../../cli/support/run.js';
import { tool } from '../../contracts/cases.js';

const before = `
context Pricing {
  value QuoteRequest { sku: string  count: int32? }
  value Quote { amount: int64  note: string?  grade: Grade }
  enum Grade { low high }
  service Quotes { api Grpc: grpc { version "1.0.0"
    rpc quote(QuoteRequest): Quote
    rpc watch(QuoteRequest): stream Quote
  } }
  service Shop { calls Quotes.Grpc }
}
`;

type Case = readonly [name: string, from: string, to: string];

/** Both say the same. */
const agreed: readonly Case[] = [
  ['nothing', 'sku: string', 'sku: string'],
  ['a new optional field of an answer', 'note: string?', 'note: string?  more: string?'],
  ['a removed field of an answer', 'note: string?', ''],
  ['another type of an answer', 'amount: int64', 'amount: string'],
  ['another type of a request', 'sku: string', 'sku: int64'],
  ['a removed rpc', 'rpc watch(QuoteRequest): stream Quote', ''],
  ['a stream that is one no more', 'stream Quote', 'Quote'],
  ['a renamed rpc', 'rpc quote', '@renamedFrom(quote) rpc ask'],
];

/** We say more, or less, than buf, and why. */
const exceptions: readonly (readonly [...Case, reason: string])[] = [
  [
    'a new value of a closed enum in an answer',
    'low high',
    'low high best',
    'Protobuf enums are open on the wire; a consumer of the model was promised a closed one.',
  ],
  [
    'a new required field of a request',
    'sku: string',
    'sku: string  currency: string',
    'Protobuf 3 has no required fields; the service demands it all the same.',
  ],
];

describe('buf breaking', () => {
  let archivolt: Awaited<ReturnType<typeof commandLine>>;
  beforeAll(async () => {
    archivolt = await commandLine();
  });

  /** Whether each of the two calls a change unsafe. */
  function verdicts(from: string, to: string): { readonly ours: boolean; readonly buf: boolean } {
    const old = folderWith({ 'a.arch': before, 'archivolt.json': '{}' });
    expect(archivolt(old, 'generate', '--only', 'proto').status).toBe(0);
    const now = folderWith({});
    cpSync(old, now, { recursive: true });
    writeFileSync(join(now, 'a.arch'), before.replace(from, to));
    expect(archivolt(now, 'generate', '--only', 'proto').status).toBe(0);
    const run = archivolt(now, 'review', old, now, '--format', 'json');
    const { contracts } = JSON.parse(run.stdout) as { contracts: { impact: string }[] };
    const { status } = spawnSync(
      tool('buf'),
      ['breaking', 'contracts', '--against', join(old, 'contracts')],
      { cwd: now, encoding: 'utf8' },
    );
    expect([0, 100]).toContain(status);
    return { ours: contracts.some(({ impact }) => impact !== 'info'), buf: status === 100 };
  }

  it.each(agreed)('agrees on %s', { timeout: 60_000 }, (_, from, to) => {
    const { ours, buf } = verdicts(from, to);
    expect(ours).toBe(buf);
  });

  it.each(exceptions)('does not agree on %s', { timeout: 60_000 }, (_, from, to, reason) => {
    const { ours, buf } = verdicts(from, to);
    expect(ours, reason).not.toBe(buf);
  });
});
