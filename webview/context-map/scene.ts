import type { Part } from '../../src/diagram/svg/part.js';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** The parts of a drawing in the page. A new drawing replaces only what differs from the last one. */
export class Scene {
  readonly root = document.createElementNS(svgNamespace, 'svg');
  readonly #parts = new Map<string, { svg: string; element: SVGElement }>();

  /** Shows parts; answers the keys of those that were drawn anew. */
  show(parts: readonly Part[]): Set<string> {
    const wanted = parts.filter(({ svg }) => svg !== '');
    const fresh = wanted.filter(({ key, svg }) => this.#parts.get(key)?.svg !== svg);
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, { element }] of this.#parts) {
      if (keys.has(key)) continue;
      element.remove();
      this.#parts.delete(key);
    }
    const parsed = parse(fresh.map(({ svg }) => svg));
    fresh.forEach(({ key, svg }, index) => {
      const element = parsed[index];
      if (!element) return;
      this.#parts.get(key)?.element.remove();
      this.#parts.set(key, { svg, element });
    });
    this.#order(wanted);
    return new Set(fresh.map(({ key }) => key));
  }

  element(key: string): SVGElement | undefined {
    return this.#parts.get(key)?.element;
  }

  /** Puts elements into painting order and moves only those that are out of it. */
  #order(parts: readonly Part[]): void {
    let next = this.root.firstElementChild;
    for (const { key } of parts) {
      const element = this.#parts.get(key)?.element;
      if (!element) continue;
      if (element === next) next = next.nextElementSibling;
      else this.root.insertBefore(element, next);
    }
  }
}

/** Our own drawings, each with one root: every text of the model in them is escaped. */
function parse(drawings: readonly string[]): SVGElement[] {
  const holder = document.createElementNS(svgNamespace, 'svg');
  holder.innerHTML = drawings.join('');
  return [...holder.children] as SVGElement[];
}
