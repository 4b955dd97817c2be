import type { ElementId, ElementKind } from '../model/elements/identity.js';
import { formerIdsOf } from '../model/former-ids.js';
import { nameOfId } from '../model/lookup.js';
import { lineOfMergeMark } from '../model/merge-marks.js';
import type { Model } from '../model/model.js';
import type { GroupBy } from './groups.js';
import type { Point } from './picture.js';

/** Where boxes were put by hand, by id; corners counted from the picture's origin. */
export type Pins = Readonly<Record<string, Point>>;

/** Where files of pins lie, relative to the model root. */
export const pinsFolder = '.archivolt/layout';

/**
 * Where the pins of a view are kept, relative to the model root. A grouped map has others: its boxes
 * stand elsewhere.
 */
export function pinsFile(view: string | undefined, groupBy?: GroupBy): string {
  const grouping = groupBy === undefined ? '' : `.by-${groupBy}`;
  return `${pinsFolder}/${view ?? 'landscape'}${grouping}.json`;
}

const withOwnMap: ReadonlySet<ElementKind> = new Set(['context', 'view', 'contextmap']);

/**
 * What `@renamedFrom` says that contexts, views and context maps were called, by the names that they
 * have now: their pins may still lie under those. Without names that something else has.
 */
export function formerMapNames(model: Model): Readonly<Record<string, string>> {
  const former = formerIdsOf(model);
  return Object.fromEntries(
    model.renamed.flatMap(({ id, kind, name }) => {
      const before = former(id);
      const isFree = before !== id && !model.elements.has(before);
      // It becomes the name of a file.
      const isName = /^[A-Za-z_]\w*$/.test(nameOfId(before));
      return withOwnMap.has(kind) && isFree && isName ? [[name, nameOfId(before)]] : [];
    }),
  );
}

/** The name that a map had before, if it has another one now. */
export function formerMapName(
  name: string | undefined,
  formerNames: Readonly<Record<string, string>>,
): string | undefined {
  return name !== undefined && Object.hasOwn(formerNames, name) ? formerNames[name] : undefined;
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

export interface ReadPins {
  /** Those that can be read. */
  readonly pins: Pins;
  /**
   * What is wrong with the file, and how to mend it. It must not be written anew then: what could not
   * be read would be lost.
   */
  readonly problem?: string;
}

/** Reads a file of pins; no file has none. */
export function readPins(text: string | undefined): ReadPins {
  if (text === undefined) return { pins: {} };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { pins: {}, problem: syntaxProblem(text, error) };
  }
  const { version, pins } = isRecord(data) ? data : {};
  if (version !== 1 || !isRecord(pins)) {
    return { pins: {}, problem: 'The pins have no `"version": 1` and `"pins": {…}`.' };
  }
  const entries = Object.entries(pins);
  const known = entries.flatMap(([id, at]) => {
    const { x, y } = isRecord(at) ? at : {};
    return isCoordinate(x) && isCoordinate(y) ? [[id, { x, y }] as const] : [];
  });
  const read = { pins: Object.fromEntries(known) };
  if (known.length === entries.length) return read;
  const [wrong = ''] = entries.find(([id]) => !Object.hasOwn(read.pins, id)) ?? [];
  return {
    ...read,
    problem: `The pin of \`${wrong}\` needs numbers \`x\` and \`y\` below a million.`,
  };
}

function syntaxProblem(text: string, error: unknown): string {
  const conflict = lineOfMergeMark(text);
  if (conflict !== undefined) {
    return `Git left a conflict in line ${String(conflict)}. Keep the pins of both sides, and take out the marks.`;
  }
  return `The pins are not JSON: ${error instanceof Error ? error.message : String(error)}.`;
}

/**
 * Pins of what is shown, under the ids that it has now: what was renamed with `@renamedFrom` stays
 * where it was put, unless it was put elsewhere since.
 */
export function pinsToday(model: Model, pins: Pins, shown: Iterable<ElementId>): Pins {
  const former = formerIdsOf(model);
  const today: Record<ElementId, Point> = {};
  for (const id of shown) {
    const known = [id, former(id)].find((name) => Object.hasOwn(pins, name));
    const at = known === undefined ? undefined : pins[known];
    if (at) today[id] = at;
  }
  return today;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Far outside of any screen, but no number that breaks a drawing. */
function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e6;
}
