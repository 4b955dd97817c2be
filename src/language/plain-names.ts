/**
 * Any keyword may be a name, and mostly the grammar tells which of the two a word is. Where it would
 * have to look further ahead than it does, this tells: `a: ref b: string` has a field of the type
 * `ref`, and `pivot -> Shop.Web` is a step and no mark of the step before.
 */
import { beginsOperation, type Around } from './result-status.js';

const word = /^[A-Za-z_]\w*$/;
const path = /^[A-Za-z_][\w.]*$/;

const decided: ReadonlyMap<string, (around: Around) => boolean> = new Map([
  ['ref', (around) => isType(around) || (around(-1) === ':' && beginsField(around))],
  ['paged', isType],
  ['stream', isType],
  ['pivot', beginsStep],
  ['compensate', beginsStep],
  ['team', isSelected],
  ['tag', isSelected],
]);

/** Words that may need to be told apart. */
export const doubtfulWords: readonly string[] = [...decided.keys()];

/** Whether a keyword is a name where it stands, whatever the grammar would make of it. */
export function isPlainName(keyword: string, around: Around): boolean {
  return decided.get(keyword)?.(around) === true;
}

/** The type of a result behind which the next operation or property of the API begins. */
function isType(around: Around): boolean {
  const before = around(-1) ?? '';
  const isResult =
    before === ':' || before === 'paged' || before === 'stream' || /^\d/.test(before);
  return isResult && beginsOperation(around, 1);
}

function beginsField(around: Around): boolean {
  return word.test(around(1) ?? '') && around(2) === ':';
}

const actions: ReadonlySet<string> = new Set(['->', 'publishes', 'on']);
/** What may follow somebody who is called `on`, as a name like any other. */
const behindName: ReadonlySet<string> = new Set([...actions, 'compensate', 'pivot']);

function beginsStep(around: Around): boolean {
  const [action = '', target = ''] = [around(1), around(2)];
  if (action === '->') return true;
  return actions.has(action) && path.test(target) && !behindName.has(target);
}

const values: Readonly<Record<string, readonly string[]>> = {
  show: ['contexts', 'services', 'apis', 'events', 'stores', 'teams', 'externals', 'actors'],
  direction: ['right', 'down'],
};

/** A context of that name, behind which the next statement of the view begins. */
function isSelected(around: Around): boolean {
  if (!['include', 'exclude', ','].includes(around(-1) ?? '')) return false;
  const [next = '', second = ''] = [around(1), around(2)];
  if (Object.hasOwn(values, next)) return values[next]?.includes(second) === true;
  const selects = next === 'include' || next === 'exclude';
  return selects && (path.test(second) || second === '*' || second === '->');
}
