import type { Sequence } from '../../src/diagram/sequence/sequence.js';
import { sequenceSvg } from '../../src/diagram/sequence/svg.js';
import { variableTheme } from '../../src/diagram/svg/theme.js';

interface Actions {
  readonly reveal: (id: string) => void;
  /** Selects the first of these that the map shows. */
  readonly select: (ids: readonly string[]) => void;
  readonly copy: () => void;
  readonly save: () => void;
}

/** A long flow is scrolled rather than shown smaller than this, as its words are to be read. */
const leastScale = 0.8;

/** The sequence diagram of the flow that lies over the map. */
export class SequencePane {
  readonly element = document.createElement('div');
  readonly #drawing = document.createElement('div');
  #shown = '';

  constructor({ reveal, select, copy, save }: Actions) {
    this.element.className = 'sequence';
    const bar = document.createElement('div');
    bar.className = 'bar';
    bar.append(
      button('Copy as Mermaid', 'Copy the flow as a Mermaid sequence diagram', copy),
      button('Export…', 'Export the flow as a sequence diagram', save),
    );
    this.element.append(bar, this.#drawing);
    const sourceAt = (target: EventTarget | null) => {
      const group = target instanceof Element ? target.closest('[data-arch-id]') : null;
      return group instanceof SVGElement ? group.dataset['archId'] : undefined;
    };
    this.#drawing.addEventListener('click', ({ target }) => {
      const id = sourceAt(target);
      if (id === undefined) return;
      select([id, contextOf(id)]);
      reveal(id);
    });
    this.#drawing.addEventListener('keydown', (event) => {
      const id = sourceAt(event.target);
      if (id === undefined || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      event.stopPropagation();
      reveal(id);
    });
  }

  /** Draws a sequence; the same one is left as it is, so that the focus stays. */
  show(sequence: Sequence | undefined): void {
    const svg = sequence ? sequenceSvg(sequence, variableTheme) : '';
    if (svg === this.#shown) return;
    this.#shown = svg;
    // Our own drawing: every text of the model in it is escaped.
    this.#drawing.innerHTML = svg;
    const drawn = this.#drawing.querySelector('svg');
    if (drawn) drawn.style.minWidth = `${String(drawn.viewBox.baseVal.width * leastScale)}px`;
    for (const group of this.#drawing.querySelectorAll('[data-arch-id]')) {
      group.setAttribute('tabindex', '0');
      group.setAttribute('role', 'button');
    }
  }
}

/** The context of a service, which stands for it while it is folded. */
function contextOf(id: string): string {
  const name = id.slice(id.indexOf(':') + 1);
  const end = name.lastIndexOf('.');
  return end < 0 ? '' : `context:${name.slice(0, end)}`;
}

function button(text: string, title: string, act: () => void): HTMLButtonElement {
  const created = document.createElement('button');
  created.textContent = text;
  created.title = title;
  created.addEventListener('click', act);
  return created;
}
