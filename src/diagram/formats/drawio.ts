import type { Change, Picture, PictureEdge, PictureNode, PicturePort } from '../picture.js';
import { tag } from '../svg/escape.js';
import { coloursOf } from '../svg/shapes.js';
import { themes } from '../svg/theme.js';
import { overlayCells } from './drawio-overlay.js';
import { html } from './drawio-text.js';
import { printable } from './text.js';

/** A draw.io file with the places of the map, so that it can be worked on by hand. */
export function toDrawio(picture: Picture): string {
  const cells = [
    tag('mxCell', { id: '0' }),
    tag('mxCell', { id: '1', parent: '0' }),
    textCell(picture),
    ...picture.nodes.map(nodeCell),
    ...picture.edges.map((edge, index) => edgeCell(edge, index, picture)),
    ...picture.ports.map(portCell),
    ...overlayCells(picture),
  ];
  const model = tag(
    'mxGraphModel',
    { grid: 0, page: 0, pageWidth: picture.width, pageHeight: picture.height },
    tag('root', {}, ...cells),
  );
  const diagram = tag(
    'diagram',
    { id: 'map', name: printable(picture.title) || 'Context map' },
    model,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('mxfile', { host: 'archivolt' }, diagram)}\n`;
}

function textCell({ title, width }: Picture): string {
  return tag(
    'mxCell',
    {
      id: 'title',
      value: html(title),
      style: 'text;html=1;fontSize=20;fontStyle=1;align=left;',
      vertex: 1,
      parent: '1',
    },
    tag('mxGeometry', { x: 28, y: 24, width: width - 56, height: 30, as: 'geometry' }),
  );
}

const shapes: Readonly<Record<PictureNode['shape'], string>> = {
  group: 'rounded=1;arcSize=4;verticalAlign=top;fontStyle=1;',
  context: 'rounded=1;arcSize=14;',
  legacy: 'rounded=1;arcSize=14;dashed=1;dashPattern=8 4;',
  'big-ball-of-mud': 'shape=cloud;',
  external: 'shape=process;size=0.05;',
  actor: 'shape=mxgraph.basic.rounded_frame;rounded=1;',
  service: 'rounded=1;arcSize=6;',
  store: 'shape=cylinder3;boundedLbl=1;size=8;',
  event: 'shape=note;size=12;',
};

function nodeCell(node: PictureNode): string {
  const { fill, line } = coloursOf(node, themes.light);
  const head = node.mark === '' ? [] : [`«${node.mark}»`];
  const rows = node.rows.map(({ text, tag: kind }) => `${text} (${kind})`);
  const words = html(...head, node.name.join(''), ...node.details, ...rows);
  const open = node.open ? 'verticalAlign=top;align=left;spacingLeft=12;' : '';
  const ghost = node.ghost ? 'dashed=1;fontStyle=2;' : '';
  const style = `${shapes[node.shape]}${open}${ghost}html=1;whiteSpace=wrap;fillColor=${fill};strokeColor=${line};fontColor=${themes.light.text};${changeStyle(node.change)}`;
  const { x, y, width, height } = node;
  return tag(
    'mxCell',
    { id: node.id, value: words, style, vertex: 1, parent: '1' },
    tag('mxGeometry', { x, y, width, height, as: 'geometry' }),
  );
}

function portCell(port: PicturePort): string {
  const { light } = themes;
  const filled = port.letter !== 'D';
  const style = `rounded=1;html=1;fontSize=10;fontStyle=1;fillColor=${filled ? light.port : light.portGround};strokeColor=${light.port};fontColor=${filled ? light.portText : light.port};`;
  const { x, y, width, height } = port;
  return tag(
    'mxCell',
    {
      id: `port ${port.id}`,
      value: html(`${port.letter} ${port.roles}`.trim()),
      style,
      vertex: 1,
      parent: '1',
    },
    tag('mxGeometry', { x, y, width, height, as: 'geometry' }),
  );
}

function edgeCell(edge: PictureEdge, index: number, picture: Picture): string {
  const port = (end: string) =>
    picture.ports.find(({ edges, node }) => edges.includes(edge.id) && node === end)?.id;
  const source = port(edge.from);
  const target = port(edge.to);
  const bends = edge.points.slice(1, -1).map(({ x, y }) => tag('mxPoint', { x, y }));
  const ends = [edge.points[0], edge.points.at(-1)].map((point, end) =>
    point
      ? tag('mxPoint', { x: point.x, y: point.y, as: end === 0 ? 'sourcePoint' : 'targetPoint' })
      : '',
  );
  return tag(
    'mxCell',
    {
      // The same event may be listened to in several places.
      id: `edge ${String(index)} ${edge.id}`,
      value: html(...(edge.label?.lines ?? [])),
      style: `html=1;rounded=1;labelBackgroundColor=${themes.light.background};fontSize=11;${edgeStyle(edge)}${changeStyle(edge.change)}`,
      edge: 1,
      parent: '1',
      source: source === undefined ? edge.from : `port ${source}`,
      target: target === undefined ? edge.to : `port ${target}`,
    },
    tag(
      'mxGeometry',
      { relative: 1, as: 'geometry' },
      ...ends,
      tag('Array', { as: 'points' }, ...bends),
    ),
  );
}

/** Of what changed between two revisions; the last word on a style counts. */
function changeStyle(change: Change | undefined): string {
  if (change === undefined) return '';
  const gone = change === 'removed' ? 'dashed=1;opacity=50;' : '';
  return `strokeColor=${themes.light[change]};strokeWidth=3;${gone}`;
}

function edgeStyle({ style, arrow }: PictureEdge): string {
  const { light } = themes;
  const head = arrow
    ? style === 'command'
      ? 'endArrow=block;endFill=0;'
      : 'endArrow=block;'
    : 'endArrow=none;';
  switch (style) {
    case 'partnership':
      return `strokeWidth=2.5;startArrow=oval;endArrow=oval;strokeColor=${light.line};`;
    case 'shared-kernel':
      return `shape=link;endArrow=none;strokeColor=${light.line};`;
    case 'separate-ways':
      return `dashed=1;dashPattern=1 4;startArrow=cross;endArrow=none;strokeColor=${light.line};`;
    case 'publish':
    case 'subscribe':
      return `dashed=1;strokeColor=${light.eventLine};${head}`;
    case 'derived':
      return `dashed=1;strokeColor=${light.line};${head}`;
    case 'command':
      return `strokeWidth=2;strokeColor=${light.command};${head}`;
    case 'use':
    case 'access':
      return `strokeColor=${light.storeLine};${head}`;
    default:
      return `strokeColor=${light.line};${head}`;
  }
}
