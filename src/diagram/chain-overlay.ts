import { nameOfId } from '../model/lookup.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Milliseconds } from '../model/elements/literals.js';
import { readableDuration, readablePercent } from '../model/quantities.js';
import type { Chain, ChainLink } from './chain.js';
import { simpleName } from './labels.js';
import type { Overlay, OverlayMark, OverlayStep } from './picture.js';

/** A chain over a map: its calls numbered, and at each box what it promises. */
export function chainOverlay(chain: Chain, shown: (id: ElementId) => string | undefined): Overlay {
  const entry = shown(chain.service);
  const promises = new Map<string, { latency?: Milliseconds; availability?: number }>();
  const steps = chain.links.flatMap((link): OverlayStep[] => {
    const [from, to] = [shown(link.from) ?? entry, shown(link.to)];
    if (from === undefined || to === undefined) return [];
    // Several callees in one folded box: the slowest and the least available of them.
    const known = promises.get(to) ?? {};
    const latency = Math.max(known.latency ?? -1, link.latency ?? -1);
    const availability = Math.min(known.availability ?? 2, link.availability ?? 2);
    promises.set(to, {
      ...(latency < 0 ? {} : { latency }),
      ...(availability > 1 ? {} : { availability }),
    });
    return [{ number: link.number, from, to, text: linkText(link) }];
  });
  const marks = [...promises].flatMap(([node, { latency, availability }]): OverlayMark[] => {
    if (node === entry) return [];
    const words = [
      latency === undefined ? undefined : `${chain.percentile} ${readableDuration(latency)}`,
      availability === undefined ? undefined : readablePercent(availability),
    ].filter((part) => part !== undefined);
    if (words.length === 0) return [{ node, text: 'no objective' }];
    return [{ node, text: words.join(' · '), spoken: `promises ${words.join(', ')}` }];
  });
  if (entry !== undefined) {
    const text = entryText(chain);
    marks.push({ node: entry, text, spoken: text.replace('≤', 'at most') });
  }
  return { title: chainTitle(chain), marks, steps };
}

/** `Chain of WebShop.checkout: waits 550 ms at most, promises p99 600 ms; …` */
export function chainTitle(chain: Chain): string {
  const { percentile, promisedLatency, worst, promisedAvailability, possibleAvailability } = chain;
  const latency =
    promisedLatency === undefined
      ? 'no latency promised'
      : `promises ${percentile} ${readableDuration(promisedLatency)}`;
  const availability = [
    promisedAvailability === undefined
      ? 'no availability promised'
      : `promises ${readablePercent(promisedAvailability)}`,
    possibleAvailability === undefined
      ? undefined
      : `${readablePercent(possibleAvailability)} possible`,
  ].filter((part) => part !== undefined);
  const waits = worst > 0 ? `waits ${readableDuration(worst)} at most` : 'waits without a timeout';
  return `Chain of ${nameOfId(chain.entry)}: ${waits}, ${latency}; ${availability.join(', ')}`;
}

function entryText({ percentile, promisedLatency, worst }: Chain): string {
  const budget =
    promisedLatency === undefined ? '' : ` of ${percentile} ${readableDuration(promisedLatency)}`;
  return `waits ${worst > 0 ? `≤ ${readableDuration(worst)}` : 'without end'}${budget}`;
}

function linkText({ target, wait, latency, availability, required }: ChainLink): string {
  return [
    simpleName(target),
    wait === undefined ? 'no timeout' : `waits ${readableDuration(wait)} at most`,
    latency === undefined ? undefined : `promises ${readableDuration(latency)}`,
    availability === undefined ? undefined : readablePercent(availability),
    required ? undefined : 'can do without',
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
