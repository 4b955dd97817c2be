/** Where references lead that a team wrote to something which the model has renamed. */
import { isMap, type Tree } from '../tree.js';
import { pointerParts } from './locate.js';
import { at } from './references.js';
import type { Renames } from './renames.js';
import type { SourceNode } from './source.js';
import { renamedKeys } from './three-way-map.js';

/** New references by old ones, of what a merge renames in the file. */
export function movedReferences(
  renames: Renames,
  base: Tree | undefined,
  disk: SourceNode,
  model: Tree,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const pointer of renames.keys()) {
    const parts = pointerParts(pointer);
    const [old, now] = [at(base ?? null, parts), at(model, parts)];
    const node = nodeAt(disk, parts);
    if (!node || !isMap(old) || !isMap(now)) continue;
    for (const [from, to] of renamedKeys(renames, pointer, old, node, now)) {
      found.set(`#${pointer}/${escaped(from)}`, `#${pointer}/${escaped(to)}`);
    }
  }
  return found;
}

function nodeAt(root: SourceNode, parts: readonly string[]): SourceNode | undefined {
  let node: SourceNode | undefined = root;
  for (const part of parts) node = node?.entries.find(({ key }) => key === part)?.node;
  return node;
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
