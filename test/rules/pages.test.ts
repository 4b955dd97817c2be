import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { allRules } from '../../src/rules/generated/index.js';
import { findingsOf } from './check.js';

const headings = ['Why', 'Incorrect', 'Correct', 'When to turn it off', 'Sources'];
const root = join(import.meta.dirname, '../../src/rules');

/** The `arch` fences below a heading. */
function fences(page: string, heading: string): string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/```arch\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
}

/** Findings of an example. One that compares has the revision before on top. */
function findingsOfExample(example: string) {
  const [before = '', after] = example.split('\n// after\n');
  if (after === undefined) return findingsOf(example);
  return findingsOf(after, { previous: modelFromTexts({ 'model.arch': before }) });
}

describe.each(allRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const file = join(root, rule.category, `${id}.md`);
  const page = existsSync(file) ? readFileSync(file, 'utf8') : '';

  it('has a page with every heading, and with its options', () => {
    expect(page.startsWith(`# ${id}\n`)).toBe(true);
    for (const heading of headings) expect(page).toContain(`\n## ${heading}\n`);
    for (const option of Object.keys(rule.options as object))
      expect(page).toContain(`\`${option}\``);
    for (const source of rule.sources) expect(page).toContain(source);
  });

  it('fires on its incorrect examples', () => {
    const examples = fences(page, 'Incorrect');
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const found = findingsOfExample(example);
      expect(found.filter((finding) => finding.rule === 'syntax')).toEqual([]);
      expect(found.map((finding) => finding.rule)).toContain(id);
    }
  });

  it('is silent on its correct examples', () => {
    const examples = fences(page, 'Correct');
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const found = findingsOfExample(example);
      expect(found.filter((finding) => finding.rule === 'syntax')).toEqual([]);
      expect(found.map((finding) => finding.rule)).not.toContain(id);
    }
  });

  it('says what is wrong, why it matters and what to do', () => {
    for (const message of Object.values(rule.messages as Record<string, Record<string, string>>)) {
      expect(message['what']).toMatch(/[.}]$/);
      expect(message['why']).not.toBe('');
      expect(message['remedy']).toMatch(/\.$/);
    }
  });
});

describe('the rule folders', () => {
  it('hold no page without a rule', () => {
    const known = new Set(allRules.map((rule) => `${rule.category}/${rule.id}.md`));
    const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    );
    expect(
      pages.map((page) => page.replaceAll('\\', '/')).filter((page) => !known.has(page)),
    ).toEqual([]);
  });
});
