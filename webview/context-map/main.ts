import type { Picture } from '../../src/diagram/picture.js';
import { findingsName, type FindingItem } from '../../src/protocol/context-map.js';
import { isToWebview } from '../../src/protocol/map-webview.js';
import { onArrival } from './arrival.js';
import { Banner } from './banner.js';
import { busiestFirst, hasSteps, stepsBox } from './focus.js';
import { Breadcrumbs, crumbsOf } from './breadcrumbs.js';
import { DetailsCard } from './details-card.js';
import { keep, send } from './host.js';
import { installKeyboard } from './keyboard.js';
import { Locator } from './locate.js';
import { made } from './made.js';
import { MapCards } from './map-cards.js';
import { Minimap } from './minimap.js';
import { OverlayBar } from './overlay-bar.js';
import { PictureView } from './picture-view.js';
import { toPng } from './png.js';
import { installPointer } from './pointer.js';
import { Questions } from './questions.js';
import { installSearch } from './search.js';
import { ShownMap, type Show } from './shown-map.js';
import { SidePanes } from './side-panes.js';
import { summary } from './summary.js';
import { followTheme } from './theme.js';
import { Toolbar } from './toolbar.js';
import { Viewport } from './viewport.js';
import './style.css';

const app = document.getElementById('app');
if (!app) throw new Error('The page has no place for the map.');

/** Findings that have no box, where findings lie over the map. */
let elsewhere: readonly FindingItem[] = [];
/** View, context and groups of the last picture; another choice is shown from the start. */
let lastShown = '';

const stage = made('div', 'stage');
/** For those who go from heading to heading. */
const heading = made('h1', 'unseen', 'Context Map');
const status = made('div', 'unseen');
status.setAttribute('role', 'status');
status.setAttribute('aria-live', 'polite');
const banner = new Banner();

const empty = made('p', 'empty', 'Nothing to show yet. Declare a context in an .arch file: ');
empty.append(made('code', '', 'context Ordering { }'));
empty.hidden = true;

const map = new ShownMap();
const questions = new Questions(map, announce);
const viewport = new Viewport(stage);
const minimap = new Minimap(viewport);
viewport.onChange = () => {
  minimap.follow();
};
const look = (): void => {
  view.look(viewport);
};
viewport.onRest = look;
const card = new DetailsCard({
  ask: (id) => {
    send({ type: 'details', id });
  },
  reveal,
});
const view = new PictureView(viewport.content, {
  // Who clicks goes on with the map; Enter goes to the text.
  reveal: (id) => {
    reveal(id, true);
  },
  toggle: questions.toggle,
  findings: hold,
});
const side: SidePanes = new SidePanes(map, questions, {
  reveal,
  selectFirst: (ids) => {
    locator.selectFirst(ids);
  },
  selected: () => map.elementOf(view.selected),
  pressContracts: (shown) => {
    toolbar.pressContracts(shown);
  },
  pressLegend: (shown) => {
    toolbar.pressLegend(shown);
  },
  announce,
  closed: () => {
    view.focusSelected();
  },
});
const locator: Locator = new Locator(map, view, viewport, questions, side.askContracts);
const crumbs = new Breadcrumbs();
const overlayBar = new OverlayBar(() => {
  cards.list('Findings without a box', elsewhere);
});
const toolbar: Toolbar = new Toolbar({
  change: questions.change,
  fit: () => {
    viewport.fit();
  },
  zoom,
  collapse: () => {
    questions.foldAll();
  },
  expand: () => {
    questions.openAll();
  },
  reset: () => {
    questions.reset();
  },
  save: () => {
    send({ type: 'export' });
  },
  contracts: side.toggleContracts,
  legend: side.toggleLegend,
  leave: () => {
    view.focusSelected();
  },
});
stage.append(empty, minimap.element, card.element);
const middle = made('div', 'middle');
middle.append(stage, side.element);
app.append(
  heading,
  toolbar.element,
  crumbs.element,
  banner.element,
  overlayBar.element,
  middle,
  status,
);
followTheme();
onArrival(() => {
  view.focusSelected();
});

installPointer(viewport, {
  canDrag: (id) => {
    const node = map.node(id);
    const parent = node?.parent === undefined ? undefined : map.node(node.parent);
    return node?.shape !== 'group' && (parent === undefined || parent.shape === 'group');
  },
  drag: (id, dx, dy) => {
    card.close();
    view.drag(id, dx, dy);
  },
  drop: (id, dx, dy) => {
    const node = map.node(id);
    if (!node || !map.picture) return;
    const { origin } = map.picture;
    const from = { x: node.x - origin.x, y: node.y - origin.y };
    send({ type: 'pin', id, x: from.x + dx, y: from.y + dy, from });
    announce(`${node.name.join('')} stays here`);
  },
});
const cards = new MapCards(stage, map, view, card);

