/** How the members of a union are told apart. */
import { boundaryOf } from '../../model/lookup.js';
import type { Union } from '../../model/elements/data-types.js';
import type { TypeElement } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { unionsOf } from '../model-index.js';
import { fieldsOf, typeElement } from './resolve.js';

/** What is said of the property that tells a union's members apart. */
export const discriminatorText = 'Tells this type from the others of its union.';

/** Members that exist, each once, in the author's order. */
export function unionMembers(model: Model, union: Union): TypeElement[] {
  const members = new Map<ElementId, TypeElement>();
  for (const { target } of union.members) {
    const member = typeElement(model, target);
    if (member && fieldsOf(member)) members.set(member.id, member);
  }
  return [...members.values()];
}

/**
 * The property that tells members apart: `type`, as the language has it, unless a member has a
 * field of that name which means something else; then `$type`.
 */
export function discriminatorOf(model: Model, union: Union): string {
  const clash = unionMembers(model, union).some((member) =>
    fieldsOf(member)!.some((field) => field.name === 'type'),
  );
  return clash ? '$type' : 'type';
}

/**
 * What the discriminator says for a member: its simple name, with its context in front where a
 * union has two of that name. It is the same in every document that the member stands in.
 */
export function tagOf(model: Model, member: TypeElement): string {
  const shared = unionsOf(model, member.id).some((union) =>
    unionMembers(model, union).some((it) => it.id !== member.id && it.name === member.name),
  );
  return shared ? `${boundaryOf(model, member.id)?.name ?? ''}${member.name}` : member.name;
}

/** The discriminators that a type must carry because it is a member of unions. */
export function discriminatorsOf(model: Model, member: ElementId): string[] {
  const names = unionsOf(model, member).map((union) => discriminatorOf(model, union));
  return [...new Set(names)].sort();
}
