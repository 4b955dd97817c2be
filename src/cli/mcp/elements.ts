import { closest } from '../../language/closest.js';
import type { Field } from '../../model/elements/data-types.js';
import type { Element } from '../../model/elements/element.js';
import type { Model } from '../../model/model.js';
import { elementById } from '../../model/navigation.js';
import type { Project } from '../../project/project.js';
import { UsageError } from '../failure.js';

/** Ambiguous names are answered with so many candidates. */
const candidates = 10;

/**
 * The element with an id (`service:Ordering.OrderService`), a full name (`Ordering.OrderService`)
 * or one that leaves out parts before the last (`OrderService`).
 *
 * @throws UsageError where there is none, or several
 */
export function elementNamed(model: Model, name: string): Element | Field {
  const byId = elementById(model, name);
  if (byId) return byId;
  const all = [...model.elements.values()].filter(({ kind }) => kind !== 'step');
  const exact = all.filter(({ qualifiedName }) => qualifiedName === name);
  const found =
    exact.length > 0
      ? exact
      : all.filter(({ qualifiedName }) => shortens(name.split('.'), qualifiedName.split('.')));
  const [only, second] = found;
  if (only && !second) return only;
  if (only) {
    const ids = found.slice(0, candidates).map(({ id }) => id);
    const more = found.length > candidates ? ` and ${String(found.length - candidates)} more` : '';
    throw new UsageError(`${name} is ambiguous: ${ids.join(', ')}${more}. Use one of these ids.`);
  }
  const near = closest(
    name,
    all.flatMap(({ id, name: simple }) =>
      name.includes(':') ? [id] : [id.slice(id.indexOf(':') + 1), simple],
    ),
  );
  const hint = near.length > 0 ? `Did you mean ${near.join(', ')}?` : '`search_model` finds it.';
  throw new UsageError(`There is no element ${name}. ${hint}`);
}

/** Whether a path leaves out parts of another one, but not the last. */
function shortens(path: readonly string[], full: readonly string[]): boolean {
  if (path.at(-1) !== full.at(-1)) return false;
  let at = 0;
  for (const part of full) if (part === path[at]) at++;
  return at === path.length;
}

/** Whether an id names an element or something in it. */
export function isWithin({ id, qualifiedName }: Element | Field, other: string): boolean {
  return other === id || other.slice(other.indexOf(':') + 1).startsWith(`${qualifiedName}.`);
}

/**
 * The file of a model with this path.
 *
 * @throws UsageError where the model has none
 */
export function fileNamed({ workspace }: Project, path: string): string {
  if (workspace.text(path) !== undefined) return path;
  const [near] = closest(path, workspace.files, 1);
  const hint = near ? `Did you mean ${near}?` : '`model_summary` lists them.';
  throw new UsageError(`The model has no file ${path}. ${hint}`);
}
