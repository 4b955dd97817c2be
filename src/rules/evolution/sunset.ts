import type { IsoDate } from '../../model/elements/literals.js';

/** A day that leaves consumers half a year: the first of the month, which every month has. */
export function proposedSunset(today: IsoDate): IsoDate {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const months = month - 1 + 6;
  const later = String((months % 12) + 1).padStart(2, '0');
  return `${String(year + Math.floor(months / 12))}-${later}-01`;
}
