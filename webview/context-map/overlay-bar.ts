import type { Overlay, OverlayKey } from '../../src/diagram/picture.js';
import { changeSigns } from '../../src/diagram/svg/change.js';
import { markColours } from '../../src/diagram/svg/marks.js';
import { variableTheme } from '../../src/diagram/svg/theme.js';
import { made } from './made.js';

/** What lies over the map and what its signs mean, in letters of the page, however far the map is. */
export class OverlayBar {
  readonly element = made('div', 'overlay-bar');

  constructor() {
    this.element.setAttribute('role', 'note');
    this.element.setAttribute('aria-label', 'Overlay');
    this.element.hidden = true;
  }

  show(overlay: Overlay | undefined): void {
    this.element.hidden = overlay === undefined;
    if (!overlay) return;
    const { title, key = [] } = overlay;
    this.element.replaceChildren(made('span', 'title', title), ...key.map(keyEntry));
  }
}

function keyEntry(entry: OverlayKey): HTMLElement {
  const { sign = '', text, change, tone, severity } = entry;
  const created = made('span', 'entry');
  // A team is its own sign.
  if (tone !== undefined) created.append(pill(text, entry));
  else if (change !== undefined) created.append(pill(changeSigns[change], entry), text);
  else if (severity !== undefined) created.append(pill(sign, entry), text);
  else created.append(made('b', '', sign), text);
  return created;
}

function pill(text: string, entry: OverlayKey): HTMLElement {
  const created = made('span', 'pill', text);
  const { fill, ink } = markColours(entry, variableTheme);
  created.style.background = fill;
  created.style.color = ink;
  return created;
}
