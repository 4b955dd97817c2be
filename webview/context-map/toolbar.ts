interface ToolbarActions {
  readonly view: (name: string | undefined) => void;
  readonly fit: () => void;
  readonly zoom: (factor: number) => void;
  readonly expand: () => void;
  readonly collapse: () => void;
  readonly save: () => void;
}

/** Views, search and zoom above the map. */
export class Toolbar {
  readonly element = document.createElement('div');
  readonly searchField = document.createElement('input');
  readonly #views = document.createElement('select');

  constructor(actions: ToolbarActions) {
    this.element.className = 'toolbar';
    this.element.setAttribute('role', 'toolbar');
    this.element.setAttribute('aria-label', 'Context map');
    this.#views.setAttribute('aria-label', 'View');
    this.#views.addEventListener('change', () => {
      actions.view(this.#views.value === '' ? undefined : this.#views.value);
    });
    this.searchField.type = 'search';
    this.searchField.placeholder = 'Find ( / )';
    this.searchField.setAttribute('aria-label', 'Find in the map');
    const button = (text: string, title: string, action: () => void) => {
      const created = document.createElement('button');
      created.textContent = text;
      created.title = title;
      created.setAttribute('aria-label', title);
      created.addEventListener('click', action);
      return created;
    };
    this.element.append(
      this.#views,
      this.searchField,
      button('+', 'Zoom in', () => {
        actions.zoom(1.2);
      }),
      button('−', 'Zoom out', () => {
        actions.zoom(1 / 1.2);
      }),
      button('Fit', 'Show everything', actions.fit),
      button('Open all', 'Open all contexts', actions.expand),
      button('Fold all', 'Fold all contexts', actions.collapse),
      button('Export', 'Save as SVG', actions.save),
    );
  }

  showViews(
    views: readonly { readonly name: string; readonly title: string }[],
    active: string | undefined,
  ): void {
    const options = [{ name: '', title: 'Landscape' }, ...views].map(({ name, title }) => {
      const option = document.createElement('option');
      option.value = name;
      option.textContent = title;
      option.selected = name === (active ?? '');
      return option;
    });
    this.#views.replaceChildren(...options);
    this.#views.hidden = views.length === 0;
  }
}
