import { setFlagsFromString } from 'node:v8';

/**
 * Settings of V8 for a process that is over soon. Nothing but time and memory depends on them; not
 * for processes that stay, such as the language server.
 *
 * - To inline fewer functions into those that are optimised: most is over before that has paid off.
 *   A fifth of what a check of 1,000 services costs went into it, of 5,000 an eighth.
 * - Not to guess which objects will stay and put them with the old ones at once: of syntax trees,
 *   which are dropped file by file, it guessed wrong in every second process, which then took a
 *   quarter more time and a third more memory.
 */
export function expectShortLife(): void {
  set('--max-inlined-bytecode-size-cumulative=100', 14);
  set('--no-allocation-site-pretenuring', 14);
}

/**
 * Has V8 wait three times as long before it optimises a function, and not hurry with small ones.
 * Reading is a few functions that run for every file; rules are many that run once over the model,
 * and a tenth of what they cost was spent on optimising them when they were nearly done.
 */
export function compileLater(): void {
  set('--interrupt-budget=400000', 11);
  set('--max-bytecode-size-for-early-opt=0', 11);
}

/** V8 11, of Node 20, and later ones up to `last` know the flag; others would print that they don't. */
function set(flag: string, last: number): void {
  const [major = '0'] = process.versions.v8.split('.');
  if (Number(major) >= 11 && Number(major) <= last) setFlagsFromString(flag);
}
