import type { ElementId } from '../../model/elements/identity.js';
import type { Constraints, Type } from '../../model/elements/types.js';
import type { Model } from '../../model/model.js';
import type { Span } from '../../model/span.js';
import type { Today } from '../compare/values.js';

/** What a consumer gives (`input`: requests, commands) or gets (`output`: responses, events). */
export type Direction = 'input' | 'output';

/**
 * How bad a change is for somebody who relies on the contract: `breaking` fails, `warning` may fail
 * or misread, `info` is safe.
 */
export type Impact = 'info' | 'warning' | 'breaking';
export const impacts: readonly Impact[] = ['info', 'warning', 'breaking'];

/** One side of a change: the text as one writes it, and its place in the files of its revision. */
export interface Stand {
  readonly text: string;
  readonly span: Span;
}

/** A side whose text is made when somebody reads it: most sides never differ. */
export function standOf(span: Span, text: () => string): Stand {
  let made: string | undefined;
  return {
    get text() {
      return (made ??= text());
    },
    span,
  };
}

/** A difference between two types, seen from the type itself. */
export interface Difference {
  /** Without the kind of place, which comes in front: `property-removed`. */
  readonly rule: string;
  readonly impact: Impact;
  /** Way from the type to the part: `.lines[].price`; empty for the type itself. */
  readonly path: string;
  /** One sentence without its subject: `was removed`. */
  readonly what: string;
  /** The declared type that holds the part; missing where a parameter or result itself changed. */
  readonly owner?: ElementId;
  readonly before?: Stand;
  readonly after?: Stand;
}

/** A value at a place of a contract: a field, a parameter, a result, an item. */
export interface Slot {
  readonly type: Type;
  readonly constraints: Constraints;
  readonly optional: boolean;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  readonly stand: Stand;
}

/**
 * How values travel: as JSON of requests and responses, where fields that are read-only or write-only
 * go one way, as protobuf, where fields are numbers, or as the payload of a message.
 */
export type Wire = 'json' | 'protobuf' | 'message';

export interface TypeContext {
  readonly before: Model;
  readonly after: Model;
  readonly direction: Direction;
  readonly wire: Wire;
  /** What an id before is called after. */
  readonly today: Today;
}

export type Found = Omit<Difference, 'path' | 'owner'> & { readonly path?: string };
