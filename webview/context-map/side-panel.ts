interface Tab {
  readonly title: string;
  readonly pane: HTMLElement;
}

/** What stands beside the map: tabs that come and go with what there is to show. */
export class SidePanel {
  readonly element = document.createElement('section');
  readonly #head = document.createElement('header');
  readonly #list = document.createElement('div');
  readonly #body = document.createElement('div');
  readonly #tabs = new Map<string, Tab>();
  readonly #closed: () => void;
  #active: string | undefined;

  constructor(closed: () => void) {
    this.#closed = closed;
    this.element.className = 'side';
    this.element.hidden = true;
    this.element.setAttribute('aria-label', 'Beside the map');
    this.#list.setAttribute('role', 'tablist');
    this.#list.setAttribute('aria-label', 'Beside the map');
    this.#list.addEventListener('keydown', (event) => {
      this.#step(event);
    });
    const close = document.createElement('button');
    close.textContent = 'Close';
    close.className = 'close';
    close.addEventListener('click', () => {
      this.close();
    });
    this.#head.append(this.#list, close);
    this.#body.className = 'pane';
    this.#body.setAttribute('role', 'tabpanel');
    this.#body.tabIndex = 0;
    this.element.append(this.#head, this.#body);
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
    });
  }

  get active(): string | undefined {
    return this.#active;
  }

  /** Offers a tab, which comes to the front when it is new, or takes it away. */
  offer(name: string, tab: Tab | undefined): void {
    const known = this.#tabs.has(name);
    if (tab) this.#tabs.set(name, tab);
    else this.#tabs.delete(name);
    if (tab && !known) this.#active = name;
    if (this.#active !== undefined && !this.#tabs.has(this.#active)) {
      this.#active = [...this.#tabs.keys()].at(-1);
    }
    if (known !== (tab !== undefined)) this.#draw();
  }

  /** Hides the panel until something new is offered. */
  close(): void {
    this.#closed();
    this.element.hidden = true;
  }

  /** Arrows go from tab to tab. */
  #step(event: KeyboardEvent): void {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    const names = [...this.#tabs.keys()];
    const at = names.indexOf(this.#active ?? '') + by;
    this.#active = names[(at + names.length) % names.length];
    this.#draw();
    this.#list.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  #draw(): void {
    const tabs = [...this.#tabs].map(([name, { title }]) => {
      const button = document.createElement('button');
      button.textContent = title;
      button.setAttribute('role', 'tab');
      button.setAttribute('aria-selected', String(name === this.#active));
      button.tabIndex = name === this.#active ? 0 : -1;
      button.addEventListener('click', () => {
        this.#active = name;
        this.#draw();
      });
      return button;
    });
    this.#list.replaceChildren(...tabs);
    const shown = this.#active === undefined ? undefined : this.#tabs.get(this.#active);
    this.element.hidden = shown === undefined;
    if (shown) {
      this.#body.setAttribute('aria-label', shown.title);
      this.#body.replaceChildren(shown.pane);
    }
  }
}
