import type { Relation } from '../../../model/elements/context-map.js';
import type { Model } from '../../../model/model.js';
import { json, Lists } from '../answer.js';
import { limit, model } from '../arguments.js';
import { strictObject } from '../sdk.js';
import { tool } from '../tool.js';

const usual = 100;

export const summaryTool = tool({
  name: 'model_summary',
  title: 'Summary of the models',
  description:
    'Where to begin: the models of this folder, and of each its files, contexts with their services, ' +
    'externals, views, flows, context maps, and relations from upstream to downstream with their roles.',
  input: strictObject({ model, limit: limit(usual) }),
  run({ model: name, limit: items = usual }, { models }) {
    const roots = models.some(name);
    const lists = new Lists(items, 'name a `model`, or raise `limit`');
    const summaries = roots.map((root) => {
      const { project } = root;
      const { systems, externals, actors, teams, views, flows, maps, unresolved } = project.model;
      const take = <T extends object | string>(what: string, list: readonly T[]) =>
        lists.take(`${what} of ${root.name}`, list);
      return {
        name: root.name,
        systems: systems.map(({ name: system, title }) => ({ name: system, title })),
        counts: countsOf(project.model),
        contexts: take('contexts', contextsOf(project.model)),
        relations: take('relations', relationsOf(project.model)),
        externals: take('externals', namesOf(externals)),
        actors: take('actors', namesOf(actors)),
        teams: take('teams', namesOf(teams)),
        contextMaps: take('context maps', namesOf(maps)),
        views: take('views', namesOf(views)),
        flows: take('flows', namesOf(flows)),
        files: take('files', project.workspace.files),
        unresolvedNames: unresolved.length,
        syntaxErrors: project.model.problems.length,
      };
    });
    return json({ models: summaries }, ...lists.notes);
  },
});

function contextsOf({ contexts, services }: Model): object[] {
  return contexts.map(({ id, name, title, team, implements: subdomains }) => ({
    name,
    title,
    team,
    implements: subdomains,
    services: services.filter(({ context }) => context === id).map((service) => service.name),
  }));
}

function relationsOf({ relations, derivedRelations }: Model): object[] {
  return [...relations, ...derivedRelations].map((relation) => ({
    id: relation.id,
    upstream: relation.upstream,
    upstreamRoles: rolesOf(relation.upstreamRoles),
    downstream: relation.downstream,
    downstreamRoles: rolesOf(relation.downstreamRoles),
    kind: relation.relationKind,
    origin: relation.origin,
  }));
}

function rolesOf(roles: Relation['upstreamRoles']): string[] {
  return roles.map(({ role }) => role);
}

/** How many elements there are of each kind, by the kind's name. */
function countsOf({ elements }: Model): object {
  const counts = new Map<string, number>();
  for (const { kind } of elements.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function namesOf(elements: readonly { readonly name: string }[]): string[] {
  return elements.map(({ name }) => name);
}
