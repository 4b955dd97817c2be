import { localEngine } from '../../diagram/layout/local-engine.js';
import type { Picture } from '../../diagram/picture.js';
import type { SelectOptions } from '../../diagram/select.js';
import type { Model } from '../../model/model.js';
import { escapeXml as escaped } from '../../diagram/svg/escape.js';
import { renderSvg } from '../../diagram/svg/svg.js';
import { themes } from '../../diagram/svg/theme.js';
import type { MapSide } from '../map/map-side.js';
import { mapOfChanges } from '../map/map-of-changes.js';
import type { Review } from '../review.js';
import { affected, viewOf } from './affected.js';

/**
 * Maps of what is affected: both revisions in one, before, and after, with every box at the same
 * place. They are images, so that nothing in them can act.
 */
export async function mapsOf(review: Review): Promise<string> {
  const { before, after } = review;
  const ids = affected(review);
  if (ids.length === 0) return '';
  const options = (model: Model): SelectOptions => {
    const view = viewOf(model, ids, 'What is affected');
    return { ...(view ? { view } : {}), level: 'contexts' };
  };
  const { side } = await mapOfChanges(review, options, localEngine);
  const drawn = (name: MapSide) => side(name, { before: before.name, after: after.name });
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
