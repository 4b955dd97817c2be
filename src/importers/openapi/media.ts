/** Which of several media types the model speaks of. */
import type { DocumentNode } from '../node.js';

export interface ReadContent {
  readonly mediaType: string;
  readonly schema: DocumentNode | undefined;
  readonly isStream: boolean;
}

const streams = new Set([
  'application/jsonl',
  'application/x-ndjson',
  'text/event-stream',
  'application/json-seq',
]);

/** JSON before all else, then what comes first; the others are noted. */
export function readContent(content: DocumentNode | undefined): ReadContent | undefined {
  const all = content?.entries() ?? [];
  const chosen =
    all.find(([type]) => /^application\/json\b/.test(type)) ??
    all.find(([type]) => /json/i.test(type)) ??
    all[0];
  if (!chosen) return undefined;
  const [mediaType, media] = chosen;
  for (const [type, node] of all) {
    if (type !== mediaType) {
      node.unsupported(`An operation has one form in the model, here \`${mediaType}\`.`);
    }
  }
  const item = media.at('itemSchema');
  return {
    mediaType,
    schema: item ?? media.at('schema'),
    isStream: item !== undefined || streams.has(mediaType),
  };
}
