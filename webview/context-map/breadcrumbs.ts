/** Where one is: the landscape, a view, a context with its neighbours. Each crumb leads back. */
export class Breadcrumbs {
  readonly element = document.createElement('nav');

  constructor() {
    this.element.className = 'crumbs';
    this.element.setAttribute('aria-label', 'Where you are');
    this.element.hidden = true;
  }

  show(crumbs: readonly { readonly text: string; go: () => void }[]): void {
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
