/** What lies over a map, as cells of draw.io at the places where the drawing has it. */
import type { Overlay, Picture } from '../picture.js';
import { tag } from '../svg/escape.js';
import { markColours } from '../svg/marks.js';
import { placedOverlay, type PlacedOverlay } from '../svg/overlay.js';
import { aroundSteps } from '../svg/step-places.js';
import { themes } from '../svg/theme.js';
import { html } from './drawio-text.js';

export function overlayCells(picture: Picture): string[] {
  const { overlay } = picture;
  if (!overlay) return [];
  const { marks, steps } = placedOverlay(overlay, picture);
  return [titleCell(overlay, picture), ...marks.map(markCell), ...steps.flatMap(stepCells)];
}

function titleCell({ title, key = [] }: Overlay, { width }: Picture): string {
  const signs = key.filter(({ tone }) => tone === undefined);
  const words = signs.map(({ sign, text }) => (sign === undefined ? text : `${sign} ${text}`));
  return tag(
    'mxCell',
    {
      id: 'overlay',
      value: html([title, ...words].join(' · ')),
      style: `text;html=1;fontSize=12;align=left;fontColor=${themes.light.muted};`,
      vertex: 1,
      parent: '1',
    },
    tag('mxGeometry', { x: 28, y: 54, width: width - 56, height: 20, as: 'geometry' }),
  );
}

function markCell({ mark, place }: PlacedOverlay['marks'][number]): string {
  const { fill, ink } = markColours(mark, themes.light);
  const { x, y, width, height } = place;
  return tag(
    'mxCell',
    {
      id: `mark ${mark.node}`,
      value: html(mark.text),
      style: `rounded=1;arcSize=50;html=1;fontSize=10;fontStyle=1;fillColor=${fill};strokeColor=${themes.light.port};fontColor=${ink};`,
      vertex: 1,
      parent: '1',
    },
    tag('mxGeometry', { x, y, width, height, as: 'geometry' }),
  );
}

/** The numbers of steps, and their line where it is of their own. */
function stepCells(placed: PlacedOverlay['steps'][number]): string[] {
  const { command, background } = themes.light;
  const { steps, text, line } = placed;
  const id = `step ${String(steps[0]?.number)}`;
  const { x, y, width, height } = aroundSteps(placed);
  const number = tag(
    'mxCell',
    {
      id,
      value: html(text),
      style: `rounded=1;arcSize=50;html=1;fontSize=11;fontStyle=1;fillColor=${command};strokeColor=${background};fontColor=${background};`,
      vertex: 1,
      parent: '1',
    },
    tag('mxGeometry', { x, y, width, height, as: 'geometry' }),
  );
  if (!line) return [number];
  const ends = line.map((point, index) =>
    tag('mxPoint', { ...point, as: index === 0 ? 'sourcePoint' : 'targetPoint' }),
  );
  const way = tag(
    'mxCell',
    {
      id: `line of ${id}`,
      style: `html=1;dashed=1;dashPattern=1 3;strokeWidth=2;endArrow=none;strokeColor=${command};`,
      edge: 1,
      parent: '1',
    },
    tag('mxGeometry', { relative: 1, as: 'geometry' }, ...ends),
  );
  return [way, number];
}
