import { applyChanges } from '../../src/diagram/changes.js';
import type { Picture } from '../../src/diagram/picture.js';
import { changesOverlay, type MapQuery, type NamedChoice } from '../../src/protocol/context-map.js';
import { mapSides } from '../../src/protocol/map-review.js';
import {
  isToWebview,
  type FromWebview,
  type MapState,
  type ToWebview,
} from '../../src/protocol/map-webview.js';
import { Breadcrumbs } from './breadcrumbs.js';
import { ChainPane } from './chain-pane.js';
import { ChangesPane } from './changes-pane.js';
import { ContractPane } from './contract-pane.js';
import { DetailsCard } from './details-card.js';
import { installKeyboard } from './keyboard.js';
import { Minimap } from './minimap.js';
import { SequencePane } from './sequence-pane.js';
import { SidePanel } from './side-panel.js';
import { PictureView } from './picture-view.js';
import { toPng } from './png.js';
import { installPointer } from './pointer.js';
import { installSearch } from './search.js';
import { summary } from './summary.js';
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

let picture: Picture | undefined;
let revision: string | undefined;
let query: MapQuery = { open: [] };
let views: readonly NamedChoice[] = [];
/** What is to be selected in the next picture, which was asked for because of it. */
let locating: readonly string[] | undefined;
/** Whether the next picture is shown as a whole, as its boxes will not be where they were. */
let fitting = false;
/** View, context and groups of the last picture; another choice is shown from the start. */
let lastShown = '';

const stage = element('div', 'stage');
const status = element('div', 'status');
status.setAttribute('role', 'status');
status.setAttribute('aria-live', 'polite');
const banner = element('div', 'banner');
banner.setAttribute('role', 'note');
banner.hidden = true;

const viewport = new Viewport(stage);
const minimap = new Minimap(viewport);
viewport.onChange = () => {
  minimap.follow();
};
const card = new DetailsCard({
  ask: (id) => {
    send({ type: 'details', id });
  },
  reveal,
});
const view = new PictureView(viewport.content, {
  reveal,
  toggle,
  findings: (id) => {
    hold(id);
  },
});
const sequencePane = new SequencePane({
  reveal,
  select: (ids) => {
    selectFirst(ids);
  },
  copy: () => {
    send({ type: 'copy-sequence' });
  },
  save: () => {
    send({ type: 'export', flow: true });
  },
});
/** Whether contracts of what is selected stand beside the map. */
let contractsShown = false;
const contractPane = new ContractPane({
  ask: (id, path) => {
    send({ type: 'contracts', id, path });
  },
  act: (action, path) => {
    send({ type: 'contract-action', action, path });
  },
});
const chainPane = new ChainPane(reveal);
const changesPane = new ChangesPane({
  side: (side) => {
    change({ changes: { ...query.changes, side } });
  },
  choose: () => {
    send({ type: 'choose-revision' });
  },
  select: selectFirst,
  reveal: (place) => {
    send({ type: 'reveal-place', place });
  },
  revealFormer: (commit, place) => {
    send({ type: 'reveal-former', commit, place });
  },
  approve: (fingerprint, title) => {
    send({ type: 'approve', fingerprint, title });
  },
});
const side = new SidePanel(() => {
  if (contractsShown) toggleContracts();
  view.focusSelected();
});
const crumbs = new Breadcrumbs();
const toolbar = new Toolbar({
  change,
  fit: () => {
    viewport.fit();
  },
  zoom: (factor) => {
    viewport.zoom(factor);
  },
  collapse: () => {
    const opened = picture?.nodes.filter((node) => node.open && node.expandable) ?? [];
    fitting = true;
    change({ open: [], folded: opened.map(({ id }) => id) });
  },
  expand: () => {
    const contexts = picture?.nodes.filter(({ expandable }) => expandable) ?? [];
    fitting = true;
    change({ open: contexts.map(({ id }) => id), folded: [] });
  },
  reset: () => {
    fitting = true;
    send({ type: 'reset' });
  },
  save: () => {
    send({ type: 'export' });
  },
  contracts: toggleContracts,
});
stage.append(minimap.element, card.element);
const middle = element('div', 'middle');
middle.append(stage, side.element);
app.append(toolbar.element, crumbs.element, banner, middle, status);
followTheme();

