import { overlap } from '../../src/diagram/layout/geometry.js';
import type { Box, Point } from '../../src/diagram/picture.js';
import type { ElementDetails, FindingItem } from '../../src/protocol/context-map.js';
import { made } from './made.js';

/** Time for which a pointer must rest before a card opens, in ms. */
const restTime = 420;

interface Cards {
  readonly ask: (id: string) => void;
  readonly reveal: (id: string) => void;
}

/** Findings that a card lists that is kept open, and one that comes and goes with the pointer. */
const mostHeld = 12;
const mostHovered = 2;

/** Facts that a card lists that comes and goes with the pointer. */
const mostFacts = 5;

/** A map of less width, in pixels, has its cards across, at its upper or lower edge. */
const narrow = 480;
/** Between a card and the edges of the map, and between it and what it tells about, in pixels. */
const [room, gap] = [8, 14];

/**
 * The card that tells about a box or relation: at the pointer while it rests there, or held open
 * with its findings until Escape.
 */
export class DetailsCard {
  readonly element = document.createElement('aside');
  readonly #cards: Cards;
  #wanted: { id: string; at: Box; held: boolean } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(cards: Cards) {
    this.#cards = cards;
    this.element.className = 'card';
    this.element.hidden = true;
    this.element.setAttribute('aria-label', 'Details');
    this.element.tabIndex = -1;
    this.element.addEventListener('pointerdown', (event) => {
      event.stopPropagation();
    });
  }

  get held(): boolean {
    return !this.element.hidden && this.#wanted?.held === true;
  }

  /**
   * The pointer rests on something.
   *
   * @param at what the card leaves in sight, in pixels from the corner of the map
   */
  hover(id: string, at: () => Box): void {
    if (this.held || id === this.#wanted?.id) return;
    this.close();
    this.#wanted = { id, at: at(), held: false };
    this.#timer = setTimeout(() => {
      this.#cards.ask(id);
    }, restTime);
  }

  /** The pointer rests on nothing. */
  leave(): void {
    if (!this.held) this.close();
  }

  /** Opens a card that stays. */
  hold(id: string, at: Box): void {
    this.close();
    this.#wanted = { id, at, held: true };
    this.#cards.ask(id);
  }

  /** Opens a card that stays, with findings alone, the gravest first. */
  list(title: string, findings: readonly FindingItem[], at: Box): void {
    this.close();
    this.#wanted = { id: '', at, held: true };
    this.#open([made('h2', '', title), this.#findings(findings, true)], at, true);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#wanted = undefined;
    this.element.hidden = true;
  }

  /** The details that were asked for; late ones of something else are dropped. */
  show(details: ElementDetails): void {
    const wanted = this.#wanted;
    if (wanted?.id !== details.id) return;
    const { kind, name, title, doc, facts, findings } = details;
    const parts: HTMLElement[] = [made('p', 'kind', kind), made('h2', '', title ?? name)];
    if (title !== undefined && title !== name) parts.push(made('p', 'name', name));
    if (doc !== undefined) parts.push(made('p', 'doc', doc));
    if (facts.length > 0) {
      const list = made('dl', '', '');
      const shown = wanted.held ? facts : facts.slice(0, mostFacts);
      for (const fact of shown) list.append(made('dt', '', fact.name), made('dd', '', fact.value));
      parts.push(list);
    }
    if (findings.length > 0) parts.push(this.#findings(findings, wanted.held));
    this.#open(parts, wanted.at, wanted.held);
  }

  #open(parts: readonly HTMLElement[], at: Box, held: boolean): void {
    this.element.replaceChildren(...parts);
    this.element.hidden = false;
    this.element.classList.toggle('held', held);
    this.#place(at);
    if (held) (this.element.querySelector('button') ?? this.element).focus();
  }

  #findings(findings: readonly FindingItem[], held: boolean): HTMLElement {
    const list = made('ul', 'findings', '');
    const shown = held ? mostHeld : mostHovered;
    for (const { severity, rule, message, element, mark } of findings.slice(0, shown)) {
      const item = made('li', severity, '');
      const set = mark === undefined ? '' : ` – ${mark}`;
      const row = made(held ? 'button' : 'span', '', `${severity}: ${message} (${rule})${set}`);
      row.addEventListener('click', () => {
        this.#cards.reveal(element);
      });
      item.append(row);
      list.append(item);
    }
    const more = findings.length - shown;
    if (more > 0) list.append(made('li', 'more', `${String(more)} more${held ? '' : ' (i)'}`));
    return list;
  }

  /** Beside a box, on a side that has room; across a narrow map, away from the box. */
  #place(at: Box): void {
    const { offsetParent, style, classList } = this.element;
    const { clientWidth, clientHeight } = offsetParent ?? document.body;
    const isNarrow = clientWidth < narrow;
    classList.toggle('across', isNarrow);
    style.left = '';
    style.top = '';
    const { offsetWidth, offsetHeight } = this.element;
    const last = {
      x: clientWidth - offsetWidth - room,
      y: clientHeight - offsetHeight - room,
    };
    const within = ({ x, y }: Point) => ({
      x: Math.max(room, Math.min(x, last.x)),
      y: Math.max(room, Math.min(y, last.y)),
    });
    const places = isNarrow
      ? [{ x: room, y: at.y + at.height / 2 < clientHeight / 2 ? last.y : room }]
      : [
          { x: at.x + at.width + gap, y: at.y },
          { x: at.x - offsetWidth - gap, y: at.y },
          { x: at.x, y: at.y + at.height + gap },
          { x: at.x, y: at.y - offsetHeight - gap },
        ].map(within);
    const size = { width: offsetWidth, height: offsetHeight };
    const free = places.find((place) => !overlap({ ...place, ...size }, at));
    const { x, y } = free ?? within(places[0] ?? at);
    style.left = pixels(x);
    style.top = pixels(y);
  }
}

function pixels(length: number): string {
  return `${String(length)}px`;
}
