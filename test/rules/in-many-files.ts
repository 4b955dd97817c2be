import { parseArch } from '../../src/language/parse.js';

interface Node {
  readonly $type: string;
  readonly $cstNode?: { readonly offset: number; readonly end: number };
  readonly name?: Node;
  readonly members?: readonly Node[];
}

/** What a context may keep in blocks of its own. */
const own = new Set([
  'Service',
  'Aggregate',
  'Entity',
  'ValueType',
  'EventType',
  'CommandType',
  'ErrorType',
  'EnumType',
  'ScalarType',
  'UnionType',
]);

/**
 * The same model with every declaration in a file of its own: contexts are taken apart as well, so
 * that nothing finds by chance in its file what it should look up.
 */
export function inManyFiles(text: string): Record<string, string> {
  const files: Record<string, string> = {};
  const add = (part: string) => {
    files[`f${String(Object.keys(files).length).padStart(3, '0')}.arch`] = `${part}\n`;
  };
  const textOf = (nodes: readonly Node[]) =>
    nodes.map(({ $cstNode }) => text.slice($cstNode?.offset, $cstNode?.end)).join('\n');
  for (const { members } of parseArch(text).documents as unknown as readonly Node[]) {
    for (const group of withAnnotations(members ?? [])) {
      const node = group.at(-1);
      if (node?.$type !== 'Context') {
        add(textOf(group));
        continue;
      }
      const inner = withAnnotations(node.members ?? []);
      const apart = inner.filter((part) => own.has(part.at(-1)?.$type ?? ''));
      const rest = inner.filter((part) => !apart.includes(part));
      const first = node.members?.[0]?.$cstNode?.offset ?? node.$cstNode?.end;
      const head = text.slice(group[0]?.$cstNode?.offset, first);
      add(apart.length === 0 ? textOf(group) : `${head}\n${rest.map(textOf).join('\n')}\n}`);
      for (const part of apart)
        add(`context ${textOf(node.name ? [node.name] : [])} {\n${textOf(part)}\n}`);
    }
  }
  return files;
}

/** Members, each with the annotations that stand before it. */
function withAnnotations(members: readonly Node[]): Node[][] {
  const groups: Node[][] = [];
  let group: Node[] = [];
  for (const member of members) {
    group.push(member);
    if (member.$type === 'Annotation') continue;
    groups.push(group);
    group = [];
  }
  return group.length > 0 ? [...groups, group] : groups;
}
