/** What can be laid over a map, one at a time: figures and marks on its boxes and edges. */
import { dependenciesOf } from '../model/dependencies.js';
import { boundaryOf, nameOfId } from '../model/lookup.js';
import type { Flow, Step } from '../model/elements/flows.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import { chainEntries, chainFrom, type Chain } from './chain.js';
import { chainOverlay } from './chain-overlay.js';
import { simpleName } from './labels.js';
import type { Overlay, OverlayKey, OverlayMark, OverlayStep, Picture } from './picture.js';

export type OverlayName = 'teams' | 'coupling' | `flow:${string}` | `chain:${ElementId}`;

/** The overlays that a model has something for, in the order in which they are offered. */
export function overlaysOf(model: Model): { readonly name: OverlayName; readonly title: string }[] {
  return [
    ...(model.teams.length > 0 ? [{ name: 'teams', title: 'Teams' } as const] : []),
    { name: 'coupling', title: 'Coupling' },
    ...model.flows.map(
      ({ name, title }) => ({ name: `flow:${name}`, title: `Flow: ${title ?? name}` }) as const,
    ),
    ...chainEntries(model).map(
      (id) => ({ name: `chain:${id}`, title: `Chain: ${nameOfId(id)}` }) as const,
    ),
  ];
}

/** A picture with an overlay on it; the picture itself for a name that the model does not have. */
export function withOverlay(
  model: Model,
  picture: Picture,
  name: OverlayName | undefined,
): Picture {
  const overlay = name === undefined ? undefined : overlayOf(model, picture, name);
  return overlay ? { ...picture, overlay } : picture;
}

/** The flow that an overlay shows, if it is one of a flow. */
export function flowOf(model: Model, name: OverlayName | undefined): Flow | undefined {
  return model.flows.find((flow) => `flow:${flow.name}` === name);
}

/** The chain that an overlay shows, if it is one of a chain. */
export function chainOf(model: Model, name: OverlayName | undefined): Chain | undefined {
  return name?.startsWith('chain:') === true
    ? chainFrom(model, name.slice('chain:'.length))
    : undefined;
}

function overlayOf(model: Model, picture: Picture, name: OverlayName): Overlay | undefined {
  if (name === 'teams') return teams(model, picture);
  if (name === 'coupling') return coupling(model, picture);
  const chain = chainOf(model, name);
  if (chain) return chainOverlay(chain, (id) => shownNode(model, picture, id));
  const flow = flowOf(model, name);
  return flow && flowSteps(model, picture, flow);
}

/** Teams are numbered, so that a number and a name go with each colour. */
function teams(model: Model, { nodes }: Picture): Overlay {
  const order = [...model.teams].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  const marks = nodes.flatMap(({ id, element, ghost, description }): OverlayMark[] => {
    const owner = model.elements.get(element);
    const team = owner && 'team' in owner ? owner.team : undefined;
    const index = team === undefined ? -1 : order.indexOf(team);
    if (ghost || team === undefined || index < 0) return [];
    const title = titleOf(team);
    // Contexts say their team anyway.
    const rest = description.endsWith(title) ? '' : `, ${title}`;
    const spoken = `team ${String(index + 1)}${rest}`;
    return [{ node: id, text: nameOf(team, index), spoken, tone: index % toneCount }];
  });
  const shown = new Set(marks.map(({ text }) => text));
  const key = order.flatMap((team, index): OverlayKey[] => {
    const text = nameOf(team, index);
    return shown.has(text) ? [{ text, tone: index % toneCount }] : [];
  });
  return { title: 'Teams', marks, steps: [], key };

  function nameOf(team: ElementId, index: number): string {
    return `${String(index + 1)} ${titleOf(team)}`;
  }

  function titleOf(team: ElementId): string {
    return model.elements.get(team)?.title ?? simpleName(team);
  }
}

/** Colours that marks are told apart by. */
const toneCount = 8;

const couplingKey: readonly OverlayKey[] = [
  { sign: 'in', text: 'contexts that depend on it' },
  { sign: 'out', text: 'that it depends on' },
  { sign: 'I', text: 'instability, out / (in + out)' },
];

/** Afferent and efferent coupling between contexts, and Martin's instability Ce / (Ca + Ce). */
function coupling(model: Model, { nodes }: Picture): Overlay {
  const incoming = new Map<ElementId, Set<ElementId>>();
  const outgoing = new Map<ElementId, Set<ElementId>>();
  const add = (map: Map<ElementId, Set<ElementId>>, key: ElementId, value: ElementId) => {
    map.set(key, (map.get(key) ?? new Set()).add(value));
  };
  for (const { upstream, downstream } of dependenciesOf(model)) {
    add(incoming, upstream, downstream);
    add(outgoing, downstream, upstream);
  }
  const marks = nodes.flatMap(({ id, element, parent }): OverlayMark[] => {
    const kind = model.elements.get(element)?.kind;
    const inner =
      parent !== undefined && nodes.find((node) => node.id === parent)?.shape !== 'group';
    if (inner || (kind !== 'context' && kind !== 'external')) return [];
    const fanIn = incoming.get(element)?.size ?? 0;
    const fanOut = outgoing.get(element)?.size ?? 0;
    const instability = fanIn + fanOut === 0 ? '–' : (fanOut / (fanIn + fanOut)).toFixed(2);
    const text = `in ${String(fanIn)} · out ${String(fanOut)} · I ${instability}`;
    const spoken = `${String(fanIn)} depend on it, it depends on ${String(fanOut)}, instability ${instability}`;
    return [{ node: id, text, spoken }];
  });
  return {
    title: 'Coupling by calls, events, stores and types',
    marks,
    steps: [],
    key: couplingKey,
  };
}

/** The steps of a flow along the edges of what is shown. */
function flowSteps(model: Model, picture: Picture, flow: Flow): Overlay {
  let last: string | undefined;
  const steps = flow.steps.flatMap((step): OverlayStep[] => {
    const target = shownNode(model, picture, targetOf(model, step));
    // Who is not shown acts from where the flow is, or at its target.
    const from = shownNode(model, picture, step.from) ?? last ?? target;
    const to = target ?? from;
    if (from === undefined || to === undefined) return [];
    last = step.action === 'react' ? from : to;
    const [start, end] = step.action === 'react' ? [to, from] : [from, to];
    return [{ number: step.index, from: start, to: end, text: stepText(step) }];
  });
  return { title: `Flow: ${flow.title ?? flow.name}`, marks: [], steps };
}

function targetOf(model: Model, { to, action }: Step): ElementId | undefined {
  const element = to === undefined ? undefined : model.elements.get(to);
  if (element?.kind === 'operation') return element.service;
  // An event stands for who publishes it, where it has no box itself.
  if (element?.kind === 'event' && action === 'react') {
    return model.publications.find(({ event }) => event === element.id)?.service ?? to;
  }
  return to;
}

function stepText({ action, from, to, comment }: Step): string {
  const verb = { call: 'calls', publish: 'publishes', react: 'on' }[action];
  const words = [from && simpleName(from), verb, to && simpleName(to)].filter(
    (part) => part !== undefined,
  );
  return comment === undefined ? words.join(' ') : `${words.join(' ')}: ${comment}`;
}

/** The innermost box that is shown for an element. */
function shownNode(
  model: Model,
  { nodes }: Picture,
  id: ElementId | undefined,
): string | undefined {
  for (let current = id; current !== undefined; current = model.elements.get(current)?.parent) {
    const found = nodes.find((node) => node.id === current);
    if (found) return found.id;
  }
  const boundary = boundaryOf(model, id)?.id;
  return nodes.find((node) => node.id === boundary)?.id;
}
