import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { withRuleOff } from '../../src/project/rule-off.js';
import { acceptFix } from '../../src/rules/accept-fix.js';
import { fixAllEdits } from '../../src/rules/fix-all.js';
import { applied, findingsOf } from './check.js';

describe('accepting a finding', () => {
  const text = `context A {
  /** Ships. */
  event ShipOrder
  service S {
    calls T { circuit-breaker }
    calls U { timeout 1s }
  }
  service T
  service U
}
context A { event PackOrder }
`;
  const model = modelFromTexts({ 'model.arch': text });

  it.each(['event-past-tense', 'no-timeout'])('covers it, whatever it stands on: %s', (rule) => {
    for (const finding of findingsOf(text).filter((one) => one.rule === rule)) {
      const fix = acceptFix(model, finding, { because: 'so "it" is' });
      const after = applied(text, fix?.edits ?? []);
      const again = findingsOf(after).filter(
        ({ fingerprint }) => fingerprint === finding.fingerprint,
      );
      expect(again.map(({ accepted }) => accepted?.because)).toEqual(['so "it" is']);
      expect(findingsOf(after).some((one) => one.rule === 'unused-exception')).toBe(false);
    }
  });

  it('is not offered for what must be mended', () => {
    const broken = findingsOf('context Sales { service Orders { calls X } }').find(
      ({ rule }) => rule === 'unresolved-reference',
    );
    expect(broken && acceptFix(modelFromTexts({}), broken)).toBeUndefined();
  });
});

describe('all safe fixes at once', () => {
  it('take out exceptions that accept nothing, and leave the rest', () => {
    const text = '@accept(sync-cycle, because: "x")\ncontext A { event ShipOrder }\n';
    const edits = fixAllEdits(findingsOf(text), 'model.arch');
    expect(applied(text, edits)).toBe('\ncontext A { event ShipOrder }\n');
  });
});

describe('turning a rule off', () => {
  it('keeps comments, and makes a configuration where there is none', () => {
    expect(withRuleOff('{\n  // why\n  "extends": "strict"\n}\n', 'sync-cycle')).toBe(
      '{\n  // why\n  "extends": "strict",\n  "rules": {\n    "sync-cycle": "off"\n  }\n}\n',
    );
    expect(JSON.parse(withRuleOff(undefined, 'sync-cycle'))).toEqual({
      rules: { 'sync-cycle': 'off' },
    });
  });
});
