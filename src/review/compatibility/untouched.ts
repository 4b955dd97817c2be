import { find } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Type } from '../../model/elements/types.js';
import type { Model } from '../../model/model.js';
import type { Comparison } from '../compare/compare.js';
import type { MessagePair, OperationPair } from './contract.js';

/**
 * Tells contracts that cannot have changed: they are the same object in both revisions, and so is
 * every type that they are made of. Models that share their unchanged files are compared at little
 * more than the cost of what changed.
 */
export class Untouched {
  readonly #model: Model;
  readonly #changed: ReadonlySet<ElementId>;
  /** By the id of a type: whether it and all that it is made of stayed the same. */
  readonly #known = new Map<ElementId, boolean>();

  constructor({ after, changes }: Comparison) {
    this.#model = after;
    this.#changed = new Set(
      changes.flatMap(({ id, formerId }) => (formerId === undefined ? [id] : [id, formerId])),
    );
  }

  operation({ before, after }: OperationPair): boolean {
    if (!before || !after) return false;
    if (before.operation !== after.operation || before.api !== after.api) return false;
    const { parameters, result, raises } = after.operation;
    return (
      parameters.every(({ type }) => this.#type(type)) &&
      (result.type === undefined || this.#type(result.type)) &&
      raises.every(({ target }) => this.#element(target))
    );
  }

  message({ before, after }: MessagePair): boolean {
    return before !== undefined && before === after && this.#element(before.id);
  }

  #type(type: Type): boolean {
    switch (type.shape) {
      case 'primitive':
      case 'unresolved':
        return true;
      case 'list':
      case 'set':
        return this.#type(type.item);
      case 'map':
        return this.#type(type.value);
      case 'named':
        return this.#element(type.target);
      case 'ref': {
        const root = find(this.#model, 'aggregate', type.target)?.root;
        return this.#element(type.target) && (root === undefined || this.#element(root));
      }
    }
  }

  #element(id: ElementId): boolean {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    // A type that is made of itself is as the rest of it is.
    this.#known.set(id, true);
    const same = !this.#changed.has(id) && this.#parts(id);
    this.#known.set(id, same);
    return same;
  }

  #parts(id: ElementId): boolean {
    const element = this.#model.elements.get(id);
    switch (element?.kind) {
      case 'scalar':
        return this.#type(element.type);
      case 'union':
        return element.members.every(({ target }) => this.#element(target));
      case 'value':
      case 'entity':
      case 'event':
      case 'command':
      case 'error':
        return element.fields.every(({ type }) => this.#type(type));
      default:
        return true;
    }
  }
}
