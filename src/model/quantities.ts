/** Figures as people read them. */
import type { Milliseconds } from './elements/literals.js';

/** `1.5 s`, `250 ms`. */
export function readableDuration(ms: Milliseconds): string {
  return ms >= 1000
    ? `${String(Number((ms / 1000).toFixed(3)))} s`
    : `${String(Number(ms.toFixed(3)))} ms`;
}

/** A ratio as a percentage, with as many digits as it takes to tell it from its neighbours. */
export function readablePercent(ratio: number): string {
  const percent = ratio * 100;
  const digits = percent >= 99.99 ? 4 : percent >= 99 ? 3 : 2;
  return `${String(Number(percent.toFixed(digits)))} %`;
}

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const;

/** The shortest way to write a duration in the language: `7d`, `36h`, `1500ms`. */
export function writtenDuration(ms: Milliseconds): string {
  const unit = units.find(([, size]) => ms > 0 && ms % size === 0);
  return unit ? `${String(ms / unit[1])}${unit[0]}` : `${String(ms)}ms`;
}
