import { made } from './made.js';
import type { Show } from './shown-map.js';

/** A line above the map: why it may not be what one expects, or why there is none. */
export class Banner {
  readonly element = made('div', 'banner');

  constructor() {
    this.element.setAttribute('role', 'note');
    this.element.hidden = true;
  }

  /** Says it of a picture. Answers what is news to those who do not see the line, if anything. */
  show({ stale, partial }: Pick<Show, 'stale' | 'partial'>): string {
    const before = this.element.textContent;
    const now = this.#say(reason(stale, partial === true));
    return now === before ? '' : now || 'The map follows the text again.';
  }

  /** Says why there is no picture. */
  fail(message: string): string {
    return this.#say(`The map could not be drawn: ${message}`);
  }

  #say(text: string): string {
    this.element.textContent = text;
    this.element.hidden = text === '';
    return text;
  }
}

function reason(isStale: boolean, isPartial: boolean): string {
  if (isPartial) return 'The text has syntax errors; the map shows what could be read of it.';
  return isStale ? 'The text has syntax errors; this is the last map without.' : '';
}
