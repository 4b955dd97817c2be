import { elkEngine } from '../../diagram/layout/elk.js';
import { layout } from '../../diagram/layout/layout.js';
import type { Picture } from '../../diagram/picture.js';
import { select } from '../../diagram/select.js';
import { escapeXml as escaped } from '../../diagram/svg/escape.js';
import { renderSvg } from '../../diagram/svg/svg.js';
import { themes } from '../../diagram/svg/theme.js';
import { changedPicture, type MapSide } from '../map/changed-picture.js';
import { overlaidModel } from '../map/overlaid-model.js';
import type { Review } from '../review.js';
import { affected, viewOf } from './affected.js';

/**
 * Maps of what is affected: both revisions in one, before, and after, with every box at the same
 * place. They are images, so that nothing in them can act.
 */
export async function mapsOf(review: Review): Promise<string> {
  const { before, after, comparison } = review;
  const model = overlaidModel(comparison);
  const view = viewOf(model, affected(review), 'What is affected');
  if (!view) return '';
  const selection = select(model, { view, level: 'contexts' });
  const base = await layout(model, selection, elkEngine);
  const names = { before: before.name, after: after.name };
  const drawn = (side: MapSide) => changedPicture(base, selection, model, review, side, names);
  return [
    figure('What changed', drawn('both'), true),
    figure(`Before: ${before.name}`, drawn('before')),
    figure(`After: ${after.name}`, drawn('after')),
  ].join('\n');
}

function figure(title: string, picture: Picture, isOpen = false): string {
  const image = (theme: 'light' | 'dark') =>
    `data:image/svg+xml,${encodeURIComponent(renderSvg(picture, themes[theme]))}`;
  return `<details${isOpen ? ' open' : ''} class="map"><summary>Map: ${escaped(title)}</summary>
<picture><source media="print" srcset="${image('light')}"><source media="(prefers-color-scheme: dark)" srcset="${image('dark')}"><img alt="${escaped(`Context map. ${title}`)}" src="${image('light')}"></picture>
</details>`;
}
