import type { Box } from '../../src/diagram/picture.js';
import type { FindingItem } from '../../src/protocol/context-map.js';
import type { DetailsCard } from './details-card.js';
import type { PictureView } from './picture-view.js';
import type { ShownMap } from './shown-map.js';

/** Cards of what is on the map: beside the box on which a pointer rests, or beside a chosen one. */
export class MapCards {
  readonly #stage: HTMLElement;
  readonly #map: ShownMap;
  readonly #view: PictureView;
  readonly #card: DetailsCard;

  constructor(stage: HTMLElement, map: ShownMap, view: PictureView, card: DetailsCard) {
    this.#stage = stage;
    this.#map = map;
    this.#view = view;
    this.#card = card;
    stage.addEventListener('pointermove', (event) => {
      this.#hover(event);
    });
    stage.addEventListener('pointerleave', () => {
      card.leave();
    });
  }

  /** Opens the card of something and keeps it open. */
  hold(id: string): void {
    const target = this.#map.elementOf(id);
    const box = this.#boxOf(id);
    if (target === undefined || !box) return;
    this.#card.hold(target, this.#place(id, { ...box, width: 1, height: 1 }));
  }

  /** Lists findings at the upper edge of the map. */
  list(title: string, findings: readonly FindingItem[]): void {
    this.#card.list(title, findings, { x: 0, y: 0, width: 0, height: 0 });
  }

  #hover({ target, clientX, clientY, buttons }: PointerEvent): void {
    const isCard = target instanceof Element && target.closest('.card') !== null;
    const over = isCard ? undefined : this.#view.itemAt(target);
    const element = buttons === 0 ? this.#map.elementOf(over) : undefined;
    if (element === undefined) {
      this.#card.leave();
      return;
    }
    this.#card.hover(element, () => {
      const { left, top } = this.#stage.getBoundingClientRect();
      return this.#place(over, { x: clientX - left, y: clientY - top, width: 1, height: 1 });
    });
  }

  /** What a card leaves in sight: a box, or the pointer on a line or on a box that fills the stage. */
  #place(id: string | undefined, pointer: Box): Box {
    const { clientWidth, clientHeight } = this.#stage;
    const box = id !== undefined && this.#map.node(id) ? this.#boxOf(id) : undefined;
    return box && box.width < clientWidth / 2 && box.height < clientHeight / 2 ? box : pointer;
  }

  /** Where something on the map is on the stage. */
  #boxOf(id: string): Box | undefined {
    const box = this.#view.elementOf(id)?.getBoundingClientRect();
    const { left, top } = this.#stage.getBoundingClientRect();
    return box && { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
  }
}
