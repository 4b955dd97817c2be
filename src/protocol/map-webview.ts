/** What extension and webview say to each other about the map: types and guards. */
import {
  changesOverlay,
  findingsName,
  type ContextMapResult,
  type ElementDetails,
  type MapQuery,
} from './context-map.js';
import type { Point } from '../diagram/picture.js';
import { mapSides, type ChangePlace } from './map-review.js';

/** Contracts of an element, and the text of one of them. */
export interface ShownContract {
  readonly id: string;
  /** Paths, relative to the folder of the model. */
  readonly places: readonly string[];
  /** The one whose text this is. */
  readonly path?: string;
  readonly text: string | null;
}

export type ContractAction = 'copy' | 'open' | 'save' | 'compare';

export type ToWebview =
  | ({ readonly type: 'show'; readonly state: MapState } & ContextMapResult)
  /** Highlights the first of these elements that is shown, and brings it into view. */
  | { readonly type: 'select'; readonly ids: readonly string[] }
  /** Shows an element, given with all that is around it, and opens the context for it. */
  | { readonly type: 'locate'; readonly ids: readonly string[] }
  | { readonly type: 'details'; readonly details: ElementDetails }
  | { readonly type: 'contract'; readonly contract: ShownContract }
  /** Asks for a drawing as PNG, which a browser can make. */
  | { readonly type: 'rasterize'; readonly svg: string; readonly scale: number }
  | { readonly type: 'failed'; readonly message: string };

export type FromWebview =
  /** The page is there; with the revision of the picture that it still has. */
  | { readonly type: 'ready'; readonly revision?: string }
  /** Show the source of an element; the keyboard goes there as well, or stays on the map. */
  | { readonly type: 'reveal'; readonly id: string; readonly stays?: boolean }
  | { readonly type: 'query'; readonly query: MapQuery }
  /** Ask the user for a revision to compare with. */
  | { readonly type: 'choose-revision' }
  /** Show a place of the files before. */
  | { readonly type: 'reveal-former'; readonly commit: string; readonly place: ChangePlace }
  /** Show a place of the files of now. */
  | { readonly type: 'reveal-place'; readonly place: ChangePlace }
  /** Ask the user why a change is agreed to, and record it. */
  | { readonly type: 'approve'; readonly fingerprint: string; readonly title: string }
  | { readonly type: 'details'; readonly id: string }
  /** Show the contracts of an element, now and as they change; of none any more without. */
  | { readonly type: 'contracts'; readonly id?: string; readonly path?: string }
  | { readonly type: 'contract-action'; readonly action: ContractAction; readonly path: string }
  /** Put a box elsewhere; corners counted from the picture's origin. */
  | {
      readonly type: 'pin';
      readonly id: string;
      readonly x: number;
      readonly y: number;
      readonly from: Point;
    }
  /** Put boxes back where they were, or take that back. */
  | { readonly type: 'undo' | 'redo' }
  /** Forget pins and arrangement. */
  | { readonly type: 'reset' }
  /** Export the map, or only the flow that lies over it. */
  | { readonly type: 'export'; readonly flow?: boolean }
  /** Copy the flow over the map as a Mermaid sequence diagram. */
  | { readonly type: 'copy-sequence' }
  /** The PNG that was asked for, in Base64; empty where it could not be made. */
  | { readonly type: 'png'; readonly data: string };

/** Whether a message from the webview is one that we know. */
export function isFromWebview(message: unknown): message is FromWebview {
  if (!isRecord(message)) return false;
  switch (message['type']) {
    case 'ready':
      return isOptionalText(message['revision']);
    case 'export':
      return isFlag(message['flow']);
    case 'reset':
    case 'undo':
    case 'redo':
    case 'copy-sequence':
    case 'choose-revision':
      return true;
    case 'reveal-former':
      return typeof message['commit'] === 'string' && isPlace(message['place']);
    case 'reveal-place':
      return isPlace(message['place']);
    case 'approve':
      return typeof message['fingerprint'] === 'string' && typeof message['title'] === 'string';
    case 'png':
      return typeof message['data'] === 'string';
    case 'reveal':
      return typeof message['id'] === 'string' && isFlag(message['stays']);
    case 'details':
      return typeof message['id'] === 'string';
    case 'contracts':
      return isOptionalText(message['id']) && isOptionalText(message['path']);
    case 'contract-action':
      return (
        ['copy', 'open', 'save', 'compare'].includes(String(message['action'])) &&
        typeof message['path'] === 'string'
      );
    case 'pin':
      return typeof message['id'] === 'string' && isPoint(message) && isPoint(message['from']);
    case 'query':
      return isMapQuery(message['query']);
    default:
      return false;
  }
}

function isPoint(value: unknown): boolean {
  return isRecord(value) && isNumber(value['x']) && isNumber(value['y']);
}

function isFlag(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean';
}

/** Whether a message to the webview is one that we know. */
export function isToWebview(message: unknown): message is ToWebview {
  if (!isRecord(message)) return false;
  const { type } = message;
  return (
    type === 'show' ||
    type === 'select' ||
    type === 'locate' ||
    type === 'details' ||
    type === 'contract' ||
    type === 'rasterize' ||
    type === 'failed'
  );
}

/** State that a panel is restored from. */
export interface MapState {
  readonly uri: string;
  readonly query: MapQuery;
}

export function isMapState(state: unknown): state is MapState {
  return isRecord(state) && typeof state['uri'] === 'string' && isMapQuery(state['query']);
}

function isMapQuery(value: unknown): value is MapQuery {
  if (!isRecord(value)) return false;
  const { view, context, open, folded, groupBy, overlay, changes } = value;
  return (
    isOptionalText(view) &&
    isOptionalText(context) &&
    isTexts(open) &&
    (folded === undefined || isTexts(folded)) &&
    (groupBy === undefined || groupBy === 'domain' || groupBy === 'team') &&
    (overlay === undefined ||
      overlay === 'teams' ||
      overlay === 'coupling' ||
      overlay === changesOverlay ||
      overlay === findingsName ||
      (typeof overlay === 'string' && /^(flow|chain):/.test(overlay))) &&
    (changes === undefined || isChangesQuery(changes))
  );
}

function isChangesQuery(value: unknown): boolean {
  return (
    isRecord(value) &&
    isOptionalText(value['against']) &&
    mapSides.some((side) => side === value['side'])
  );
}

function isPlace(value: unknown): value is ChangePlace {
  return (
    isRecord(value) &&
    typeof value['file'] === 'string' &&
    isNumber(value['line']) &&
    isNumber(value['column'])
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
