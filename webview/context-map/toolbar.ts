import type { MapQuery, NamedChoice } from '../../src/protocol/context-map.js';

interface ToolbarActions {
  readonly change: (query: Partial<MapQuery>) => void;
  readonly fit: () => void;
  readonly zoom: (factor: number) => void;
  readonly expand: () => void;
  readonly collapse: () => void;
  readonly reset: () => void;
  readonly save: () => void;
  readonly contracts: () => void;
  readonly legend: () => void;
  /** Takes the keyboard back to the map. */
  readonly leave: () => void;
}

const groupings: readonly NamedChoice[] = [
  { name: '', title: 'No groups' },
  { name: 'domain', title: 'By domain' },
  { name: 'team', title: 'By team' },
];

/** Overlays of which there may be many, by how their names begin. */
const kinds = [
  ['flow:', 'Flows'],
  ['chain:', 'Synchronous chains'],
] as const;

/** Views, groups, overlays, search and zoom above the map. */
export class Toolbar {
  readonly element = document.createElement('div');
  readonly searchField = document.createElement('input');
  readonly #views: HTMLSelectElement;
  readonly #groups: HTMLSelectElement;
  readonly #overlays: HTMLSelectElement;
  readonly #contracts: HTMLButtonElement;
  readonly #legend: HTMLButtonElement;

  constructor(actions: ToolbarActions) {
    this.element.className = 'toolbar';
    this.element.setAttribute('role', 'toolbar');
    this.element.setAttribute('aria-label', 'Context map');
    this.element.addEventListener('keydown', (event) => {
      // The field that finds has its own way back.
      if (event.key !== 'Escape' || event.target === this.searchField) return;
      event.stopPropagation();
      actions.leave();
    });
    this.#views = picker('View', (view) => {
      actions.change({ view, context: undefined, open: [], folded: [] });
    });
    this.#groups = picker('Groups', (name) => {
      actions.change({ groupBy: name === 'domain' || name === 'team' ? name : undefined });
    });
    this.#overlays = picker('Overlay', (name) => {
      actions.change({ overlay: name as MapQuery['overlay'] });
    });
    this.searchField.type = 'search';
    this.searchField.placeholder = 'Find ( / )';
    this.searchField.setAttribute('aria-label', 'Find in the map');
    this.#contracts = button(
      'Contracts',
      'Contracts of what is selected, beside the map ( c )',
      actions.contracts,
    );
    this.#legend = button('Legend', 'What colours, lines and letters mean ( l )', actions.legend);
    this.pressContracts(false);
    this.pressLegend(false);
    // They belong together, however narrow the panel is.
    const zoom = document.createElement('span');
    zoom.className = 'zoom';
    zoom.append(
      sign('+', 'Zoom in', () => {
        actions.zoom(1.2);
      }),
      sign('−', 'Zoom out', () => {
        actions.zoom(1 / 1.2);
      }),
      button('Fit', 'Show everything', actions.fit),
    );
    this.element.append(
      this.#views,
      this.#groups,
      this.#overlays,
      this.searchField,
      zoom,
      button('Open all', 'Open all contexts', actions.expand),
      button('Fold all', 'Fold all contexts', actions.collapse),
      button(
        'Reset layout',
        'Forget where boxes were put, and arrange the map afresh',
        actions.reset,
      ),
      this.#contracts,
      this.#legend,
      button('Export', 'Save the map as a file', actions.save),
    );
  }

  pressContracts(pressed: boolean): void {
    this.#contracts.setAttribute('aria-pressed', String(pressed));
  }

  pressLegend(pressed: boolean): void {
    this.#legend.setAttribute('aria-pressed', String(pressed));
  }

  show(query: MapQuery, views: readonly NamedChoice[], overlays: readonly NamedChoice[]): void {
    fill(this.#views, [{ name: '', title: 'Landscape' }, ...views], query.view);
    this.#views.hidden = views.length === 0;
    fill(this.#groups, groupings, query.groupBy);
    fill(this.#overlays, [{ name: '', title: 'No overlay' }, ...overlays], query.overlay);
  }

  focusViews(): void {
    (this.#views.hidden ? this.#groups : this.#views).focus();
  }

  focusOverlays(): void {
    this.#overlays.focus();
  }
}

function button(text: string, title: string, action: () => void): HTMLButtonElement {
  const created = document.createElement('button');
  created.textContent = text;
  created.title = title;
  created.addEventListener('click', action);
  return created;
}

/** A button whose text is no name. */
function sign(text: string, name: string, action: () => void): HTMLButtonElement {
  const created = button(text, name, action);
  created.setAttribute('aria-label', name);
  return created;
}

/** A pick list; the empty name stands for none. */
function picker(label: string, change: (name: string | undefined) => void): HTMLSelectElement {
  const created = document.createElement('select');
  created.setAttribute('aria-label', label);
  created.addEventListener('change', () => {
    change(created.value === '' ? undefined : created.value);
  });
  return created;
}

function fill(select: HTMLSelectElement, choices: readonly NamedChoice[], active = ''): void {
  const wanted = JSON.stringify(choices);
  if (select.dataset['choices'] !== wanted) {
    select.dataset['choices'] = wanted;
    select.replaceChildren(...choices.map(option));
    gather(select);
  }
  select.value = active;
}

function option({ name, title }: NamedChoice): HTMLOptionElement {
  const created = document.createElement('option');
  created.value = name;
  created.textContent = title;
  return created;
}

/** Puts choices of one kind, whose titles begin alike (`Flow: …`), under a heading of their own. */
function gather(select: HTMLSelectElement): void {
  for (const [kind, heading] of kinds) {
    const own = [...select.options].filter(({ value }) => value.startsWith(kind));
    const [first] = own;
    if (!first) continue;
    const group = document.createElement('optgroup');
    group.label = heading;
    first.before(group);
    group.append(...own);
  }
}
