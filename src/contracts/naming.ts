/** Names: from those of the model to those of each format. */
import type { Casing } from './config.js';

/** `orderHTTPServer_v2` → `order http server v2`, as a list. Digits stay with their word. */
export function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

export function pascalCase(name: string): string {
  return words(name).map(capital).join('');
}

export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

export function snakeCase(name: string): string {
  return words(name).join('_').toLowerCase();
}

/** `OrderService` → `order-service`; never empty, and made of `a-z`, `0-9` and `-` alone. */
export function kebabCase(name: string): string {
  return words(name).join('-').toLowerCase() || 'unnamed';
}

/** `placeOrder` → `Place order`, for titles and summaries where the author gave none. */
export function humanize(name: string): string {
  const text = words(name)
    .map((word) => (word.length > 1 && word === word.toUpperCase() ? word : word.toLowerCase()))
    .join(' ');
  return text === '' ? name : text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name that already has its casing is left alone, so `orderID` stays `orderID`. */
const fits: Readonly<Record<Exclude<Casing, 'preserve'>, RegExp>> = {
  camelCase: /^[a-z][A-Za-z0-9]*$/,
  snake_case: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
  'kebab-case': /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  PascalCase: /^[A-Z][A-Za-z0-9]*$/,
};

/**
 * A field's or parameter's name on the wire. A name without a letter or digit is kept. Readers
 * written in JavaScript lose a property called `__proto__`, so that one is `proto` in any casing.
 */
export function cased(name: string, casing: Casing): string {
  if (name === '__proto__') return 'proto';
  if (casing === 'preserve' || fits[casing].test(name)) return name;
  const changed =
    casing === 'camelCase'
      ? camelCase(name)
      : casing === 'PascalCase'
        ? pascalCase(name)
        : casing === 'snake_case'
          ? snakeCase(name)
          : words(name).join('-').toLowerCase();
  return changed === '' ? name : changed;
}

/**
 * Wire names for a list of names. Where two would fall together (`order_id`, `orderId`), the one
 * that the casing would change keeps the name that it has.
 */
export function casedAll(names: readonly string[], casing: Casing): Map<string, string> {
  const taken = new Set(names.filter((name) => cased(name, casing) === name));
  const result = new Map<string, string>();
  for (const name of names) {
    let wire = cased(name, casing);
    if (wire !== name && taken.has(wire)) wire = name;
    taken.add(wire);
    result.set(name, wire);
  }
  return result;
}

/** The name, or the name with the first number behind it that is free; takes it. */
export function unique(name: string, taken: Set<string>, separator = ''): string {
  let candidate = name;
  for (let n = 2; taken.has(candidate); n++) candidate = `${name}${separator}${n}`;
  taken.add(candidate);
  return candidate;
}
