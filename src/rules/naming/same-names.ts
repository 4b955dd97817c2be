import { foldedName } from '../../language/names.js';
import { few, isAmong } from './siblings.js';

interface Named {
  readonly name: string;
}

/** Fields or parameters that are named like an earlier one, behind the first of that name. */
export function sameNames<T extends Named>(
  fields: readonly T[],
): (readonly [first: T, other: T])[] {
  if (haveOwnInitials(fields)) return [];
  // Nearly no structure has two, and of a few names that is told without a table.
  if (fields.length <= few && !hasSameNames(fields)) return [];
  const firsts = new Map<string, T>();
  const found: (readonly [T, T])[] = [];
  for (const field of fields) {
    const folded = foldedName(field.name);
    const first = firsts.get(folded);
    if (first) found.push([first, field]);
    else firsts.set(folded, field);
  }
  return found;
}

/** Whether each begins with another letter, in which case all have names of their own. */
function haveOwnInitials(fields: readonly Named[]): boolean {
  let seen = 0;
  for (const { name } of fields) {
    // Letters of ASCII, small or capital, differ in their last five bits.
    const bit = 1 << (name.charCodeAt(0) & 31);
    if ((seen & bit) !== 0 || name.startsWith('_')) return false;
    seen |= bit;
  }
  return true;
}

function hasSameNames(fields: readonly Named[]): boolean {
  return fields.some(({ name }, at) => isAmong(fields, at, name));
}
