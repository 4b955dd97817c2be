// Lets a suite in the extension host look at the page around it: screenshots, keys, and the inside
// of webviews. Only on the loopback interface, with a token. A desktop VS Code has no such thing;
// suites skip those steps there.
import { createServer } from 'node:http';

export function control(page, port, token) {
  const server = createServer((request, response) => {
    if (request.url !== `/${token}` || request.method !== 'POST') {
      response.writeHead(404).end();
      return;
    }
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      perform(page, JSON.parse(body)).then(
        (result) => response.end(JSON.stringify({ result })),
        (error) => response.writeHead(500).end(JSON.stringify({ error: String(error) })),
      );
    });
  });
  server.listen(port, '127.0.0.1');
  return server;
}

/** The frame of the context map's webview. */
async function mapFrame(page) {
  for (let attempt = 0; attempt < 100; attempt++) {
    for (const frame of page.frames()) {
      const found = await frame
        .evaluate(() => document.querySelector('#app .stage svg') !== null)
        .catch(() => false);
      if (found) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error('There is no context map on the page.');
}

async function perform(page, { action, ...options }) {
  switch (action) {
    case 'screenshot':
      await page.screenshot({ path: options.path });
      return options.path;
    case 'press':
      await page.keyboard.press(options.key);
      return undefined;
    case 'type':
      await page.keyboard.type(options.text);
      return undefined;
    case 'evaluate':
      return (await mapFrame(page)).evaluate(options.script);
    case 'evaluateAround':
      return page.evaluate(options.script);
    case 'click':
      await (await mapFrame(page)).click(options.selector, { timeout: 5000, force: true });
      return undefined;
    case 'drag': {
      const element = await (await mapFrame(page)).$(options.selector);
      const { x, y, width, height } = await element.boundingBox();
      const [left, top] = [x + width / 2, y + height / 2];
      await page.mouse.move(left, top);
      await page.mouse.down();
      await page.mouse.move(left + options.x, top + options.y, { steps: 5 });
      await page.mouse.up();
      return undefined;
    }
    case 'reload':
      await page.reload();
      return undefined;
    default:
      throw new Error(`There is no action ${action}.`);
  }
}
