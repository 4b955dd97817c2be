import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 inline fewer functions into those that it optimises. A command is over before most of that
 * has paid off: of what a check of 1,000 services costs, a fifth went into it, of 5,000 an eighth.
 * Nothing but time depends on it. Not for processes that stay, such as the language server.
 */
export function compileLess(): void {
  set('--max-inlined-bytecode-size-cumulative=100');
}

/**
 * Has V8 wait three times as long before it optimises a function, and not hurry with small ones.
 * Reading is a few functions that run for every file; rules are many that run once over the model,
 * and a tenth of what they cost was spent on optimising them when they were nearly done.
 */
export function compileLater(): void {
  set('--interrupt-budget=400000');
  set('--max-bytecode-size-for-early-opt=0');
}

function set(flag: string): void {
  // Known by the V8 of Node 20 to 25; one that does not know it would say so to the user.
  const [major = '0'] = process.versions.v8.split('.');
  if (Number(major) < 11 || Number(major) > 14) return;
  setFlagsFromString(flag);
}
