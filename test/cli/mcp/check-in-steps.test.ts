import { describe, expect, it } from 'vitest';
import { checkInSteps } from '../../../src/cli/mcp/check-in-steps.js';
import { Project } from '../../../src/project/project.js';
import { allRules } from '../../../src/rules/generated/index.js';

const today = '2026-01-01';

function project(): Project {
  const made = new Project();
  made.setFile('a.arch', 'context A { service S { calls T }  service T { calls S } }');
  return made;
}

describe('a check in steps', () => {
  it('finds what a check finds, and lets others in between the rules', async () => {
    let pauses = 0;
    const pause = () => {
      pauses++;
      return Promise.resolve();
    };
    const { findings } = await checkInSteps(project(), today, { pause });
    expect(findings).toEqual(project().findings(today));
    expect(findings.length).toBeGreaterThan(0);
    expect(pauses).toBeGreaterThan(allRules.length / 4);
  });

  it('ends where nobody waits for it any more, and another one begins anew', async () => {
    const checked = project();
    const pause = () => Promise.reject(new Error('Cancelled.'));
    await expect(checkInSteps(checked, today, { pause })).rejects.toThrow('Cancelled.');
    const { findings } = await checkInSteps(checked, today, { pause: () => Promise.resolve() });
    expect(findings).toEqual(project().findings(today));
  });
});
