// A Chromium for tests and pictures. It comes with the npm package, its libraries too, so that a
// bare machine needs nothing installed. It unpacks into TMPDIR and skips what is there, hence a
// folder of its own.
import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium as playwright } from 'playwright-core';

/** Where big downloads and unpacked tools are kept between runs. */
export const cacheFolder = process.env.ARCHIVOLT_CACHE ?? join(homedir(), '.cache', 'archivolt');

/** Starts a headless Chromium; the caller closes it. */
export async function launchChromium() {
  const folder = join(cacheFolder, 'chromium');
  mkdirSync(folder, { recursive: true });
  const before = {
    TMPDIR: process.env.TMPDIR,
    AWS_LAMBDA_JS_RUNTIME: process.env.AWS_LAMBDA_JS_RUNTIME,
  };
  process.env.TMPDIR = folder;
  // Makes the package unpack its own system libraries, which a bare Debian lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const executablePath = await packed.executablePath();
    return await playwright.launch({
      executablePath,
      env: { ...process.env, FONTCONFIG_FILE: fontConfiguration(folder) },
      headless: true,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/**
 * The packed fonts (Open Sans), found wherever they were unpacked; same text on every machine. Words
 * of maps are in Arial as on most desktops, for which Arimo stands; it has arrows and signs, too.
 */
function fontConfiguration(folder) {
  const file = join(folder, 'archivolt-fonts.conf');
  const arimo = resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts/arimo');
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${join(folder, 'fonts')}</dir><dir>${arimo}</dir>
<cachedir>${join(folder, 'font-cache')}</cachedir>
<match><test name="family"><string>Arial</string></test><edit name="family" mode="assign" binding="strong"><string>Arimo</string></edit></match>
<match><edit name="family" mode="append" binding="weak"><string>Open Sans</string></edit></match></fontconfig>`,
  );
  return file;
}
