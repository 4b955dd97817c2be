import type { Impact } from './difference.js';

export type Bump = 'major' | 'minor' | 'patch';

/** The version that a change asks for, and whether the model gave it. */
export interface VersionBump {
  readonly needed: Bump;
  readonly before?: string;
  readonly after?: string;
  readonly made: boolean;
}

/** Semantic versioning: what breaks needs a major version, what is added a minor one. */
export function versionBump(
  impact: Impact,
  before: string | undefined,
  after: string | undefined,
): VersionBump {
  const needed: Bump = impact === 'breaking' ? 'major' : impact === 'warning' ? 'minor' : 'patch';
  return {
    needed,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    made: isMade(needed, numbers(before), numbers(after)),
  };
}

/** `1.2.0`, `v2`, `3`: missing parts are zero. */
function numbers(version: string | undefined): readonly number[] | undefined {
  const match = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version ?? '');
  return match?.slice(1).map((part: string | undefined) => Number(part ?? 0));
}

function isMade(
  needed: Bump,
  before: readonly number[] | undefined,
  after: readonly number[] | undefined,
): boolean {
  if (needed === 'patch') return true;
  if (!before || !after) return false;
  const [major = 0, minor = 0] = before;
  const [nextMajor = 0, nextMinor = 0] = after;
  if (nextMajor !== major) return nextMajor > major;
  // Before 1.0.0 a minor version may break (Semantic Versioning 2.0.0, section 4).
  return (needed === 'minor' || major === 0) && nextMinor > minor;
}
