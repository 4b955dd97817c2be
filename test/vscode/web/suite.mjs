// What Archivolt does in a browser alone, where there is no disk, no git and no process.
import assert from 'node:assert/strict';
import { launchChromium } from '../../support/chromium.mjs';
import { serveWorkbench } from './serve.mjs';

// Of one line each, which can be written at once: editors add to what is typed on several.
const ordering =
  'context Ordering { service OrderService { calls Payments.PaymentService.capture { timeout 1s } } }';
const files = {
  '/model/ordering.arch': ordering,
  '/model/payments.arch':
    'context Payments { service PaymentService { api Payments: rest { version "1.0.0"  path "/v1/payments"  POST "" capture(): 201 } } }',
};

const tests = {
  async 'a model on no disk is read in all its files, and checked'({ page }) {
    await open(page, 'ordering.arch');
    await page.waitForSelector('.codelens-decoration:has-text("caller")');
    // What other files declare is known, and nothing else.
    assert.equal(await page.$('.squiggly-error'), null);
    await write(page, ordering.replace('Payments.PaymentService', 'Payments.Nowhere'));
    await page.waitForSelector('.squiggly-error');
    await write(page, ordering);
    await page.waitForSelector('.squiggly-error', { state: 'detached' });
  },

  async 'what is wrong with a text is told by a file that is read when it is needed'({
    page,
    asked,
  }) {
    await write(page, `context Extra { servce A { } } ${ordering}`);
    await page.waitForSelector('.squiggly-error');
    assert(asked.has('/extensions/archivolt/dist/langium.cjs'));
    await write(page, ordering);
    await page.waitForSelector('.squiggly-error', { state: 'detached' });
  },

  async 'the map is laid out in a worker, and follows the text'({ page, asked }) {
    await run(page, 'Archivolt: Open Context Map');
    const map = await frameWith(page, '[data-arch-id="context:Ordering"]');
    assert(asked.has('/extensions/archivolt/dist/browser-layout.cjs'));
    await focus(page, 'ordering.arch');
    await write(page, `context Extra { } ${ordering}`);
    await map.waitForSelector('[data-arch-id="context:Extra"]');
    await write(page, ordering);
    await map.waitForSelector('[data-arch-id="context:Extra"]', { state: 'detached' });
  },

  async 'changes since a revision are no overlay where there is no git'({ page }) {
    const map = await frameWith(page, '[data-arch-id="context:Ordering"]');
    const overlays = await map.$$eval('option', (options) => options.map(({ text }) => text));
    assert(overlays.includes('Findings'), overlays.join());
    assert(!overlays.includes('Changes'), overlays.join());
  },

  async 'a contract is shown as it follows from the model'({ page }) {
    await open(page, 'payments.arch');
    await run(page, 'Archivolt: Preview Contract');
    await choose(page, 'openapi');
    await page.waitForSelector('.view-line:has-text("openapi:")');
  },

  async 'menus leave out what needs a disk'({ page }) {
    assert.deepEqual(await offered(page, 'Archivolt: Import'), []);
    assert.deepEqual(await offered(page, 'Archivolt: Generate'), []);
    assert.notDeepEqual(await offered(page, 'Archivolt: Open Context Map'), []);
  },
};

/** Counts what passed and failed with the extension in a folder. */
export async function runInBrowserAlone(extension) {
  const host = await serveWorkbench(extension, files);
  const browser = await launchChromium();
  const counts = { passed: 0, failed: 0 };
  try {
    const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
    page.setDefaultTimeout(60_000);
    await page.goto(host.url);
    for (const [name, test] of Object.entries(tests)) {
      try {
        await test({ page, asked: host.asked });
        counts.passed++;
        console.log(`  ✓ ${name}`);
      } catch (error) {
        counts.failed++;
        console.error(`  ✗ ${name}\n${error.stack}`);
        const picture = process.env.ARCHIVOLT_SUITE_SCREENSHOT;
        if (picture) await page.screenshot({ path: picture });
      }
    }
  } finally {
    await browser.close();
    host.close();
  }
  return counts;
}

async function open(page, name) {
  await page.getByRole('treeitem', { name }).dblclick();
  await page.waitForSelector(`.tab.active:has-text("${name}")`);
  await focus(page, name);
}

/** Gives the keyboard to a file that is open. */
async function focus(page, name) {
  await page.getByRole('tab', { name }).click();
}

/** Writes the text of the editor that has the keyboard anew, at once. */
async function write(page, text) {
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

async function run(page, command) {
  await palette(page, command);
  await choose(page, command);
}

/** Opens the list of commands, again where an editor that opens takes the keyboard from it. */
async function palette(page, text) {
  const input = page.locator('.quick-input-widget:visible input:not([inert])').first();
  let failure = new Error('The list of commands does not stay.');
  for (let attempt = 1; attempt <= 10; attempt++) {
    try {
      await page.keyboard.press('F1');
      await input.fill(`>${text}`, { timeout: 3000 });
      await page.waitForTimeout(300);
      if (await input.isVisible()) return;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** By a click: a key may come while VS Code hands the keyboard to an editor. */
async function choose(page, text) {
  await page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first().click();
}

/** Commands of ours in the palette that begin so. */
async function offered(page, text) {
  await palette(page, text);
  await page.waitForTimeout(500);
  const rows = await page.$$eval('.quick-input-list .monaco-list-row', (found) =>
    found.map(({ textContent }) => textContent),
  );
  await page.keyboard.press('Escape');
  return rows.filter((row) => row.startsWith(text));
}

/** The frame of a webview that shows what the selector finds. */
async function frameWith(page, selector) {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    for (const frame of page.frames()) {
      if (await frame.$(selector).catch(() => null)) return frame;
    }
    await page.waitForTimeout(200);
  }
  throw new Error(`No frame shows ${selector}.`);
}
