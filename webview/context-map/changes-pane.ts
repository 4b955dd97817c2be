import type {
  ChangeGroup,
  ChangePlace,
  ListedChange,
  MapReview,
  MapSide,
} from '../../src/protocol/map-review.js';

interface Actions {
  readonly side: (side: MapSide) => void;
  /** Asks for another revision to compare with. */
  readonly choose: () => void;
  readonly select: (path: readonly string[]) => void;
  readonly reveal: (place: ChangePlace) => void;
  /** Shows a place of the files at a commit. */
  readonly revealFormer: (commit: string, place: ChangePlace) => void;
  readonly approve: (fingerprint: string, title: string) => void;
}

const sides: readonly (readonly [MapSide, string])[] = [
  ['before', 'Before'],
  ['both', 'Both'],
  ['after', 'After'],
];

/** What changed since a revision, as a list: each entry leads to its text and to its box. */
export class ChangesPane {
  readonly element = document.createElement('div');
  readonly #actions: Actions;
  readonly #bar = document.createElement('div');
  readonly #list = document.createElement('div');
  #shown = '';

  constructor(actions: Actions) {
    this.#actions = actions;
    this.element.className = 'changes';
    this.#bar.className = 'bar';
    this.element.append(this.#bar, this.#list);
  }

  /** Shows a review; the same one is left as it is, so that the focus stays. */
  show(review: MapReview | undefined): void {
    const wanted = JSON.stringify(review ?? null);
    if (!review || wanted === this.#shown) return;
    this.#shown = wanted;
    this.#showBar(review);
    this.#list.replaceChildren(...this.#parts(review));
  }

  #showBar({ against, side }: MapReview): void {
    const focused = document.activeElement;
    const index = focused
      ? [...this.#bar.querySelectorAll('button')].indexOf(focused as HTMLButtonElement)
      : -1;
    const choose = button(
      `Against ${against === '' ? '…' : against}`,
      'Choose a revision to compare with',
      this.#actions.choose,
    );
    const group = document.createElement('div');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', 'Shown on the map');
    for (const [name, text] of sides) {
      const chosen = button(text, `Show ${text.toLowerCase()} on the map ( b )`, () => {
        this.#actions.side(name);
      });
      chosen.setAttribute('aria-pressed', String(name === side));
      group.append(chosen);
    }
    this.#bar.replaceChildren(choose, group);
    if (index >= 0) this.#bar.querySelectorAll('button')[index]?.focus();
  }

  #parts(review: MapReview): HTMLElement[] {
    const { problem, groups, more } = review;
    if (problem !== undefined) return [element('p', 'note', problem)];
    if (groups.length === 0) return [element('p', 'note', 'Nothing changed in the model.')];
    return [
      ...groups.map((group) => this.#group(group, review)),
      ...(more > 0 ? [element('p', 'note', `… and ${String(more)} more`)] : []),
    ];
  }

  #group({ title, changes }: ChangeGroup, review: MapReview): HTMLElement {
    const section = document.createElement('section');
    const list = document.createElement('ul');
    list.append(...changes.map((change) => this.#change(change, review)));
    section.append(element('h3', '', `${title} (${String(changes.length)})`), list);
    return section;
  }

  #change(change: ListedChange, { commit }: MapReview): HTMLElement {
    const { kind, title, details, path, before, after, fingerprint, approval } = change;
    const item = document.createElement('li');
    const former = before && commit !== undefined ? { commit, before } : undefined;
    const go = document.createElement('button');
    go.className = 'go';
    go.append(element('span', `kind ${kind}`, approval ? 'approved' : kind), ` ${title}`);
    go.addEventListener('click', () => {
      this.#actions.select(path);
      if (after) this.#actions.reveal(after);
      else if (former) this.#actions.revealFormer(former.commit, former.before);
    });
    item.append(go, ...details.map((text) => element('div', 'detail', text)));
    if (approval) {
      const { who, when, why } = approval;
      item.append(element('div', 'detail', `${who}, ${when}: ${why}`));
    }
    const links = document.createElement('div');
    if (after && former) {
      links.append(
        link('as it was', `${title} as it was`, () => {
          this.#actions.revealFormer(former.commit, former.before);
        }),
      );
    }
    if (fingerprint !== undefined && !approval && kind !== 'info') {
      links.append(
        link('Approve…', `Approve: ${title}`, () => {
          this.#actions.approve(fingerprint, title);
        }),
      );
    }
    if (links.childElementCount > 0) item.append(links);
    return item;
  }
}

function element(name: string, className: string, text: string): HTMLElement {
  const created = document.createElement(name);
  created.className = className;
  created.textContent = text;
  return created;
}

function button(text: string, title: string, action: () => void): HTMLButtonElement {
  const created = document.createElement('button');
  created.textContent = text;
  created.title = title;
  created.addEventListener('click', action);
  return created;
}

function link(text: string, name: string, action: () => void): HTMLButtonElement {
  const created = button(text, name, action);
  created.className = 'link';
  created.setAttribute('aria-label', name);
  return created;
}
