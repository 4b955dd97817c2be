/** Sizes and words of the boxes, from the model. */
import { nameOfId } from '../model/lookup.js';
import type { Context } from '../model/elements/context.js';
import type { Element } from '../model/elements/element.js';
import type { Event } from '../model/elements/messages.js';
import type { External, Service } from '../model/elements/services.js';
import type { Store } from '../model/elements/store.js';
import type { Actor } from '../model/elements/strategic.js';
import type { Model } from '../model/model.js';
import { indexOf } from './model-index.js';
import type { PictureNode, PictureRow } from './picture.js';
import type { Selection } from './select.js';
import { brokenName, textWidth, wrapped } from './text-metrics.js';

/** A node before it has a place. */
export type SizedNode = Omit<PictureNode, 'x' | 'y' | 'parent'>;

/** Sizes of type in pixels. */
export const fonts = {
  title: 20,
  mark: 10,
  name: 15,
  detail: 11.5,
  port: 10.5,
  label: 11,
  inner: 12.5,
  row: 11,
} as const;

/** Space around the words of a box, and heights of its lines. */
export const spacing = {
  padding: 14,
  mark: 16,
  line: 4,
  details: 3,
  row: 19,
  rows: 6,
  person: 26,
} as const;

const widest = 230;
const narrowest = 150;
const innerNarrowest = 110;

export function contextNode(model: Model, context: Context, selection: Selection): SizedNode {
  const { contextKind, subdomainType, team, id, name } = context;
  const shape =
    contextKind === 'big-ball-of-mud' || contextKind === 'legacy' ? contextKind : 'context';
  const special = { context: undefined, legacy: 'legacy', 'big-ball-of-mud': 'big ball of mud' }[
    shape
  ];
  const mark = [subdomainType, special].filter((part) => part !== undefined).join(' · ');
  const teamName =
    team === undefined ? undefined : (model.elements.get(team)?.title ?? nameOfId(team));
  const details = titleOf(context);
  if (selection.shows('teams') && teamName !== undefined) details.push(teamName);
  const index = indexOf(model);
  const expandable =
    index.servicesOf(id).length + index.storesOf(id).length + index.eventsOf(id).length > 0;
  return {
    ...boxed({ name, details, mark }),
    id,
    element: id,
    shape,
    ...(subdomainType === undefined ? {} : { subdomain: subdomainType }),
    ...(teamName === undefined ? {} : { team: teamName }),
    ghost: false,
    open: selection.open.has(id),
    expandable,
    description: sentence(`Bounded context ${name}`, mark, teamName),
  };
}

export function externalNode(external: External): SizedNode {
  const { id, name } = external;
  const box = boxed({ name, details: titleOf(external), mark: 'external' });
  return plain({
    ...box,
    width: box.width + 14,
    id,
    shape: 'external',
    description: `External system ${name}`,
  });
}

export function actorNode(actor: Actor): SizedNode {
  const { id, name } = actor;
  const box = boxed({ name, details: titleOf(actor), mark: '', least: innerNarrowest });
  return plain({
    ...box,
    height: box.height + spacing.person,
    id,
    shape: 'actor',
    description: `Actor ${name}`,
  });
}

export function serviceNode(model: Model, service: Service, selection: Selection): SizedNode {
  const { id, name, serviceKind, technology, team } = service;
  const apis = selection.shows('apis') ? indexOf(model).apisOf(id) : [];
  const details = technology === undefined ? [] : [technology];
  const context = model.elements.get(service.context);
  const own = team !== undefined && context?.kind === 'context' && context.team !== team;
  if (selection.shows('teams') && own)
    details.push(model.elements.get(team)?.title ?? nameOfId(team));
  const rows = apis.map((api): PictureRow => ({ id: api.id, text: api.name, tag: api.style }));
  return {
    ...plain({
      ...boxed({
        name,
        details,
        rows,
        mark: serviceKind,
        size: fonts.inner,
        least: innerNarrowest,
      }),
      id,
      shape: 'service',
      description: sentence(`Service ${name}`, serviceKind, technology),
    }),
    serviceKind,
    ...(team === undefined ? {} : { team: nameOfId(team) }),
  };
}

