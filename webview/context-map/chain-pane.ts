import type { Chain } from '../../src/diagram/chain.js';
import { chainHeads, chainRows, type ChainRow } from '../../src/diagram/chain-table.js';

/** The calls of a chain as a table: what the numbers on the map say, to read and to listen to. */
export class ChainPane {
  readonly element = document.createElement('div');
  readonly #reveal: (id: string) => void;
  #shown = '';

  constructor(reveal: (id: string) => void) {
    this.#reveal = reveal;
    this.element.className = 'chain';
  }

  /** Shows a chain; the same one is left as it is, so that the focus stays. */
  show(chain: Chain | undefined): void {
    const wanted = JSON.stringify(chain ?? null);
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    this.element.replaceChildren(...(chain ? this.#parts(chain) : []));
  }

  #parts(chain: Chain): HTMLElement[] {
    const table = document.createElement('table');
    const head = table.createTHead().insertRow();
    for (const text of chainHeads) {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.textContent = text;
      head.append(cell);
    }
    const body = table.createTBody();
    for (const row of chainRows(chain)) this.#row(body.insertRow(), row);
    table.setAttribute('aria-label', 'Calls of the chain');
    return [
      table,
      paragraph(
        'note',
        'A wait is the timeout times the attempts. Possible is the product of what the entry needs for every answer; * marks calls that the caller can do without.',
      ),
    ];
  }

  #row(row: HTMLTableRowElement, { call, depth, cells }: ChainRow): void {
    for (const [index, text] of cells.entries()) {
      const cell = row.insertCell();
      if (index !== 1) {
        cell.textContent = text;
        continue;
      }
      const name = document.createElement('button');
      name.textContent = text;
      name.style.marginInlineStart = `${String(Math.min(depth, 8) * 12)}px`;
      name.addEventListener('click', () => {
        this.#reveal(call);
      });
      cell.append(name);
    }
  }
}

function paragraph(className: string, text: string): HTMLElement {
  const created = document.createElement('p');
  created.className = className;
  created.textContent = text;
  return created;
}
