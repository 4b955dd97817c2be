/**
 * An object whose properties are made when they are first read, and then stay. They are its own
 * and enumerable, so it spreads and prints like plain data.
 */
export function lazily<T extends object>(parts: { readonly [K in keyof T]: () => T[K] }): T {
  const result = {};
  for (const key of Object.keys(parts) as (keyof T & string)[]) {
    Object.defineProperty(result, key, {
      configurable: true,
      enumerable: true,
      get() {
        const value = parts[key]();
        Object.defineProperty(result, key, { value, enumerable: true });
        return value;
      },
    });
  }
  return result as T;
}