export function storeNode({ id, name, technology }: Store): SizedNode {
  const box = boxed({ name, details: [technology], mark: '', size: fonts.inner, least: 96 });
  const description = `Store ${name}, ${technology}`;
  return plain({ ...box, height: box.height + 14, id, shape: 'store', description });
}

export function eventNode({ id, name, version }: Event): SizedNode {
  const mark = version === undefined ? 'event' : `event v${version}`;
  const box = boxed({ name, details: [], mark, size: fonts.inner, least: 100 });
  return plain({ ...box, id, shape: 'event', description: `Event ${name}` });
}

/** A ghost: an element of another context (or of an external) that this one depends on. */
export function foreignNode(id: string, element: Element, owner: Element | undefined): SizedNode {
  const { kind, name } = element;
  const shape = kind === 'event' || kind === 'store' || kind === 'external' ? kind : 'service';
  const home = owner ? [`in ${owner.name}`] : kind === 'external' ? ['external'] : [];
  const box = boxed({ name, details: home, mark: '', size: fonts.inner, least: 96 });
  return {
    ...plain({
      ...box,
      height: box.height + (shape === 'store' ? 14 : 0),
      id,
      shape,
      description: sentence(`${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)} ${name}`, ...home),
    }),
    element: element.id,
    ghost: true,
  };
}

type PlainNode = Omit<SizedNode, 'element' | 'ghost' | 'open' | 'expandable'>;

function plain(node: PlainNode): SizedNode {
  return { ...node, element: node.id, ghost: false, open: false, expandable: false };
}

function titleOf({ title, name }: { readonly title?: string; readonly name: string }): string[] {
  return title === undefined || title === name ? [] : [title];
}

function sentence(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

interface Words {
  readonly name: string;
  readonly details: readonly string[];
  readonly rows?: readonly PictureRow[];
  readonly mark: string;
  readonly size?: number;
  readonly least?: number;
}

function boxed({ name, details, rows = [], mark, size = fonts.name, least = narrowest }: Words) {
  const room = widest - 2 * spacing.padding;
  const nameLines = brokenName(name, room, size);
  const detailLines = details.flatMap((detail) => wrapped(detail, room, fonts.detail, 2));
  const widths = [
    ...nameLines.map((line) => textWidth(line, size, 'bold')),
    ...detailLines.map((line) => textWidth(line, fonts.detail)),
    ...rows.map(({ text, tag }) => rowWidth(text, tag)),
    textWidth(mark.toUpperCase(), fonts.mark, 'bold') + 8 + mark.length * 0.7,
  ];
  const width = Math.max(least, Math.min(widest, Math.max(...widths) + 2 * spacing.padding));
  const content = { name: nameLines, details: detailLines, rows, mark };
  return {
    ...content,
    width,
    height: Math.ceil(2 * spacing.padding + wordsHeight(content, size) + rowsHeight(rows)),
  };
}

function rowWidth(text: string, tag: string): number {
  return textWidth(text, fonts.row) + textWidth(tag.toUpperCase(), 8.5, 'bold') + 30;
}

function rowsHeight(rows: readonly PictureRow[]): number {
  return rows.length === 0 ? 0 : spacing.rows + rows.length * spacing.row;
}

/** Height of mark, name and details. */
export function wordsHeight(
  { mark, name, details }: Pick<PictureNode, 'mark' | 'name' | 'details'>,
  size: number,
): number {
  return (
    (mark === '' ? 0 : spacing.mark) +
    name.length * (size + spacing.line) +
    (details.length > 0 ? spacing.details + details.length * (fonts.detail + spacing.line) : 0)
  );
}
