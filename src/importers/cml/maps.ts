/** Context maps and their relations, in all spellings. */
import type { Cursor } from './cursor.js';
import type { CmlMap, CmlRelation } from './syntax.js';

export function readMap(cursor: Cursor): CmlMap {
  const { comment } = cursor.take();
  const { line } = cursor.next;
  const name = cursor.name();
  let [type, state]: (string | undefined)[] = [];
  const contains: string[] = [];
  const relations: CmlRelation[] = [];
  cursor.block(() => {
    if (cursor.accept('type')) type = cursor.value();
    else if (cursor.accept('state')) state = cursor.value();
    else if (cursor.accept('contains')) contains.push(...cursor.values());
    else {
      const relation = readRelation(cursor);
      if (!relation) return false;
      relations.push(relation);
    }
    return true;
  });
  return { line, name, type, state, contains, relations, doc: comment };
}

/** Words in place of arrows, with the roles that they give to the left and to the right. */
const words: Readonly<
  Record<string, Pick<CmlRelation, 'arrow'> & { left: string[]; right: string[] }>
> = {
  'Upstream-Downstream': { arrow: '->', left: [], right: [] },
  'Downstream-Upstream': { arrow: '<-', left: [], right: [] },
  'Supplier-Customer': { arrow: '->', left: ['S'], right: ['C'] },
  'Customer-Supplier': { arrow: '<-', left: ['C'], right: ['S'] },
  Partnership: { arrow: '<->', left: ['P'], right: ['P'] },
  'Shared-Kernel': { arrow: '<->', left: ['SK'], right: ['SK'] },
};

function readRelation(cursor: Cursor): CmlRelation | undefined {
  if (cursor.next.kind !== 'word' && cursor.next.text !== '[') return undefined;
  const { line, comment } = cursor.next;
  const before = readRoles(cursor);
  const left = cursor.name();
  if (left === undefined) return undefined;
  const leftRoles = [...before, ...readRoles(cursor)];
  const { text } = cursor.next;
  const word = Object.hasOwn(words, text) ? words[text] : undefined;
  if (!word && !['->', '<-', '<->'].includes(text)) return undefined;
  cursor.take();
  const middle = readRoles(cursor);
  const { line: end } = cursor.next;
  const right = cursor.name();
  if (right === undefined) return undefined;
  // On the next line they would belong to the next relation.
  const after = cursor.next.line === end ? readRoles(cursor) : [];
  const rightRoles = [...middle, ...after];
  const name = cursor.accept(':') ? cursor.name() : undefined;
  let technology: string | undefined;
  const exposed: string[] = [];
  cursor.block(() => {
    if (cursor.accept('implementationTechnology')) technology = cursor.value();
    else if (cursor.accept('exposedAggregates')) exposed.push(...cursor.values());
    else return false;
    return true;
  });
  return {
    line,
    left,
    right,
    arrow: word?.arrow ?? (text as CmlRelation['arrow']),
    leftRoles: [...(word?.left ?? []), ...leftRoles],
    rightRoles: [...(word?.right ?? []), ...rightRoles],
    name,
    technology,
    exposed,
    doc: comment,
  };
}

function readRoles(cursor: Cursor): string[] {
  if (!cursor.accept('[')) return [];
  const roles: string[] = [];
  while (!cursor.isDone && !cursor.accept(']')) {
    const role = cursor.name();
    if (role !== undefined) roles.push(role);
    else if (!cursor.accept(',')) break;
  }
  return roles;
}
