import type { RelationEnd } from '../../diagram/labels.js';
import { portWidth } from '../../diagram/layout/ports.js';
import { fonts, spacing, type SizedNode } from '../../diagram/measure.js';
import type {
  Change,
  OverlayKey,
  OverlayMark,
  Picture,
  PictureEdge,
  PictureNode,
  PicturePort,
  Point,
} from '../../diagram/picture.js';
import type { Selection } from '../../diagram/select.js';
import { changeSigns } from '../../diagram/svg/change.js';
import { clipped, wrapped } from '../../diagram/text-metrics.js';
import type { Model } from '../../model/model.js';
import type { MapSide } from './map-side.js';
import type { Compared } from '../compared.js';
import { marksOf, type Mark } from './marks.js';
import { edgePlace, shownOf, type Shown, type Side } from './shown.js';

/** What the legend of a map of both says. */
const key: readonly OverlayKey[] = [
  { change: 'added', text: 'added' },
  { change: 'removed', text: 'removed' },
  { change: 'changed', text: 'changed' },
  { change: 'hit', text: 'hit by a change' },
];

/**
 * A laid-out map of both revisions (of `overlaidModel`) as one of its sides shows it. All three have
 * every box at the same place, so that the eye sees only what changed.
 *
 * @param names what the revisions are called
 */
export function changedPicture(
  picture: Picture,
  selection: Selection,
  model: Model,
  compared: Compared,
  side: MapSide,
  names: { readonly before: string; readonly after: string },
): Picture {
  const { before, after, correspondence, changes } = compared.comparison;
  const { former, latter } = correspondence;
  const gone = new Set(changes.flatMap(({ change, id }) => (change === 'removed' ? id : [])));
  const then: Side = {
    model: before,
    here: (id) => former.get(id) ?? (gone.has(id) ? id : undefined),
    onMap: (id) => latter.get(id) ?? id,
  };
  const now: Side = {
    model: after,
    here: (id) => (gone.has(id) ? undefined : id),
    onMap: (id) => id,
  };
  const shownThen = shownOf(then, selection);
  const shownNow = shownOf(now, selection);
  if (side === 'before') return dressed(picture, shownThen, `Before: ${names.before}`);
  if (side === 'after') return dressed(picture, shownNow, `After: ${names.after}`);
  const rows = new Set(picture.nodes.flatMap((node) => node.rows.map(({ id }) => id)));
  const items = new Set([...picture.nodes, ...picture.edges].map(({ id }) => id));
  const marks = marksOf(compared, model, (id) => items.has(id) || rows.has(id));
  const changeOf = (of: (shown: Shown) => boolean, mark?: Mark): Change | undefined => {
    const [was, is] = [of(shownThen), of(shownNow)];
    if (was === is) return mark?.change;
    return is ? 'added' : 'removed';
  };
  const pills: OverlayMark[] = [];
  const nodes = picture.nodes.map((node): PictureNode => {
    if (node.shape === 'group') return node;
    const mark = node.ghost ? undefined : withRows(node, marks);
    const change = changeOf(({ nodes: all }) => all.has(node.id), mark);
    if (change === undefined) return node;
    const text = saidOf(change, mark);
    if (!node.ghost) pills.push({ node: node.id, text, change });
    return { ...node, change, description: `${node.description}, ${text}` };
  });
  const edges = picture.edges.map((edge): PictureEdge => {
    const place = edgePlace(edge);
    const [was, is] = [shownThen.edges.get(place), shownNow.edges.get(place)];
    const said =
      was && is && was.text !== is.text ? { change: 'changed' as const, text: 'label' } : undefined;
    const mark = marks.get(edge.id) ?? said;
    const change = changeOf(({ edges: all }) => all.has(place), mark);
    if (change === undefined) return edge;
    return { ...edge, change, description: `${edge.description}, ${saidOf(change, mark)}` };
  });
  const changesShown = new Set([...nodes, ...edges].map(({ change }) => change));
  return {
    ...picture,
    nodes,
    edges,
    overlay: {
      title: `Changes since ${names.before}`,
      marks: pills,
      steps: [],
      key: key.filter(({ change }) => changesShown.has(change)),
    },
  };
}

