import type { MapQuery, NamedChoice } from '../../src/protocol/context-map.js';
import type { QueryChanges } from './questions.js';

interface Crumb {
  readonly text: string;
  readonly go: () => void;
}

/** The way to what is shown: from the landscape by a view to a context. */
export function crumbsOf(
  { view, context }: MapQuery,
  views: readonly NamedChoice[],
  change: (changes: QueryChanges) => void,
): Crumb[] {
  const crumbs: Crumb[] = [
    {
      text: 'Landscape',
      go: () => {
        change({ view: undefined, context: undefined });
      },
    },
  ];
  const title = views.find(({ name }) => name === view)?.title;
  if (title !== undefined) {
    crumbs.push({
      text: title,
      go: () => {
        change({ context: undefined });
      },
    });
  }
  if (context !== undefined)
    crumbs.push({ text: context.slice('context:'.length), go: () => undefined });
  return crumbs;
}

/** Where one is: the landscape, a view, a context with its neighbours. Each crumb leads back. */
export class Breadcrumbs {
  readonly element = document.createElement('nav');

  constructor() {
    this.element.className = 'crumbs';
    this.element.setAttribute('aria-label', 'Where you are');
    this.element.hidden = true;
  }

  show(crumbs: readonly Crumb[]): void {
    this.element.hidden = crumbs.length < 2;
    this.element.replaceChildren(
      ...crumbs.flatMap(({ text, go }, index) => {
        const last = index === crumbs.length - 1;
        const crumb = document.createElement(last ? 'span' : 'button');
        crumb.textContent = text;
        if (last) crumb.setAttribute('aria-current', 'page');
        else crumb.addEventListener('click', go);
        return index === 0 ? [crumb] : [' › ', crumb];
      }),
    );
  }
}
