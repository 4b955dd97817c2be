import { edgeJson, edgeLists, elementJson, relationJson } from '../../../model/json.js';
import type { Relation } from '../../../model/elements/context-map.js';
import type { Field } from '../../../model/elements/data-types.js';
import type { Element } from '../../../model/elements/element.js';
import type { Model } from '../../../model/model.js';
import { todayIso } from '../../../project/project.js';
import { messageOf, type Finding } from '../../../rules/finding.js';
import { json, Lists } from '../answer.js';
import { element, limit, model } from '../arguments.js';
import { checkInSteps } from '../check-in-steps.js';
import { elementNamed, isWithin } from '../elements.js';
import { strictObject } from '../sdk.js';
import { tool } from '../tool.js';

const usual = 60;

export const elementTool = tool({
  name: 'describe_element',
  title: 'Describe an element',
  description:
    'One element as `archivolt model` has it, with its resolved properties, what lies in it, its edges in both ' +
    'directions (calls, subscriptions, publications, sends, handles, accesses), its relations, and what the rules say of it.',
  input: strictObject({ model, element, limit: limit(usual) }),
  async run({ model: name, element: wanted, limit: items = usual }, work) {
    const { project } = work.models.one(name);
    const target = elementNamed(project.model, wanted);
    const { findings } = await checkInSteps(project, todayIso(), work);
    const lists = new Lists(items, 'raise `limit`, or describe a part of it');
    const data = {
      element: ownJson(target, lists),
      findings: lists.take('findings', said(target, findings).map(findingJson)),
      ...edgesAt(project.model, target, lists),
      relations: lists.take('relations', relationsOf(project.model, target).map(relationJson)),
      parts: lists.take('parts', partsOf(project.model, target)),
    };
    return json(data, ...lists.notes);
  },
});

/** An element's own lists (fields, values of an enum) can be long as well. */
function ownJson(target: Element | Field, lists: Lists): object {
  const own = target.kind === 'relation' ? relationJson(target) : elementJson(target);
  return Object.fromEntries(
    Object.entries(own).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? lists.take(name, value as readonly (object | string)[]) : value,
    ]),
  );
}

/** Of the element and of what lies in it; hints are for editors. */
function said(target: Element | Field, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    ({ element: id, elements, severity }) =>
      severity !== 'hint' && [id, ...elements].some((other) => isWithin(target, other)),
  );
}

function findingJson(finding: Finding): object {
  const { rule, severity, span, accepted, baselined } = finding;
  return {
    ...{ rule, severity, message: messageOf(finding) },
    ...{ file: span.file, line: span.start.line },
    ...(accepted ? { accepted } : {}),
    ...(baselined ? { baselined } : {}),
  };
}

function edgesAt(model: Model, target: Element | Field, lists: Lists): object {
  return Object.fromEntries(
    Object.entries(edgeLists(model)).map(([kind, edges]) => {
      const own = edges.filter(({ from, to }) => isWithin(target, from) || isWithin(target, to));
      return [kind, lists.take(kind, own.map(edgeJson))];
    }),
  );
}

/** Of a context or external. */
function relationsOf(model: Model, { id }: Element | Field): readonly Relation[] {
  return [...model.relations, ...model.derivedRelations].filter(
    ({ upstream, downstream }) => upstream === id || downstream === id,
  );
}

/** Ids of what stands in the element's block, but for its fields, which are its own. */
function partsOf({ elements }: Model, { id, kind }: Element | Field): string[] {
  if (kind === 'relation' || kind === 'field') return [];
  return [...elements.values()].filter(({ parent }) => parent === id).map((part) => part.id);
}
