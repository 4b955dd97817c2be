import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ModelWorkspace } from '../../src/model/workspace.js';
import { defaultRuleConfiguration } from '../../src/rules/configuration.js';
import { check, checkFile } from '../../src/rules/engine.js';
import type { Finding } from '../../src/rules/finding.js';
import { fullSeverity } from '../../src/rules/full-severity.js';
import { allRules } from '../../src/rules/generated/index.js';
import type { AnyRule } from '../../src/rules/rule.js';
import { inManyFiles } from './in-many-files.js';

const root = join(import.meta.dirname, '../..');
const today = '2026-11-24';

/** Every example of every rule's page, and the models that use the whole language. */
const texts = [
  ...readdirSync(join(root, 'src/rules'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => [
      ...readFileSync(join(root, 'src/rules', name), 'utf8').matchAll(/```arch\n([\s\S]*?)```/g),
    ])
    .map((match) => match[1] ?? ''),
  ...['test/fixtures/reference.arch', 'test/golden/every-feature/model.arch'].map((name) =>
    readFileSync(join(root, name), 'utf8'),
  ),
  'context A { @foo vision "x" enum E { @foo a } service S { @foo replicas 2 } }',
];

const workspaces = texts.map((text) => {
  const workspace = new ModelWorkspace();
  for (const [file, part] of Object.entries(inManyFiles(text))) workspace.update(file, part);
  return workspace;
});

function said(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ rule }) => rule !== 'syntax' && rule !== 'unused-exception')
    .map(
      ({ severity, span, what }) => `${span.file}:${String(span.start.line)} ${severity} ${what}`,
    )
    .sort();
}

function inParts(workspace: ModelWorkspace, rule: AnyRule): Finding[] {
  const isFull = fullSeverity(workspace.model, defaultRuleConfiguration);
  return workspace.files.flatMap((file) => {
    const model = workspace.modelOf(file);
    return model ? checkFile({ model, file, rules: [rule], today, earlier: [], isFull }) : [];
  });
}

describe('a rule of file scope finds file by file what it finds in the whole', () => {
  const local = allRules.filter(({ scope }) => scope === 'file');

  it.each(local.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    let found = 0;
    for (const workspace of workspaces) {
      const whole = check({ model: workspace.model, rules: [rule], today });
      found += said(whole).length;
      expect(said(inParts(workspace, rule))).toEqual(said(whole));
    }
    expect(found).toBeGreaterThan(0);
  });
});
