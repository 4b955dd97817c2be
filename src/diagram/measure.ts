/** Sizes and words of the boxes, from the model. */
import { nameOfId } from '../model/lookup.js';
import type { Actor, Context, Event, External, Model, Service, Store } from '../model/model.js';
import type { PictureNode } from './picture.js';
import type { Selection } from './select.js';
import { textWidth, wrapped } from './text-metrics.js';

/** A node before it has a place. */
export type SizedNode = Omit<PictureNode, 'x' | 'y' | 'parent'>;

export const fonts = { mark: 10, name: 15, detail: 11.5, port: 10.5, label: 11, inner: 12.5 } as const;

const padding = 14;
const minimum = 150;
const maximum = 230;

export function contextNode(model: Model, context: Context, selection: Selection): SizedNode {
  const { contextKind, subdomainType, team } = context;
  const shape = contextKind === 'big-ball-of-mud' ? 'big-ball-of-mud' : contextKind === 'legacy' ? 'legacy' : 'context';
  const special = shape === 'context' ? undefined : shape === 'legacy' ? 'legacy' : 'big ball of mud';
  const mark = [subdomainType, special].filter((part) => part !== undefined).join(' · ');
  const teamName = team === undefined ? undefined : nameOfId(team);
  const details = context.title !== undefined && context.title !== context.name ? [context.title] : [];
  if (selection.shows('teams') && teamName !== undefined) details.push(`Team ${teamName}`);
  const services = model.services.filter((service) => service.context === context.id).length;
  return {
    ...boxed(context.name, details, mark),
    id: context.id,
    shape,
    ...(subdomainType === undefined ? {} : { subdomain: subdomainType }),
    ...(teamName === undefined ? {} : { team: teamName }),
    open: selection.open.has(context.id),
    expandable: services > 0,
    description: `Bounded context ${context.name}${mark === '' ? '' : `, ${mark}`}${teamName === undefined ? '' : `, team ${teamName}`}`,
  };
}

export function externalNode(external: External): SizedNode {
  const details = external.title !== undefined && external.title !== external.name ? [external.title] : [];
  return {
    ...boxed(external.name, details, 'external'),
    id: external.id,
    shape: 'external',
    open: false,
    expandable: false,
    description: `External system ${external.name}`,
  };
}

export function actorNode(actor: Actor): SizedNode {
  const details = actor.title === undefined ? [] : [actor.title];
  return {
    ...boxed(actor.name, details, 'actor'),
    id: actor.id,
    shape: 'actor',
    open: false,
    expandable: false,
    description: `Actor ${actor.name}`,
  };
}

export function serviceNode(model: Model, service: Service, selection: Selection): SizedNode {
  const apis = selection.shows('apis')
    ? model.apis.filter(({ service: owner }) => owner === service.id).map(({ name, style }) => `${name} (${style})`)
    : [];
  const technology = service.technology === undefined ? [] : [service.technology];
  return {
    ...boxed(service.name, [...technology, ...apis], service.serviceKind, fonts.inner),
    id: service.id,
    shape: 'service',
    serviceKind: service.serviceKind,
    ...(service.team === undefined ? {} : { team: nameOfId(service.team) }),
    open: false,
    expandable: false,
    description: `Service ${service.name}, ${service.serviceKind}`,
  };
}

export function storeNode(store: Store): SizedNode {
  const box = boxed(store.name, [store.technology], 'store', fonts.inner, 110);
  return {
    ...box,
    height: box.height + 12,
    id: store.id,
    shape: 'store',
    open: false,
    expandable: false,
    description: `Store ${store.name}, ${store.technology}`,
  };
}

export function eventNode(event: Event): SizedNode {
  return {
    ...boxed(event.name, [], 'event', fonts.inner, 110),
    id: event.id,
    shape: 'event',
    open: false,
    expandable: false,
    description: `Event ${event.name}`,
  };
}

function boxed(
  name: string,
  details: readonly string[],
  mark: string,
  size: number = fonts.name,
  least: number = minimum,
) {
  const inner = maximum - 2 * padding;
  const nameLines = broken(name, inner, size);
  const detailLines = details.flatMap((detail) => wrapped(detail, inner, fonts.detail, 2));
  const widths = [
    ...nameLines.map((line) => textWidth(line, size, 'bold')),
    ...detailLines.map((line) => textWidth(line, fonts.detail)),
    textWidth(mark.toUpperCase(), fonts.mark, 'bold') + 12,
  ];
  const width = Math.max(least, Math.min(maximum, Math.max(...widths) + 2 * padding));
  const height =
    2 * padding +
    (mark === '' ? 0 : fonts.mark + 6) +
    nameLines.length * (size + 4) +
    (detailLines.length > 0 ? 3 + detailLines.length * (fonts.detail + 4) : 0);
  return { name: nameLines, details: detailLines, mark, width, height: Math.ceil(height) };
}

/** A name on one or two lines, broken where a word begins: `CustomerSelf` `Service`. */
function broken(name: string, width: number, size: number): string[] {
  if (textWidth(name, size, 'bold') <= width) return [name];
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[ _]/);
  const lines: string[] = [''];
  for (const word of words) {
    const line = `${lines.at(-1) ?? ''}${word}`;
    if (textWidth(line, size, 'bold') <= width || lines.at(-1) === '') lines[lines.length - 1] = line;
    else lines.push(word);
  }
  const [first = '', ...rest] = lines;
  return rest.length > 0
    ? [...wrapped(first, width, size, 1, 'bold'), ...wrapped(rest.join(''), width, size, 1, 'bold')]
    : wrapped(first, width, size, 1, 'bold');
}
