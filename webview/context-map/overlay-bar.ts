import type { Overlay, OverlayKey } from '../../src/diagram/picture.js';
import { changeSigns } from '../../src/diagram/svg/change.js';
import { markColours } from '../../src/diagram/svg/marks.js';
import { variableTheme } from '../../src/diagram/svg/theme.js';
import { made } from './made.js';

/** What lies over the map and what its signs mean, in letters of the page, however far the map is. */
export class OverlayBar {
  readonly element = made('div', 'overlay-bar');

  readonly #elsewhere = document.createElement('button');

  /** @param listElsewhere shows the findings that have no box */
  constructor(listElsewhere: () => void) {
    this.#elsewhere.addEventListener('click', listElsewhere);
    this.element.setAttribute('role', 'note');
    this.element.setAttribute('aria-label', 'Overlay');
    this.element.hidden = true;
  }

  /** @param elsewhere how many findings have no box and can be listed */
  show(overlay: Overlay | undefined, elsewhere = 0): void {
    this.element.hidden = overlay === undefined;
    if (!overlay) return;
    const { title, key = [] } = overlay;
    const focused = document.activeElement === this.#elsewhere;
    const listed = elsewhere > 0 ? [this.#elsewhere] : [];
    // The button says it.
    const signs = elsewhere > 0 ? key.filter(({ severity }) => severity !== undefined) : key;
    this.#elsewhere.textContent = `${String(elsewhere)} ${elsewhere === 1 ? 'has' : 'have'} no box…`;
    this.#elsewhere.title = 'Findings on subdomains, teams, flows and the like';
    this.element.replaceChildren(made('span', 'title', title), ...signs.map(keyEntry), ...listed);
    if (focused) this.#elsewhere.focus();
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
