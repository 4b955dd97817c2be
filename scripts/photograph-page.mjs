import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../test/support/chromium.mjs';

/** Takes a picture of the upper part of a page. */
export async function photographPage(file, picture) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 1340 } });
    await page.goto(pathToFileURL(resolve(file)).href);
    await page.screenshot({ path: picture });
  } finally {
    await browser.close();
  }
}
