// A Chromium for tests and pictures. It comes with the npm package, its libraries too, so that a
// bare machine needs nothing installed. It unpacks into TMPDIR and skips what is there, hence a
// folder of its own.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium as playwright } from 'playwright-core';

/** Where big downloads and unpacked tools are kept between runs. */
export const cacheFolder = process.env.ARCHIVOLT_CACHE ?? join(homedir(), '.cache', 'archivolt');

/** Starts a headless Chromium; the caller closes it. */
export async function launchChromium() {
  const folder = unpacked();
  const own = unpackingInto(folder);
  const before = Object.fromEntries(Object.keys(own).map((name) => [name, process.env[name]]));
  Object.assign(process.env, own);
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

const packageFolder = resolve(import.meta.dirname, '../../node_modules/@sparticuz/chromium');

/** What the package takes from the environment. */
function unpackingInto(folder) {
  // The second makes it unpack its own system libraries, which a bare Debian lacks.
  return { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
}

/**
 * The folder with the unpacked browser. Test files run side by side: each would start what another
 * one still writes, so whoever is first unpacks elsewhere and puts the whole in its place.
 */
function unpacked() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const folder = join(cacheFolder, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cacheFolder, { recursive: true });
  const own = mkdtempSync(join(cacheFolder, 'unpacking-'));
  const unpack =
    "import('@sparticuz/chromium').then(({ default: packed }) => packed.executablePath())";
  const { status, stderr } = spawnSync(process.execPath, ['-e', unpack], {
    cwd: packageFolder,
    env: { ...process.env, ...unpackingInto(own) },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Chromium cannot be unpacked: ${stderr}`);
  try {
    renameSync(own, folder);
  } catch (error) {
    // Somebody else was faster.
    if (!existsSync(folder)) throw error;
    rmSync(own, { recursive: true, force: true });
  }
  return folder;
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
