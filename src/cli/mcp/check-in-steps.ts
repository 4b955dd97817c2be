import type { IsoDate } from '../../model/elements/literals.js';
import type { CheckResult, Project } from '../../project/project.js';
import type { Work } from './tool.js';

/** Runs all rules; others are answered in between. */
export async function checkInSteps(
  project: Project,
  today: IsoDate,
  { pause }: Pick<Work, 'pause'>,
): Promise<CheckResult> {
  const steps = project.checking(today);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}
