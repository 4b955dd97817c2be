import { modelJson } from '../../../model/json.js';
import { todayIso } from '../../../project/project.js';
import { messageOf } from '../../../rules/finding.js';
import { json, Lists } from '../answer.js';
import { element, limit, model } from '../arguments.js';
import { checkInSteps } from '../check-in-steps.js';
import { elementNamed, isWithin } from '../elements.js';
import { strictObject } from '../sdk.js';
import { tool } from '../tool.js';

const usual = 60;

/** The parts of a model's JSON that are looked into. */
interface ModelJson {
  readonly elements: readonly { readonly id: string; readonly parent?: string }[];
  readonly relations: readonly { readonly upstream?: string; readonly downstream?: string }[];
}

const edgeKinds = [
  'calls',
  'subscriptions',
  'publications',
  'sends',
  'handles',
  'accesses',
] as const;
type EdgeLists = Readonly<
  Record<(typeof edgeKinds)[number], readonly { readonly from: string; readonly to: string }[]>
>;

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
    const touches = (...ids: readonly (string | undefined)[]) =>
      ids.some((id) => id !== undefined && isWithin(target, id));
    const all = modelJson(project.model) as ModelJson & EdgeLists;
    const isRelation = target.kind === 'relation';
    const own = [...all.elements, ...(isRelation ? (all.relations as ModelJson['elements']) : [])];
    const { findings } = await checkInSteps(project, todayIso(), work);

    const lists = new Lists(items, 'raise `limit`, or describe a part of it');
    const take = <T extends object | string>(what: string, list: readonly T[]) =>
      lists.take(what, list);
    const parts = all.elements.filter(({ parent }) => parent === target.id);
    const said = findings.filter(
      ({ element: id, elements, severity }) => severity !== 'hint' && touches(id, ...elements),
    );
    return json(
      {
        element: withShortLists(
          own.find(({ id }) => id === target.id),
          lists,
        ),
        findings: take(
          'findings',
          said.map((finding) => ({
            rule: finding.rule,
            severity: finding.severity,
            message: messageOf(finding),
            file: finding.span.file,
            line: finding.span.start.line,
            ...(finding.accepted ? { accepted: finding.accepted } : {}),
            ...(finding.baselined ? { baselined: true } : {}),
          })),
        ),
        ...Object.fromEntries(
          edgeKinds.map((kind) => [
            kind,
            take(
              kind,
              all[kind].filter(({ from, to }) => touches(from, to)),
            ),
          ]),
        ),
        relations: take(
          'relations',
          isRelation
            ? []
            : all.relations.filter(({ upstream, downstream }) =>
                [upstream, downstream].includes(target.id),
              ),
        ),
        parts: take(
          'parts',
          parts.map(({ id }) => id),
        ),
      },
      ...lists.notes,
    );
  },
});

/** An element's own lists (fields, values of an enum) can be long as well. */
function withShortLists(element: object | undefined, lists: Lists): object {
  return Object.fromEntries(
    Object.entries(element ?? {}).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? lists.take(name, value as readonly (object | string)[]) : value,
    ]),
  );
}
