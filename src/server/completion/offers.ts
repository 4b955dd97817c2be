import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import type { Cursor } from '../../language/cursor.js';
import { expectedBehind, type Expectation } from '../../language/expected/expected.js';
import type { Model } from '../../model/model.js';
import { memberItems } from './members.js';
import { isRest } from './operations.js';
import { isNamedFirst, offersFor, takesNames, type Slot } from './slots.js';

/** Statements whose block one waits for: behind their name no other begins on the line. */
const withBlock: ReadonlySet<string> = new Set([
  ...['system', 'domain', 'actor', 'external', 'context', 'contextmap', 'view', 'flow'],
  ...[
    'aggregate',
    'root',
    'entity',
    'value',
    'enum',
    'event',
    'command',
    'error',
    'service',
    'api',
  ],
]);

/**
 * What may stand at the cursor, by the grammar, filled with what the model knows.
 *
 * @param begun only what goes on with a statement, nothing that begins one
 */
export function offersAt(model: Model, cursor: Cursor, begun = false): CompletionItem[] {
  const { block, before, sameLine } = cursor;
  const expected = expectedBehind(block, before);
  const going = expected.filter(({ member }) => member < before.length);
  const items = new Map<string, CompletionItem>();
  const add = (offered: readonly CompletionItem[]) => {
    for (const item of offered) {
      if (!items.has(item.label)) items.set(item.label, item);
    }
  };
  const slots = going.map((expectation) => {
    const statement = before.slice(expectation.member);
    return { model, cursor, expectation, statement };
  });
  add(offersFor(slots));
  const keywords = slots
    .filter((slot) => isOffered(slot) && !(items.size > 0 && isArrow(slot.expectation)))
    .map(({ expectation }) => expectation.token);
  add(keywords.map((label) => keywordItem(label, sameLine)));
  const mustGoOn = going.some(({ token }) => takesNames(token));
  const goesOn =
    sameLine && (keywords.length > 0 || going.some((each) => opensBlock(each, before)));
  const mayBegin = expected.length > going.length;
  if (mayBegin && !begun && !mustGoOn && !goesOn) add(memberItems(model, cursor));
  return [...items.values()];
}

/** Words and arrows are offered; brackets and commas are typed faster. */
function isOffered(slot: Slot): boolean {
  const { isKeyword, token, slots } = slot.expectation;
  if (!isKeyword || isNamedFirst(slot)) return false;
  // Where parameters come from, only HTTP tells; streams of requests are none of its things.
  if (slots.includes('Parameter.place') && !isRest(slot.statement)) return false;
  if (slots.includes('Parameter.stream') && isRest(slot.statement)) return false;
  // Texts of literals: what a property takes is known better.
  if (slots.some((slot) => slot.endsWith('Literal.value'))) return false;
  return /^[A-Za-z]/.test(token) || slots[0] === 'Relation.arrow' || slots[0] === 'Step.action';
}

/** A word behind which names are known is no name that an arrow could follow. */
function isArrow({ slots }: Expectation): boolean {
  return slots[0] === 'Relation.arrow' || slots[0] === 'Step.action';
}

function opensBlock({ token, member }: Expectation, before: readonly string[]): boolean {
  return token === '{' && withBlock.has(before[member] ?? '');
}

const arrows: Readonly<Record<string, string>> = {
  '->': 'upstream to downstream',
  '<-': 'downstream, upstream',
  '<->': 'partnership or shared kernel',
  '><': 'separate ways',
};

/** What goes on with a statement comes before what begins one, but not on a line of its own. */
function keywordItem(label: string, sameLine: boolean): CompletionItem {
  const arrow = arrows[label];
  return {
    label,
    kind: arrow === undefined ? CompletionItemKind.Keyword : CompletionItemKind.Operator,
    ...(arrow === undefined ? {} : { detail: arrow }),
    sortText: `${sameLine ? '1' : '3'}${label}`,
  };
}
