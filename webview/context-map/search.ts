import type { Picture } from '../../src/diagram/picture.js';

interface Search {
  readonly picture: () => Picture | undefined;
  readonly select: (id: string) => void;
  readonly leave: () => void;
  readonly announce: (text: string) => void;
}

/** Finds boxes by name as one types; Enter goes to the next one, Escape back to the map. */
export function installSearch(field: HTMLInputElement, search: Search): { focus(): void } {
  let position = 0;
  const matches = () => {
    const wanted = field.value.trim().toLowerCase();
    if (wanted === '') return [];
    const nodes = search.picture()?.nodes ?? [];
    return nodes.filter(({ name, id }) => `${name.join('')} ${id}`.toLowerCase().includes(wanted));
  };
  const show = () => {
    const found = matches();
    const node = found[position % Math.max(1, found.length)];
    if (node) search.select(node.id);
    field.focus();
    if (field.value !== '') {
      search.announce(
        found.length === 0
          ? 'Nothing found'
          : `${String(found.length)} found, ${node?.name.join('') ?? ''}`,
      );
    }
  };
  field.addEventListener('input', () => {
    position = 0;
    show();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      position++;
      show();
    } else if (event.key === 'Escape') {
      field.value = '';
      search.leave();
    } else {
      return;
    }
    event.preventDefault();
  });
  return {
    focus: () => {
      field.focus();
      field.select();
    },
  };
}
