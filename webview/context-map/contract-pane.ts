import type { ContractAction, ShownContract } from '../../src/protocol/map-webview.js';
import { highlightedLine } from './highlight.js';
import { made } from './made.js';

interface Actions {
  /** Asks for another contract of the same element. */
  readonly ask: (id: string, path: string) => void;
  readonly act: (action: ContractAction, path: string) => void;
}

const actions: readonly (readonly [ContractAction, string, string])[] = [
  ['copy', 'Copy', 'Copy the contract'],
  ['open', 'Open', 'Open the live contract in an editor'],
  ['save', 'Save', 'Write the contract, after showing what would change'],
  ['compare', 'Compare', 'Compare the contract with the file on disk'],
];

/** The contracts of what is selected on the map, as they follow from the text right now. */
export class ContractPane {
  readonly element = document.createElement('div');
  readonly #actions: Actions;
  #shown: ShownContract | undefined;

  constructor(pane: Actions) {
    this.#actions = pane;
    this.element.className = 'contract';
    this.#say('Select a service, an API or an event to see its contracts.');
  }

  show(contract: ShownContract): void {
    const before = this.#shown;
    if (before && JSON.stringify(before) === JSON.stringify(contract)) return;
    const { id, path, text, places } = contract;
    if (text === null || path === undefined) {
      this.#shown = contract;
      this.#say('No contract follows from what is selected.');
      return;
    }
    const scrolled = this.element.querySelector('.text')?.scrollTop ?? 0;
    this.#shown = contract;
    const code = made('pre', 'text');
    code.tabIndex = 0;
    code.setAttribute('aria-label', path);
    const lines = text.split('\n').map((line) => {
      const row = made('div', 'line');
      row.append(...highlightedLine(line), '\n');
      return row;
    });
    code.append(...lines);
    this.element.replaceChildren(this.#head(id, path, places), code);
    const target = lines[lineOf(text, id)];
    target?.classList.add('current');
    // While one types, the reader's place stays.
    if (before?.id === id && before.path === path) code.scrollTop = scrolled;
    else if (target) code.scrollTop = Math.max(0, target.offsetTop - code.offsetTop - 60);
  }

  #head(id: string, path: string, places: ShownContract['places']): HTMLElement {
    const head = made('div', 'bar');
    const choice = document.createElement('select');
    choice.setAttribute('aria-label', 'Contract');
    for (const place of places) {
      const option = document.createElement('option');
      option.value = option.textContent = place;
      choice.append(option);
    }
    choice.value = path;
    choice.addEventListener('change', () => {
      this.#actions.ask(id, choice.value);
    });
    head.append(choice);
    for (const [action, text, title] of actions) {
      const button = document.createElement('button');
      button.textContent = text;
      button.title = title;
      button.addEventListener('click', () => {
        this.#actions.act(action, path);
      });
      head.append(button);
    }
    return head;
  }

  #say(words: string): void {
    const text = made('p', 'note');
    text.textContent = words;
    this.element.replaceChildren(text);
  }
}

/** The line that names an element; -1 where none does, as for a service in its own document. */
function lineOf(text: string, id: string): number {
  return text.split('\n').findIndex((line) => {
    const name = /x-arch-id["']?\s*:\s*["']?([^\s"',]+)/.exec(line)?.[1];
    return name === id;
  });
}
