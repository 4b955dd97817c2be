import type { Picture } from '../../src/diagram/picture.js';
import {
  isToWebview,
  type FromWebview,
  type MapState,
  type ToWebview,
} from '../../src/protocol/context-map.js';
import { installKeyboard } from './keyboard.js';
import { PictureView } from './picture-view.js';
import { installSearch } from './search.js';
import { followTheme } from './theme.js';
import { Toolbar } from './toolbar.js';
import { Viewport } from './viewport.js';
import './style.css';

declare function acquireVsCodeApi(): {
  postMessage(message: FromWebview): void;
  getState(): unknown;
  setState(state: MapState): void;
};

const vscode = acquireVsCodeApi();
const app = document.getElementById('app');
if (!app) throw new Error('The page has no place for the map.');

const stage = element('div', 'stage');
stage.tabIndex = -1;
const status = element('div', 'status');
status.setAttribute('role', 'status');
status.setAttribute('aria-live', 'polite');
const banner = element('div', 'banner');
banner.hidden = true;
const viewport = new Viewport(stage);
const view = new PictureView(viewport.content, {
  reveal: (id) => {
    send({ type: 'reveal', id });
  },
  toggle,
});
const toolbar = new Toolbar({
  view: (name) => {
    send({ type: 'view', view: name });
  },
  fit: () => {
    viewport.fit();
  },
  zoom: (factor) => {
    viewport.zoom(factor);
  },
  collapse: () => {
    send({ type: 'open', open: [] });
  },
  expand: () => {
    const contexts =
      picture?.nodes.filter(({ expandable, parent }) => expandable && parent === undefined) ?? [];
    send({ type: 'open', open: contexts.map(({ id }) => id) });
  },
  save: () => {
    send({ type: 'export' });
  },
});
app.append(toolbar.element, banner, stage, status);
followTheme();

let picture: Picture | undefined;
let open: readonly string[] = [];

function send(message: FromWebview): void {
  vscode.postMessage(message);
}

/** Opens or folds a context. */
function toggle(id: string): void {
  const node = picture?.nodes.find((candidate) => candidate.id === id);
  if (!node?.expandable || node.parent !== undefined) return;
  const next = open.includes(id) ? open.filter((other) => other !== id) : [...open, id];
  announce(`${node.name.join('')} ${next.includes(id) ? 'opened' : 'folded'}`);
  send({ type: 'open', open: next });
}

function announce(text: string): void {
  status.textContent = text;
}

installKeyboard(stage, {
  picture: () => picture,
  selected: () => view.selected,
  select: (id) => {
    select(id, true);
  },
  reveal: (id) => {
    send({ type: 'reveal', id });
  },
  toggle,
  viewport,
  search: () => {
    search.focus();
  },
});
const search = installSearch(toolbar.searchField, {
  picture: () => picture,
  select: (id) => {
    select(id, true);
  },
  leave: () => {
    view.focusSelected();
  },
  announce,
});

function select(id: string, focus: boolean): void {
  view.select(id, focus);
  const box = view.boxOf(id);
  if (box) viewport.bringIntoView(box);
}

function show(message: Extract<ToWebview, { type: 'show' }>): void {
  const first = picture === undefined;
  const sameSet =
    picture?.nodes.map(({ id }) => id).join() === message.picture.nodes.map(({ id }) => id).join();
  ({ picture, open } = message);
  view.show(picture, message.findings);
  toolbar.showViews(message.views, message.view);
  banner.hidden = !message.stale && picture.nodes.length > 0;
  banner.textContent = message.stale
    ? 'The text has syntax errors; this is the last map without.'
    : 'Nothing to show yet. Declare a context: context Ordering { }';
  viewport.setSize(picture);
  if (first || !sameSet) viewport.fit();
  const { nodes, edges } = picture;
  const relations = edges.filter(({ id }) => id.startsWith('relation:')).length;
  if (first)
    announce(`Context map with ${String(nodes.length)} boxes and ${String(relations)} relations`);
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToWebview(data)) return;
  switch (data.type) {
    case 'show':
      show(data);
      break;
    case 'select':
      select(data.id, false);
      break;
    case 'failed':
      banner.hidden = false;
      banner.textContent = `The map could not be drawn: ${data.message}`;
      break;
  }
});

function element(name: string, className: string): HTMLElement {
  const created = document.createElement(name);
  created.className = className;
  return created;
}

send({ type: 'ready' });
