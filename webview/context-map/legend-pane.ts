import { legendEntries } from '../../src/diagram/legend.js';
import type { Picture } from '../../src/diagram/picture.js';
import { legendSymbol } from '../../src/diagram/svg/legend.js';
import { variableTheme } from '../../src/diagram/svg/theme.js';
import { made } from './made.js';

/** The legend of the map as a list, in letters of the page, however far the map is. */
export class LegendPane {
  readonly element = made('ul', 'legend-list');
  #shown = '';

  show(picture: Picture): void {
    const entries = legendEntries(picture);
    const wanted = JSON.stringify(entries);
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    this.element.replaceChildren(
      ...entries.map((entry) => {
        const item = made('li', '');
        const { symbol, text } = entry;
        if (symbol.kind === 'letters') {
          item.append(made('b', 'symbol', symbol.text), text);
          return item;
        }
        const drawing = made('span', 'symbol');
        drawing.setAttribute('aria-hidden', 'true');
        // Our own drawing, without a text of the model.
        drawing.innerHTML = `<svg width="44" height="22" viewBox="-2 -11 44 22">${legendSymbol(entry, variableTheme)}</svg>`;
        item.append(drawing, text);
        return item;
      }),
    );
  }
}
