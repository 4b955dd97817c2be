// How smooth a large map is: the panel's own page in Chromium, panned and zoomed by the wheel, and
// with a pointer that goes over its boxes. CPU times of the page's main thread for each frame, and times from frame to frame.
//   node bench/pan-zoom.mjs [boxes]
import { build } from 'esbuild';
import { launchChromium } from '../test/support/chromium.mjs';
import { ms, percentile, table } from './figures.mjs';
import { nested } from './map-models.mjs';
import { sources } from './sources.mjs';

const boxes = Number(process.argv[2] ?? 5000);
const frames = 60;
const limit = 17;

const { modelFromTexts, select, layout, localEngine } = await sources({
  modelFromTexts: 'model/from-text',
  select: 'diagram/select',
  layout: 'diagram/layout/layout',
  localEngine: 'diagram/layout/local-engine',
});
const model = modelFromTexts(nested(boxes));
const open = new Set(model.contexts.map(({ id }) => id));
const picture = await layout(model, select(model, { open }), localEngine, { pins: {} });

const { outputFiles } = await build({
  entryPoints: ['webview/context-map/main.ts'],
  tsconfig: 'webview/tsconfig.json',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  outdir: 'out',
  write: false,
});
const text = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';

const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
await page.setContent(
  `<!DOCTYPE html><html><head><style>${text('.css')}</style></head><body class="vscode-light"><div id="app"></div></body></html>`,
);
await page.evaluate(() => {
  globalThis.acquireVsCodeApi = () => ({ postMessage() {}, setState() {}, getState() {} });
});
await page.addScriptTag({ content: text('.js') });
await page.evaluate(
  (data) => {
    window.postMessage(data, '*');
  },
  {
    type: 'show',
    revision: '1',
    picture,
    root: 'file:///model',
    views: [],
    overlays: [],
    stale: false,
    findings: {},
    state: { uri: 'file:///model/a.arch', query: { open: [] } },
  },
);
await page.waitForSelector('g.node');
await page.waitForTimeout(2000);
const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });

/** Seconds of CPU that the page's main thread has worked. */
async function worked() {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
}

/** Turns the wheel once a frame; times from frame to frame, and the main thread's CPU in all; in ms. */
async function turn(wheel) {
  const before = await worked();
  const intervals = await page.evaluate(
    ({ frames: count, wheel: turned }) =>
      new Promise((resolve) => {
        const canvas = document.querySelector('svg.map') ?? document.querySelector('#app svg');
        const times = [];
        let last = performance.now();
        const step = () => {
          const now = performance.now();
          times.push(now - last);
          last = now;
          if (times.length > count) resolve(times.slice(1));
          else {
            const back = times.length % 30 < 15 ? 1 : -1;
            canvas.dispatchEvent(
              new WheelEvent('wheel', {
                ...turned,
                deltaX: (turned.deltaX ?? 0) * back,
                deltaY: (turned.deltaY ?? 0) * back,
                clientX: 640,
                clientY: 430,
                bubbles: true,
                cancelable: true,
              }),
            );
            requestAnimationFrame(step);
          }
        };
        requestAnimationFrame(step);
      }),
    { frames, wheel },
  );
  return { intervals, work: ((await worked()) - before) * 1000 };
}

const rows = [];
for (const [name, wheel] of [
  ['pan, all in sight', { deltaX: 40, deltaY: 25 }],
  ['zoom, all in sight', { deltaY: -12, ctrlKey: true }],
  ['pan, near', { deltaX: 40, deltaY: 25 }],
  ['zoom, near', { deltaY: -12, ctrlKey: true }],
]) {
  if (name === 'pan, near') {
    for (let i = 0; i < 30; i++) await turnOnce({ deltaY: -20, ctrlKey: true });
    await page.waitForTimeout(3000);
  }
  const { intervals, work } = await turn(wheel);
  rows.push([
    name,
    ms(work / intervals.length),
    ms(percentile(intervals, 0.5)),
    ms(percentile(intervals, 0.95)),
  ]);
}
rows.push(['pointer over boxes, near', ...(await point())]);

/** Moves the pointer over boxes, once a frame. */
async function point() {
  const before = await worked();
  const frame = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        }),
    );
  for (let i = 0; i < frames; i++) {
    await page.mouse.move(300 + i * 9, 400 + (i % 7) * 5);
    await frame();
  }
  return [ms((((await worked()) - before) * 1000) / frames), '', ''];
}

async function turnOnce(wheel) {
  await page.evaluate((turned) => {
    const canvas = document.querySelector('svg.map') ?? document.querySelector('#app svg');
    canvas.dispatchEvent(
      new WheelEvent('wheel', {
        ...turned,
        clientX: 640,
        clientY: 430,
        bubbles: true,
        cancelable: true,
      }),
    );
  }, wheel);
}
await browser.close();
console.log(`${picture.nodes.length} boxes, ${picture.edges.length} edges; drawn by software, ms.`);
console.log(table(['', 'CPU of the main thread a frame', 'frame p50', 'frame p95'], rows));
console.log(`Target: at most ${limit} ms a frame.`);
process.exit();
