// Draws an SVG file to PNG in a real browser: node scripts/render-svg.mjs in.svg out.png [scale]
import { readFileSync } from 'node:fs';
import { launchChromium } from '../test/support/chromium.mjs';

const [input, output, scale = '1'] = process.argv.slice(2);
if (!input || !output) {
  console.error('usage: node scripts/render-svg.mjs in.svg out.png [scale]');
  process.exit(2);
}
const svg = readFileSync(input, 'utf8');
const width = Number(/width="(\d+)"/.exec(svg)?.[1] ?? 1200);
const height = Number(/height="(\d+)"/.exec(svg)?.[1] ?? 800);
const browser = await launchChromium();
try {
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: Number(scale),
  });
  await page.setContent(`<style>body{margin:0}</style>${svg}`);
  await page.screenshot({ path: output });
} finally {
  await browser.close();
}
