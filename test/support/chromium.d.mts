import type { Browser } from 'playwright-core';

/** Where big downloads and unpacked tools are kept between runs. */
export const cacheFolder: string;
/** Starts a headless Chromium; the caller closes it. */
export function launchChromium(): Promise<Browser>;