installPointer(viewport, {
  canDrag: (id) => {
    const node = picture?.nodes.find((candidate) => candidate.id === id);
    return node?.parent === undefined && node?.shape !== 'group' && query.groupBy === undefined;
  },
  drag: (id, dx, dy) => {
    card.close();
    view.drag(id, dx, dy);
  },
  drop: (id, dx, dy) => {
    const node = picture?.nodes.find((candidate) => candidate.id === id);
    if (!node || !picture) return;
    const { origin } = picture;
    send({ type: 'pin', id, x: node.x + dx - origin.x, y: node.y + dy - origin.y });
    announce(`${node.name.join('')} stays here`);
  },
});
stage.addEventListener('pointermove', ({ target, clientX, clientY, buttons }) => {
  const box = stage.getBoundingClientRect();
  const over =
    target instanceof Element && target.closest('.card') ? undefined : view.itemAt(target);
  card.hover(buttons === 0 ? elementIdOf(over) : undefined, clientX - box.left, clientY - box.top);
});
stage.addEventListener('pointerleave', () => {
  card.hover(undefined, 0, 0);
});

const keys = {
  picture: () => picture,
  selected: () => view.selected,
  select: (id: string) => {
    select(id, true);
  },
  reveal,
  toggle,
  details: hold,
  contracts: toggleContracts,
  focusContext: (id: string) => {
    if (id.startsWith('context:')) change({ context: id, view: undefined, open: [], folded: [] });
  },
  nextSide,
  back,
  viewport,
  search: () => {
    search.focus();
  },
};
installKeyboard(app, keys);
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

function send(message: FromWebview): void {
  vscode.postMessage(message);
}

function announce(text: string): void {
  status.textContent = text;
}

/** The element that a node or edge of the picture stands for. */
function elementIdOf(id: string | undefined): string | undefined {
  return picture?.nodes.find((node) => node.id === id)?.element ?? id;
}

function reveal(id: string): void {
  const target = elementIdOf(id);
  if (target === undefined) return;
  send({ type: 'reveal', id: target });
  askContracts(target);
}

/** Contracts beside the map, or no longer. */
function toggleContracts(): void {
  contractsShown = !contractsShown;
  toolbar.pressContracts(contractsShown);
  side.offer(
    'contracts',
    contractsShown ? { title: 'Contracts', pane: contractPane.element } : undefined,
  );
  if (contractsShown) askContracts(elementIdOf(view.selected));
  else send({ type: 'contracts' });
}

function askContracts(id: string | undefined): void {
  if (contractsShown && id !== undefined) send({ type: 'contracts', id });
}

/** Asks for another map; what is `undefined` is asked for no longer. */
function change(changes: Partial<{ [K in keyof MapQuery]: MapQuery[K] | undefined }>): void {
  const merged: Readonly<Record<string, unknown>> = { ...query, ...changes };
  const asked = Object.entries(merged).filter(([, value]) => value !== undefined);
  query = { open: [], ...Object.fromEntries(asked) };
  if (changes.overlay === changesOverlay) announce('Comparing…');
  send({ type: 'query', query });
}

/** Shows the next side of what changed, so that one key goes forth and back between the two. */
function nextSide(): void {
  if (query.overlay !== changesOverlay) return;
  const { side = 'both' } = query.changes ?? {};
  const next = mapSides[(mapSides.indexOf(side) + 1) % mapSides.length] ?? 'both';
  change({ changes: { ...query.changes, side: next } });
  announce(`Map shows ${next === 'both' ? 'both revisions' : next}`);
}

/** Opens or folds a context. */
function toggle(id: string): void {
  const node = picture?.nodes.find((candidate) => candidate.id === id);
  if (!node?.expandable) return;
  const without = (list: readonly string[] = []) => list.filter((other) => other !== id);
  const [open, folded] = [without(query.open), without(query.folded)];
  announce(`${node.name.join('')} ${node.open ? 'folded' : 'opened'}`);
  change(node.open ? { open, folded: [...folded, id] } : { open: [...open, id], folded });
}

/** Opens the card of something and keeps it open. */
function hold(id: string): void {
  const target = elementIdOf(id);
  const box = view.elementOf(id)?.getBoundingClientRect();
  const { left, top } = stage.getBoundingClientRect();
  if (target !== undefined && box) card.hold(target, box.right - left, box.top - top);
}

