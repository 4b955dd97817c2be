import { find, nameOfId } from '../../../model/lookup.js';
import type { NamedReference } from '../../../model/elements/base.js';
import type { Union } from '../../../model/elements/data-types.js';
import type { ElementId } from '../../../model/elements/identity.js';
import type { Model } from '../../../model/model.js';
import type { Direction, Found } from '../difference.js';

export interface MemberPair {
  readonly before: NamedReference;
  readonly after: NamedReference;
}

export interface UnionDifference {
  readonly found: readonly Found[];
  /** Members of both, whose inside is compared next. */
  readonly pairs: readonly MemberPair[];
}

/**
 * Members of a union, known on the wire by their simple names (the discriminator): inputs must go on
 * to accept each, outputs must not send new ones.
 */
export function unionMembers(
  before: { readonly model: Model; readonly union: Union },
  after: { readonly model: Model; readonly union: Union },
  direction: Direction,
): UnionDifference {
  const name = (model: Model, id: ElementId) => model.elements.get(id)?.name ?? nameOfId(id);
  const then = new Map(before.union.members.map((m) => [name(before.model, m.target), m]));
  const now = new Map(after.union.members.map((m) => [name(after.model, m.target), m]));
  const found: Found[] = [];
  const pairs: MemberPair[] = [];
  for (const [member, old] of then) {
    const fresh = now.get(member);
    if (fresh) pairs.push({ before: old, after: fresh });
    else {
      found.push({
        rule: 'property-one-of-removed',
        impact: direction === 'input' ? 'breaking' : 'info',
        what: `lost the alternative \`${member}\``,
        before: { text: member, span: old.span },
      });
    }
  }
  for (const [member, fresh] of now) {
    if (then.has(member)) continue;
    found.push({
      rule: 'property-one-of-added',
      impact: direction === 'output' ? 'breaking' : 'info',
      what: `got the alternative \`${member}\``,
      after: { text: member, span: fresh.span },
    });
  }
  return { found, pairs };
}

/** The fields of a member, which may be a value, an entity or an event. */
export function memberFields(model: Model, id: ElementId) {
  const element = find(model, 'value', id) ?? find(model, 'entity', id) ?? find(model, 'event', id);
  return element?.fields ?? [];
}
