import { foldedName } from '../../language/names.js';
import type { Relation } from '../../model/elements/context-map.js';
import type { Context } from '../../model/elements/context.js';
import type { Element } from '../../model/elements/element.js';
import type { ElementId, ElementKind } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { contextOf, find, nameOfId } from '../../model/lookup.js';
import { leadingRelations } from '../../model/leading-relations.js';
import { addition, type Side } from '../context-map/role-edits.js';
import { defineRule, type Fix } from '../rule.js';

export const termCrossesUntranslated = defineRule({
  id: 'term-crosses-untranslated',
  category: 'naming',
  severity: 'info',
  gate: { kind: 'structural' },
  summary: 'Two related contexts use one word for types of their own, and nothing translates.',
  sources: [
    'E. Evans: Domain-Driven Design Reference (2015)',
    'S. Kapferer, O. Zimmermann: Context Mapper semantic rules #1-#10 and validators (context-mapper-dsl @995f486a) (2020-25)',
  ],
  messages: {
    untranslated: {
      what: '`{name}` is a type of `{downstream}` and of its upstream `{upstream}`, and nothing says how one becomes the other.',
      why: 'The same word may mean two things, which is fine until both meet in one conversation or one mapping.',
      remedy:
        'Say `ACL` or `CF` in the relation, or explain `{name}` as a `term` in both contexts.',
    },
  },
  visit({ model, report }) {
    const types = new TypesByContext(model);
    return {
      aggregate: types.add,
      entity: types.add,
      value: types.add,
      enum: types.add,
      union: types.add,
      end() {
        const translated = new Map<ElementId, Set<string>>();
        for (const context of model.contexts) {
          if (context.terms.length > 0) translated.set(context.id, glossaryOf(context));
        }
        const seen = new Set<string>();
        for (const relation of leadingRelations(model)) {
          const { upstream = '', downstream = '' } = relation;
          if (upstream === downstream || !crosses(relation) || !find(model, 'context', downstream))
            continue;
          const theirs = types.of(upstream);
          for (const [key, type] of types.of(downstream) ?? []) {
            const other = theirs?.get(key);
            if (!other || seen.has(`${type.id} ${upstream}`)) continue;
            if (translated.get(upstream)?.has(key) && translated.get(downstream)?.has(key))
              continue;
            seen.add(`${type.id} ${upstream}`);
            report({
              message: 'untranslated',
              data: {
                name: type.name,
                downstream: nameOfId(downstream),
                upstream: nameOfId(upstream),
              },
              span: type.nameSpan,
              element: type.id,
              elements: [type.id, other.id],
              related: [
                { span: other.nameSpan, message: `The \`${other.name}\` of the upstream.` },
                { span: relation.span, message: 'How the two contexts are related.' },
              ],
              fixes: relation.origin === 'declared' ? [addAcl(relation, 'downstream')] : [],
            });
          }
        }
      },
    };
  },
});

/** Whether a model goes from upstream to downstream here without being shared or translated. */
function crosses({ relationKind, downstreamRoles }: Relation): boolean {
  return (
    (relationKind === 'upstream-downstream' || relationKind === 'customer-supplier') &&
    !downstreamRoles.some(({ role }) => role === 'ACL' || role === 'CF')
  );
}

/** Kinds of types that stand for a concept; of one name, the earlier kind stands for it. */
const concepts: readonly ElementKind[] = ['aggregate', 'entity', 'value', 'enum', 'union'];

/** Types that stand for a concept, by folded name; an aggregate before its root of the same name. */
class TypesByContext {
  readonly #byContext = new Map<ElementId, Map<string, Element>>();
  readonly #model: Model;
  /** What names begin with in the context of the last one, which that of the next mostly is. */
  #prefix = '';
  #types: Map<string, Element> | undefined;

  constructor(model: Model) {
    this.#model = model;
  }

  of(context: ElementId): ReadonlyMap<string, Element> | undefined {
    return this.#byContext.get(context);
  }

  readonly add = (element: Element): void => {
    if (!this.#types || !element.qualifiedName.startsWith(this.#prefix)) this.#enter(element);
    const types = this.#types;
    if (!types) return;
    const key = foldedName(element.name);
    const known = types.get(key);
    if (!known || concepts.indexOf(element.kind) < concepts.indexOf(known.kind)) {
      types.set(key, element);
    }
  };

  #enter({ id }: Element): void {
    const context = contextOf(this.#model, id);
    this.#types = context && this.#byContext.get(context.id);
    if (!context) return;
    this.#prefix = `${context.name}.`;
    if (this.#types) return;
    this.#types = new Map<string, Element>();
    this.#byContext.set(context.id, this.#types);
  }
}

function glossaryOf({ terms }: Context): Set<string> {
  return new Set(terms.map(({ name }) => foldedName(name.replaceAll(/\s+/g, ''))));
}

function addAcl(relation: Relation, side: Side): Fix {
  return { title: 'Add ACL to the relation', edits: [addition(relation, side, 'ACL')] };
}
