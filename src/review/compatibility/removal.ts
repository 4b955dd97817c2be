import type { Deprecation } from '../../model/elements/annotations.js';
import type { IsoDate } from '../../model/elements/literals.js';
import type { Sunset } from './contract-change.js';
import type { ContractDifference } from './contract.js';
import type { Stand } from './difference.js';

/** What goes away: safe only where it was announced and its day has come. */
export function removal(
  kind: 'api' | 'event' | 'command',
  deprecated: Deprecation | undefined,
  before: Stand,
  today: IsoDate,
): ContractDifference & { readonly sunset: Sunset } {
  const sunset = sunsetOf(deprecated, today);
  const endings: Readonly<Record<Sunset, string>> = {
    respected: 'with-deprecation',
    early: 'before-sunset',
    unannounced: 'without-deprecation',
  };
  const words: Readonly<Record<Sunset, string>> = {
    respected: 'was removed after its sunset',
    early: `was removed before its sunset on ${deprecated?.sunset ?? ''}`,
    unannounced: 'was removed without notice',
  };
  return {
    rule: `${kind}-removed-${endings[sunset]}`,
    impact: sunset === 'respected' ? 'warning' : 'breaking',
    place: '',
    what: words[sunset],
    reach: 'left-behind',
    before,
    sunset,
  };
}

function sunsetOf(deprecated: Deprecation | undefined, today: IsoDate): Sunset {
  if (deprecated?.sunset === undefined) return 'unannounced';
  return deprecated.sunset <= today ? 'respected' : 'early';
}