const select = (id: string) => {
  locator.select(id, true);
};
const search = installSearch(toolbar.searchField, {
  picture: () => map.picture,
  select,
  leave: () => {
    view.focusSelected();
  },
  announce,
});
installKeyboard(document.body, {
  picture: () => map.picture,
  selected: () => view.selected,
  select,
  reveal,
  toggle: questions.toggle,
  details: hold,
  contracts: side.toggleContracts,
  legend: side.toggleLegend,
  announce,
  focusContext: (id) => {
    questions.focusContext(id);
  },
  nextSide: () => {
    questions.nextSide();
  },
  back,
  zoom,
  fit: () => {
    viewport.fit();
  },
  undo: (what) => {
    send({ type: what });
  },
  search: () => {
    search.focus();
  },
  views: () => {
    toolbar.focusViews();
  },
  overlays: () => {
    toolbar.focusOverlays();
  },
});

function announce(text: string): void {
  status.textContent = text;
}

/** Zooms around what is selected, so that it stays in view. */
function zoom(factor: number): void {
  const box = view.selected === undefined ? undefined : view.boxOf(view.selected);
  viewport.zoom(factor, box && viewport.middleOf(box));
}

/** Shows the source of something on the map; the keyboard goes there, or stays here. */
function reveal(id: string, stays = false): void {
  const target = map.elementOf(id);
  if (target === undefined) return;
  send({ type: 'reveal', id: target, ...(stays ? { stays } : {}) });
  side.askContracts(target);
}

/** Opens the card of something and keeps it open. */
function hold(id: string): void {
  cards.hold(id);
}

/** Closes the card, else leaves a context; answers whether there was anything to leave. */
function back(): boolean {
  if (card.element.hidden) return questions.leaveContext();
  card.close();
  view.focusSelected();
  return true;
}

function show(message: Show): void {
  const before = map.picture;
  if (!map.take(message) || !map.picture) {
    // We don't have what the changes are against: ask for the whole picture.
    send({ type: 'ready' });
    return;
  }
  const { picture, query, views } = map;
  keep(message.state);
  view.show(picture, query.overlay === findingsName ? {} : message.findings);
  look();
  elsewhere = message.elsewhere ?? [];
  overlayBar.show(picture.overlay, elsewhere.length);
  toolbar.show(query, views, message.overlays);
  crumbs.show(crumbsOf(query, views, questions.change));
  const told = banner.show(message);
  empty.hidden = picture.nodes.length > 0;
  const wasWhole = viewport.isWhole;
  viewport.setSize(picture);
  const shown = JSON.stringify([message.root, query.view, query.context, query.groupBy]);
  const isOther = !before || before.nodes.length === 0 || shown !== lastShown;
  const isOtherFlow =
    viewport.isFitted && hasSteps(picture) && before?.overlay?.title !== picture.overlay?.title;
  const presented = isOther || questions.fitting;
  if (presented) present(picture);
  else viewport.shift(before.origin.x - picture.origin.x, before.origin.y - picture.origin.y);
  // A map that grows with its text stays in sight, as long as nobody has moved it.
  if (wasWhole && !presented && !viewport.seesAll) present(picture);
  lastShown = shown;
  questions.fitting = false;
  minimap.show(picture);
  side.show(message, picture);
  // What is beside the map has its room now.
  if (isOtherFlow) present(picture);
  locator.shown();
  const news = [
    told,
    summary(before, picture),
    presented && !viewport.seesAll ? 'The map shows a part; 0 shows all.' : '',
  ].filter((text) => text !== '');
  if (news.length > 0) announce(news.join(' '));
}

/** Shows a picture from the start: what a flow goes through, what is selected, or the busiest box. */
function present(picture: Picture): void {
  const selected = view.selected === undefined ? undefined : view.boxOf(view.selected);
  viewport.present(stepsBox(picture) ?? selected ?? busiestFirst(picture)[0]);
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToWebview(data)) return;
  switch (data.type) {
    case 'show':
      show(data);
      break;
    case 'select':
      locator.selectFirst(data.ids);
      break;
    case 'locate':
      locator.locate(data.ids);
      break;
    case 'details':
      card.show(data.details);
      break;
    case 'contract':
      side.showContract(data.contract);
      break;
    case 'rasterize':
      void toPng(data.svg, data.scale).then((png) => {
        send({ type: 'png', data: png });
      });
      break;
    case 'failed':
      announce(banner.fail(data.message));
      break;
  }
});

send({ type: 'ready' });
