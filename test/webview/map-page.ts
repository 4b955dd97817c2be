/// <reference lib="dom" />
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { findingsOverlay, type FindingCounts } from '../../src/diagram/findings-overlay.js';
import { localEngine } from '../../src/diagram/layout/local-engine.js';
import { layout } from '../../src/diagram/layout/layout.js';
import { chainOf, flowOf, overlaysOf, withOverlay } from '../../src/diagram/overlays.js';
import type { Picture } from '../../src/diagram/picture.js';
import { changeList } from '../../src/review/map/change-list.js';
import { changedPicture } from '../../src/review/map/changed-picture.js';
import type { Compared } from '../../src/review/compared.js';
import { overlaidModel } from '../../src/review/map/overlaid-model.js';
import type { ChangesQuery } from '../../src/protocol/map-review.js';
import { sequenceOf } from '../../src/diagram/sequence/sequence.js';
import { select } from '../../src/diagram/select.js';
import type { Model } from '../../src/model/model.js';
import {
  findingsName,
  type FindingItem,
  type FindingsMark,
  type MapQuery,
} from '../../src/protocol/context-map.js';
import type { FromWebview, ToWebview } from '../../src/protocol/map-webview.js';
import { overlayName, selectOptions } from '../../src/server/map-pictures.js';

const folder = fileURLToPath(new URL('../../', import.meta.url));

export type PageTheme =
  'vscode-light' | 'vscode-dark' | 'vscode-high-contrast' | 'vscode-high-contrast-light';

/** Script and style of the map's page, as they are shipped. */
export async function bundledPage(): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    entryPoints: [`${folder}webview/context-map/main.ts`],
    tsconfig: `${folder}webview/tsconfig.json`,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    outdir: 'out',
    write: false,
  });
  const text = (ending: string) =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

/** The map's page in a browser, with a test in the place of the extension. */
export class MapPage {
  readonly page: Page;
  readonly messages: FromWebview[] = [];
  picture: Picture | undefined;
  /** Findings that have no box. */
  elsewhere: readonly FindingItem[] = [];

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(
    browser: Browser,
    { script, style }: { script: string; style: string },
    theme: PageTheme = 'vscode-light',
    reducedMotion: 'reduce' | 'no-preference' = 'reduce',
  ): Promise<MapPage> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, reducedMotion });
    const map = new MapPage(page);
    await page.exposeFunction('receive', (message: FromWebview) => {
      map.messages.push(message);
    });
    const colours =
      theme.includes('dark') || theme === 'vscode-high-contrast' ? darkColours : lightColours;
    await page.setContent(
      `<!DOCTYPE html><html lang="en" style="${colours}"><head><title>Context Map</title><style>${style}</style></head><body class="${theme}"><main id="app"></main></body></html>`,
    );
    await page.evaluate(() => {
      Object.assign(globalThis, {
        acquireVsCodeApi: () => ({
          postMessage: (message: unknown) => {
            (globalThis as unknown as { receive(message: unknown): void }).receive(message);
          },
          setState: (state: unknown) => Object.assign(globalThis, { savedState: state }),
          getState: () => undefined,
        }),
      });
    });
    await page.addScriptTag({ content: script });
    return map;
  }

  async post(message: ToWebview): Promise<void> {
    await this.page.evaluate((data) => {
      window.postMessage(data, '*');
    }, message);
    await this.page.evaluate(
      () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => {
            requestAnimationFrame(resolve);
          }),
        ),
    );
  }

  /** Draws a model, as the server does, and shows it. */
  async show(
    model: Model,
    query: MapQuery = { open: [] },
    findings: Readonly<Record<string, FindingsMark>> = {},
    stale: boolean | 'partial' = false,
  ): Promise<Picture> {
    const arrangement = this.picture ? { previous: this.picture, pins: {} } : { pins: {} };
    const placed = await layout(
      model,
      select(model, selectOptions(model, query)),
      localEngine,
      arrangement,
    );
    const overlay = overlayName(query);
    const counts = new Map(Object.entries(findings).map(([id, mark]) => [id, countsOf(mark)]));
    const picture =
      query.overlay === findingsName
        ? { ...placed, overlay: findingsOverlay(placed, counts, this.elsewhere.length) }
        : withOverlay(model, placed, overlay);
    this.picture = placed;
    const flow = flowOf(model, overlay);
    const chain = chainOf(model, overlay);
    await this.post({
      type: 'show',
      revision: '1',
      picture,
      root: 'file:///model',
      views: model.views.map(({ name, title }) => ({ name, title: title ?? name })),
      overlays: [{ name: findingsName, title: 'Findings' }, ...overlaysOf(model)],
      ...(flow ? { sequence: sequenceOf(model, flow) } : {}),
      ...(chain ? { chain } : {}),
      stale: stale !== false,
      ...(stale === 'partial' ? { partial: true } : {}),
      findings,
      ...(query.overlay === findingsName ? { elsewhere: this.elsewhere } : {}),
      state: { uri: 'file:///model/a.arch', query },
    });
    return picture;
  }

  /** Draws what changed, as the server does, and shows it. */
  async showChanges(
    compared: Compared,
    query: MapQuery & { readonly changes: ChangesQuery },
  ): Promise<Picture> {
    const model = overlaidModel(compared.comparison);
    const selection = select(model, selectOptions(model, query));
    const arrangement = this.picture ? { previous: this.picture, pins: {} } : { pins: {} };
    const base = await layout(model, selection, localEngine, arrangement);
    this.picture = base;
    const { side } = query.changes;
    const names = { before: 'main', after: 'now' };
    const picture = changedPicture(base, selection, model, compared, side, names);
    await this.post({
      type: 'show',
      revision: '1',
      picture,
      root: 'file:///model',
      views: [],
      overlays: [...overlaysOf(model), { name: 'changes', title: 'Changes' }],
      review: {
        side,
        against: 'main',
        commit: 'c0ffee',
        ...changeList(compared, model),
      },
      stale: false,
      findings: {},
      state: { uri: 'file:///model/shop.arch', query },
    });
    return picture;
  }

  /** Messages of a kind, in order. */
  sent<T extends FromWebview['type']>(type: T): Extract<FromWebview, { type: T }>[] {
    return this.messages.filter(
      (message): message is Extract<FromWebview, { type: T }> => message.type === type,
    );
  }

  selected(): Promise<string | undefined> {
    return this.page.evaluate(
      () => document.querySelector<SVGElement>('g.selected')?.dataset['archId'],
    );
  }

  node(id: string) {
    return this.page.locator(`g.node[data-arch-id="${id}"]`).first();
  }
}

/** As if all findings were of the gravest severity. */
function countsOf({ severity, count }: FindingsMark): FindingCounts {
  return { error: 0, warning: 0, info: 0, accepted: 0, [severity]: count };
}

const lightColours =
  '--vscode-editor-background:#fff;--vscode-editor-foreground:#222;--vscode-focusBorder:#0060c0;--vscode-textLink-foreground:#006ab1;--vscode-descriptionForeground:#555;';
const darkColours =
  '--vscode-editor-background:#1e1e1e;--vscode-editor-foreground:#ddd;--vscode-focusBorder:#3794ff;--vscode-textLink-foreground:#3794ff;--vscode-descriptionForeground:#aaa;';
