import { closest } from '../language/closest.js';
import { ruleById } from '../rules/generated/index.js';
import { UsageError } from './failure.js';

/** Says that this is no rule’s id, with the one that may have been meant. */
export function noSuchRule(id: string): UsageError {
  const near = closest(id, ruleById.keys(), 1)[0];
  const hint = near ? ` Did you mean ${near}?` : ' `archivolt rules` lists them all.';
  return new UsageError(`There is no rule ${id}.${hint}`);
}

/**
 * Rule ids, also several in one word separated by commas.
 *
 * @throws UsageError for what is no rule's id
 */
export function knownRules(words: readonly string[]): ReadonlySet<string> {
  const ids = words.flatMap((word) => word.split(',')).filter((id) => id !== '');
  for (const id of ids) if (!ruleById.has(id) && id !== 'syntax') throw noSuchRule(id);
  return new Set(ids);
}
