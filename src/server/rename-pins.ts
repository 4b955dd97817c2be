import type { RenameFile, TextDocumentEdit } from 'vscode-languageserver';
import { pinsFile } from '../diagram/pins.js';
import { groupings } from '../diagram/groups.js';
import type { Field } from '../model/elements/data-types.js';
import type { Element } from '../model/elements/element.js';
import { placeOfPin } from '../project/pin-places.js';
import { toLspRange } from './places.js';
import { uriOf, type Root } from './roots.js';
import type { Session } from './session.js';

/** What has boxes that can be put somewhere, by name alone: all of it is declared outside of others. */
const boxes: ReadonlySet<string> = new Set(['context', 'external', 'actor']);
/** What has a map with pins of its own. */
const maps: ReadonlySet<string> = new Set(['context', 'view', 'contextmap']);

/**
 * What renaming an element changes in the files of pins: its name in each of them, and the names of
 * those of its own map, unless others have those names already.
 */
export async function renamedPins(
  { files }: Session,
  root: Root,
  { kind, name, id }: Element | Field,
  newName: string,
): Promise<(TextDocumentEdit | RenameFile)[]> {
  if (!boxes.has(kind) && !maps.has(kind)) return [];
  const listed = await files.listPins(root.uri);
  const taken = new Set(listed);
  const renamed = new Map<string, string>();
  if (maps.has(kind)) {
    for (const groupBy of [undefined, ...groupings]) {
      const [old, now] = [name, newName].map((one) => uriOf(root, pinsFile(one, groupBy)));
      if (old !== undefined && now !== undefined && taken.has(old) && !taken.has(now)) {
        renamed.set(old, now);
      }
    }
  }
  const changes: (TextDocumentEdit | RenameFile)[] = [];
  for (const uri of listed) {
    const target = renamed.get(uri);
    if (target !== undefined) changes.push({ kind: 'rename', oldUri: uri, newUri: target });
    const place = boxes.has(kind) ? placeOfPin((await files.read(uri)) ?? '', id) : undefined;
    if (!place) continue;
    changes.push({
      textDocument: { uri: target ?? uri, version: null },
      edits: [{ range: toLspRange(place), newText: `${kind}:${newName}` }],
    });
  }
  return changes;
}
