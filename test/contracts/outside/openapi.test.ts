import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tool, variants, writeAll, type Written } from '../cases.js';

const run = promisify(execFile);
const minutes = 60_000;

interface Report {
  readonly problems: readonly unknown[];
}

/** Linters end with a failure when they find something; what they print counts. */
async function output(name: string, args: readonly string[], cwd: string): Promise<string> {
  const options = { cwd, maxBuffer: 1 << 28, env: { ...process.env, REDOCLY_TELEMETRY: 'off' } };
  return run(tool(name), args, options).then(
    (done) => done.stdout,
    (reason: unknown) => {
      const { stdout = '', stderr = '' } = reason as { stdout?: string; stderr?: string };
      return `${stdout}${stderr}failed`;
    },
  );
}

describe('linters of OpenAPI and AsyncAPI', () => {
  let written: Written;
  const files = (...kinds: string[]) =>
    written.documents
      .filter((document) => kinds.includes(document.kind))
      .map((document) => relative(written.folder, document.file));

  beforeAll(() => {
    written = writeAll(variants);
    writeFileSync(
      join(written.folder, 'redocly.yaml'),
      'extends: [recommended-strict]\ntelemetry: off\n',
    );
    // The newest AsyncAPI is 3.1.0; contracts are 3.0.0 unless asked otherwise, as tools expect.
    writeFileSync(
      join(written.folder, 'spectral.yaml'),
      'extends: ["spectral:oas", "spectral:asyncapi"]\nrules:\n  asyncapi-latest-version: off\n',
    );
  });
  afterAll(() => rmSync(written.folder, { recursive: true, force: true }));

  it('Redocly, recommended-strict, finds nothing', { timeout: 6 * minutes }, async () => {
    const args = ['lint', '--config', 'redocly.yaml', '--format', 'json', ...files('openapi')];
    const text = await output('redocly', args, written.folder);
    // One JSON document for each file, one behind the other.
    const reports = text.split(/(?<=^\})(?=\{$)/m).map((part) => JSON.parse(part) as Report);
    expect(reports.length).toBe(files('openapi').length);
    expect(reports.flatMap((report) => report.problems)).toEqual([]);
  });

  it('Spectral finds nothing, hints included', { timeout: 6 * minutes }, async () => {
    const args = [
      'lint',
      '--ruleset',
      'spectral.yaml',
      '--fail-severity',
      'hint',
      '--format',
      'text',
    ];
    const linted = files('openapi', 'asyncapi');
    expect(linted.length).toBeGreaterThan(30);
    const text = await output('spectral', [...args, ...linted], written.folder);
    expect(text.trim()).toBe("No results with a severity of 'hint' or higher found!");
  });
});
