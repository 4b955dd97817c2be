import { contextOf, nameOfId } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

export const severalOwners = defineRule({
  id: 'several-owners',
  category: 'ownership',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'A context belongs to several teams, or an aggregate to another team than its context.',
  sources: [
    'E. Evans: Domain-Driven Design Reference (2015)',
    'S. Kapferer, O. Zimmermann: Context Mapper semantic rules #1-#10 and validators (context-mapper-dsl @995f486a) (2020-25)',
    'T. Cerny et al.: Catalog and detection techniques of microservice anti-patterns: a tertiary study, JSS 206 (2023)',
  ],
  messages: {
    aggregate: {
      what: 'The aggregate `{aggregate}` belongs to `{team}`, its context `{context}` to `{owner}`.',
      why: 'Two teams change one model; each breaks what the other has in mind.',
      remedy: 'Give the aggregate to `{owner}`, or move it to a context of `{team}`.',
    },
    context: {
      what: 'The context `{context}` names no team, and its parts belong to several: {teams}.',
      why: 'Nobody decides about its language, and each change of the model is an agreement.',
      remedy: 'Name one team for the context, or split it between them.',
    },
  },
  visit({ model, report }) {
    const aggregates = new TeamsByContext();
    const services = new TeamsByContext();
    return {
      service({ context, team }) {
        if (team !== undefined) services.add(context, team);
      },
      aggregate({ id, qualifiedName, nameSpan, context, team, teamDeclared }) {
        if (team === undefined) return;
        aggregates.add(context, team);
        if (!teamDeclared) return;
        const owner = contextOf(model, context)?.team;
        if (owner === undefined || team === owner) return;
        report({
          message: 'aggregate',
          data: {
            aggregate: qualifiedName,
            team: nameOfId(team),
            context: nameOfId(context),
            owner: nameOfId(owner),
          },
          span: nameSpan,
          element: id,
          elements: [id, context, team, owner],
        });
      },
      end() {
        for (const { id, name, nameSpan, team } of model.contexts) {
          const teams = [...new Set([...services.of(id), ...aggregates.of(id)])];
          if (team !== undefined || teams.length < 2) continue;
          report({
            message: 'context',
            data: { context: name, teams: listed(teams.map((owner) => `\`${nameOfId(owner)}\``)) },
            span: nameSpan,
            element: id,
            elements: [id, ...teams],
          });
        }
      },
    };
  },
});

/** Teams of what lies in each context. */
class TeamsByContext {
  readonly #teams = new Map<ElementId, Set<ElementId>>();

  add(context: ElementId, team: ElementId): void {
    const known = this.#teams.get(context);
    if (known) known.add(team);
    else this.#teams.set(context, new Set([team]));
  }

  of(context: ElementId): Iterable<ElementId> {
    return this.#teams.get(context) ?? [];
  }
}