/** Closes the card, else leaves a context or view; answers whether there was anything to leave. */
function back(): boolean {
  if (!card.element.hidden) {
    card.close();
    view.focusSelected();
    return true;
  }
  if (query.context === undefined) return false;
  change({ context: undefined });
  return true;
}

function select(id: string, focus: boolean): void {
  view.select(id, focus);
  askContracts(elementIdOf(id));
  const box = view.boxOf(id);
  if (box) viewport.bringIntoView(box);
}

/**
 * Shows an element with all that is around it, innermost first: as the map is, else with its context
 * opened, else on the landscape, where a view leaves it out.
 */
function locate(ids: readonly string[]): void {
  const context = ids.find((id) => id.startsWith('context:'));
  const inner = context === undefined ? ids : ids.slice(0, ids.indexOf(context));
  const wanted = inner.length > 0 ? inner : ids;
  if (context === undefined || wanted.some((id) => view.boxOf(id) !== undefined)) {
    selectFirst(ids);
    return;
  }
  locating = ids;
  const open =
    inner.length > 0 ? [...query.open.filter((id) => id !== context), context] : query.open;
  const folded = query.folded?.filter((id) => id !== context);
  if (view.boxOf(context) === undefined)
    change({ view: undefined, context: undefined, open, folded });
  else change({ open, folded });
}

/** Selects the first of these that is shown. */
function selectFirst(ids: readonly string[]): void {
  const shown = ids.find((id) => view.boxOf(id) !== undefined);
  if (shown !== undefined) select(shown, false);
}

type Show = Extract<ToWebview, { type: 'show' }>;

function show(message: Show): void {
  const before = picture;
  const next = nextPicture(message);
  if (!next) {
    // We don't have what the changes are against: ask for the whole picture.
    revision = undefined;
    send({ type: 'ready' });
    return;
  }
  picture = next;
  ({ revision, views } = message);
  ({ query } = message.state);
  vscode.setState(message.state);
  view.show(picture, message.findings);
  toolbar.show(query, views, message.overlays);
  showCrumbs();
  banner.hidden = !message.stale && picture.nodes.length > 0;
  banner.textContent = message.stale
    ? 'The text has syntax errors; this is the last map without.'
    : 'Nothing to show yet. Declare a context: context Ordering { }';
  viewport.setSize(picture);
  const shown = JSON.stringify([query.view, query.context, query.groupBy]);
  if (!before || before.nodes.length === 0 || shown !== lastShown || fitting) viewport.fit();
  else viewport.shift(before.origin.x - picture.origin.x, before.origin.y - picture.origin.y);
  lastShown = shown;
  fitting = false;
  minimap.show(picture);
  sequencePane.show(message.sequence);
  chainPane.show(message.chain);
  changesPane.show(message.review);
  side.offer('changes', message.review && { title: 'Changes', pane: changesPane.element });
  side.offer('chain', message.chain && { title: 'Chain', pane: chainPane.element });
  side.offer('flow', message.sequence && { title: 'Sequence', pane: sequencePane.element });
  if (locating) selectFirst(locating);
  locating = undefined;
  const changes = summary(before, picture);
  if (changes !== '') announce(changes);
}

function nextPicture({ picture: whole, changes, base }: Show): Picture | undefined {
  if (whole) return whole;
  return changes && picture && base === revision ? applyChanges(picture, changes) : undefined;
}

function showCrumbs(): void {
  const viewTitle = views.find(({ name }) => name === query.view)?.title;
  const contextName = query.context?.slice('context:'.length);
  crumbs.show([
    {
      text: 'Landscape',
      go: () => {
        change({ view: undefined, context: undefined });
      },
    },
    ...(viewTitle === undefined
      ? []
      : [
          {
            text: viewTitle,
            go: () => {
              change({ context: undefined });
            },
          },
        ]),
    ...(contextName === undefined ? [] : [{ text: contextName, go: () => undefined }]),
  ]);
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToWebview(data)) return;
  switch (data.type) {
    case 'show':
      show(data);
      break;
    case 'select':
      selectFirst(data.ids);
      break;
    case 'locate':
      locate(data.ids);
      break;
    case 'details':
      card.show(data.details);
      break;
    case 'contract':
      contractPane.show(data.contract);
      break;
    case 'rasterize':
      void toPng(data.svg, data.scale).then((png) => {
        send({ type: 'png', data: png });
      });
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
