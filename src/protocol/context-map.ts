/** What client, server and webview say to each other about the map: types and guards. */
import type { Picture } from '../diagram/picture.js';

// ---- language server

export const contextMapRequest = 'archivolt/contextMap';
export const elementLocationRequest = 'archivolt/elementLocation';
export const elementAtRequest = 'archivolt/elementAt';
export const exportMapRequest = 'archivolt/exportMap';
/** Server to client: the model of some root changed. */
export const modelChangedNotification = 'archivolt/modelChanged';

export interface ContextMapParams {
  /** Any document of the model. */
  readonly uri: string;
  /** Name of a view; the whole landscape without. */
  readonly view?: string;
  /** Ids of opened contexts. */
  readonly open: readonly string[];
}

export interface ContextMapResult {
  readonly picture: Picture;
  readonly views: readonly { readonly name: string; readonly title: string }[];
  /** The text has syntax errors; the picture is the last one without. */
  readonly stale: boolean;
  /** Findings that count, by element. */
  readonly findings: Readonly<
    Record<string, { readonly severity: string; readonly count: number }>
  >;
}

export interface ElementParams {
  readonly uri: string;
  readonly id: string;
}

// ---- webview

export type ToWebview =
  | ({ readonly type: 'show' } & ContextMapResult & {
        readonly open: readonly string[];
        readonly view?: string;
      })
  /** Highlights an element and brings it into view. */
  | { readonly type: 'select'; readonly id: string }
  | { readonly type: 'failed'; readonly message: string };

export type FromWebview =
  | { readonly type: 'ready' }
  /** Show the source of an element. */
  | { readonly type: 'reveal'; readonly id: string }
  | { readonly type: 'open'; readonly open: readonly string[] }
  | { readonly type: 'view'; readonly view: string | undefined }
  | { readonly type: 'export' };

/** Whether a message from the webview is one that we know. */
export function isFromWebview(message: unknown): message is FromWebview {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  const { type } = message;
  if (type === 'ready' || type === 'export') return true;
  if (type === 'reveal') return 'id' in message && typeof message.id === 'string';
  if (type === 'view')
    return !('view' in message) || message.view === undefined || typeof message.view === 'string';
  return type === 'open' && 'open' in message && isTexts(message.open);
}

/** Whether a message to the webview is one that we know. */
export function isToWebview(message: unknown): message is ToWebview {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return message.type === 'show' || message.type === 'select' || message.type === 'failed';
}

/** State that a panel is restored from. */
export interface MapState {
  readonly uri: string;
  readonly view?: string;
  readonly open: readonly string[];
}

export function isMapState(state: unknown): state is MapState {
  return (
    typeof state === 'object' &&
    state !== null &&
    'uri' in state &&
    typeof state.uri === 'string' &&
    'open' in state &&
    isTexts(state.open)
  );
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
