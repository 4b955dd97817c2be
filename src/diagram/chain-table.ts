import type { ElementId } from '../model/elements/identity.js';
import { readableDuration, readablePercent } from '../model/quantities.js';
import type { Chain } from './chain.js';

/** A call of a chain in words. */
export interface ChainRow {
  readonly call: ElementId;
  readonly depth: number;
  /** In the order of `chainHeads`. */
  readonly cells: readonly string[];
}

export const chainHeads = ['#', 'calls', 'waits at most', 'promises', 'available'] as const;

/** The calls of a chain as rows of a table; `*` marks what the caller can do without. */
export function chainRows({ links, percentile }: Chain): ChainRow[] {
  return links.map((link) => {
    const { number, call, target, depth, wait, latency, availability, required, parallel } = link;
    return {
      call,
      depth,
      cells: [
        String(number),
        `${nameOf(target)}${required ? '' : ' *'}`,
        wait === undefined
          ? 'no timeout'
          : `${readableDuration(wait)}${parallel ? ', in parallel' : ''}`,
        latency === undefined ? '–' : `${percentile} ${readableDuration(latency)}`,
        availability === undefined ? '–' : readablePercent(availability),
      ],
    };
  });
}

/** `OrderService.placeOrder` of an operation's id, without its API; the last part of others. */
function nameOf(id: ElementId): string {
  const parts = id.slice(id.indexOf(':') + 1).split('.');
  return id.startsWith('operation:') && parts.length > 2
    ? `${parts.at(-3) ?? ''}.${parts.at(-1) ?? ''}`
    : (parts.at(-1) ?? id);
}