/** Changes of the rows of a box belong to the box. */
function withRows(node: PictureNode, marks: ReadonlyMap<string, Mark>): Mark | undefined {
  const own = marks.get(node.element);
  const changed = node.rows.filter(({ id }) => marks.has(id)).map(({ text }) => text);
  if (changed.length === 0) return own;
  const words = [...(own && own.text !== '' ? [own.text] : []), changed.join(', ')];
  return { change: 'changed', text: words.join(' · ') };
}

/** A sign and words, so that nothing hangs on the colour. */
function saidOf(change: Change, mark: Mark | undefined): string {
  const words = change === 'added' || change === 'removed' ? change : (mark?.text ?? '');
  return `${changeSigns[change]} ${words === '' ? change : words}`;
}

/** A map of both as one revision has it, with the words of that revision. */
function dressed(picture: Picture, shown: Shown, title: string): Picture {
  const nodes = picture.nodes.flatMap((node): PictureNode[] => {
    if (node.shape === 'group') return [node];
    const own = shown.nodes.get(node.id);
    return own ? [withWords(node, own)] : [];
  });
  const ports = picture.ports.flatMap((port) => portOf(port, picture, shown));
  const edges = picture.edges.flatMap((edge): PictureEdge[] => {
    const own = shown.edges.get(edgePlace(edge));
    if (!own) return [];
    const { label } = edge;
    const { style, arrow, text, description } = own;
    const points = meeting(edge, picture.ports, ports);
    const rest = { ...edge, style, arrow, points, description };
    if (!label) return [rest];
    const lines = wrapped(text, label.width, fonts.label, Math.max(1, label.lines.length));
    return text === '' ? [withoutLabel(rest)] : [{ ...rest, label: { ...label, lines } }];
  });
  return { ...picture, nodes, edges, ports, overlay: { title, marks: [], steps: [] } };
}

function withoutLabel({ label: _, ...rest }: PictureEdge): PictureEdge {
  return rest;
}

/** Keeps the place and size of a box, and says what it says in this revision. */
function withWords(node: PictureNode, words: SizedNode): PictureNode {
  const { name, details, rows, mark, shape, description, subdomain, serviceKind, team } = words;
  const size = node.parent === undefined ? fonts.name : fonts.inner;
  const room = node.width - spacing.padding;
  const lines = name.length <= node.name.length ? name : [name.join('')];
  const { subdomain: _, serviceKind: __, team: ___, ...rest } = node;
  return {
    ...rest,
    name: lines.map((line) => clipped(line, room, size, 'bold')),
    details: details.slice(0, Math.max(1, node.details.length)),
    ...{ rows, mark, shape, description },
    ...(subdomain === undefined ? {} : { subdomain }),
    ...(serviceKind === undefined ? {} : { serviceKind }),
    ...(team === undefined ? {} : { team }),
  };
}

/** The plate of a relation's end, as long as a relation of this revision ends there. */
function portOf(port: PicturePort, picture: Picture, shown: Shown): PicturePort[] {
  const ids = port.edges.filter((id) => shown.edges.has(id));
  const [first] = ids;
  const edge = picture.edges.find(({ id }) => id === first);
  if (first === undefined || !edge) return [];
  const end: RelationEnd = edge.from === port.node ? 'upstream' : 'downstream';
  const label = shown.edges.get(first)?.port?.(end);
  if (!label) return [];
  const width = portWidth(label);
  // The edge that touches the box stays where it is.
  const shift = {
    left: port.width - width,
    right: 0,
    top: (port.width - width) / 2,
    bottom: (port.width - width) / 2,
  };
  return [{ ...port, ...label, width, x: port.x + shift[port.side], edges: ids }];
}

/** The way of an edge, ending at plates that may be wider or narrower than those it was laid out for. */
function meeting(
  { id, from, points }: PictureEdge,
  before: readonly PicturePort[],
  after: readonly PicturePort[],
): readonly Point[] {
  let result = points;
  for (const port of after.filter(({ edges }) => edges.includes(id))) {
    const old = before.find((candidate) => candidate.id === port.id);
    if (!old || (port.side !== 'left' && port.side !== 'right')) continue;
    const dx = port.side === 'left' ? port.x - old.x : port.width - old.width;
    const at = port.node === from ? 0 : points.length - 1;
    result = result.map((point, index) => (index === at ? { ...point, x: point.x + dx } : point));
  }
  return result;
}
