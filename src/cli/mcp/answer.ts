/** What a tool answers: bounded, so that it fits into what an agent can hold in mind. */

/** Characters of an answer at most, about a third of them tokens. */
const most = 40_000;
/** Of an item of a list; where it is longer, its own lists end after so many. */
const mostOfItem = 4000;
const mostWithin = 20;

export interface Answer {
  readonly text: string;
  /** What the reader should know besides: what was left out, and how to get at it. */
  readonly notes: readonly string[];
}

/** Data as JSON. */
export function json(data: object, ...notes: readonly (string | undefined)[]): Answer {
  return { text: JSON.stringify(data), notes: notes.filter((note) => note !== undefined) };
}

/**
 * A text, or a page of one that is too long.
 *
 * @param offset characters to leave out at the beginning
 */
export function page(text: string, offset = 0, ...notes: readonly string[]): Answer {
  const rest = text.slice(offset);
  if (rest.length <= most) return { text: rest, notes };
  // Lines stay whole where that costs little.
  const line = rest.lastIndexOf('\n', most - 1) + 1;
  let end = line > most / 2 ? line : most;
  if (isHighSurrogate(rest.charCodeAt(end - 1))) end--;
  const left = String(rest.length - end);
  const next = String(offset + end);
  const more = `${left} more characters: call again with \`offset\`: ${next}.`;
  return { text: rest.slice(0, end), notes: [...notes, more] };
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

/** Lists of one answer, each shown as far as there is room. */
export class Lists {
  readonly #limit: number;
  readonly #advice: string;
  #characters = most;
  /** What was left out of each. */
  readonly notes: string[] = [];

  /**
   * @param limit items of a list at most
   * @param advice how to ask for less, or for more: `narrow by …`
   */
  constructor(limit: number, advice: string) {
    this.#limit = limit;
    this.#advice = advice;
  }

  /**
   * The beginning of a list that still fits; the first item of the first list always does.
   *
   * @param what plural of what the list holds
   * @param isWhole whether its items are of use only as they are, whatever their length
   */
  take<T extends object | string>(what: string, list: readonly T[], isWhole = false): readonly T[] {
    const items: T[] = [];
    let cut = 0;
    for (const whole of list) {
      const isLong = !isWhole && JSON.stringify(whole).length > mostOfItem;
      const item = isLong ? (shortened(whole) as T) : whole;
      const { length } = JSON.stringify(item);
      const isFirst = this.#characters === most;
      if (items.length === this.#limit || (length > this.#characters && !isFirst)) break;
      this.#characters -= length;
      items.push(item);
      if (isLong) cut++;
    }
    if (cut > 0) {
      this.notes.push(
        `Lists within ${String(cut)} ${what} end after ${String(mostWithin)} entries.`,
      );
    }
    const left = list.length - items.length;
    if (left > 0) this.notes.push(`${String(left)} more ${what}: ${this.#advice}.`);
    return items;
  }
}

/** The same data with all lists in it cut. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, mostWithin).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner)]));
}
