import type { GroupBy } from './groups.js';
import type { Point } from './picture.js';

/** Where boxes were put by hand, by id; corners counted from the picture's origin. */
export type Pins = Readonly<Record<string, Point>>;

/**
 * Where the pins of a view are kept, relative to the model root. A grouped map has others: its boxes
 * stand elsewhere.
 */
export function pinsFile(view: string | undefined, groupBy?: GroupBy): string {
  const grouping = groupBy === undefined ? '' : `.by-${groupBy}`;
  return `.archivolt/layout/${view ?? 'landscape'}${grouping}.json`;
}

/** Pins as a file: sorted, one line each, so that two people's pins merge. */
export function writePins(pins: Pins): string {
  const lines = Object.keys(pins)
    .sort()
    .map((id) => {
      const { x, y } = pins[id]!;
      return `    ${JSON.stringify(id)}: { "x": ${String(Math.round(x))}, "y": ${String(Math.round(y))} }`;
    });
  return `{\n  "version": 1,\n  "pins": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** Reads a file of pins; what is not a pin in it is left out. */
export function readPins(text: string): Pins {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return {};
  }
  const pins = isRecord(data) ? data['pins'] : undefined;
  if (!isRecord(pins)) return {};
  return Object.fromEntries(
    Object.entries(pins).flatMap(([id, at]) => {
      const { x, y } = isRecord(at) ? at : {};
      return isCoordinate(x) && isCoordinate(y) ? [[id, { x, y }] as const] : [];
    }),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Far outside of any screen, but no number that breaks a drawing. */
function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e6;
}
