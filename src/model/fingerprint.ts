/**
 * 53-bit hash of a text as 14 hexadecimal digits (cyrb53 by bryc, public domain). Not for
 * security: it only has to be stable, portable and unlikely to collide among some thousand
 * findings.
 */
export function fingerprintOf(...parts: readonly string[]): string {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? '';
    // A zero stands between two parts.
    for (let i = at === 0 ? 0 : -1; i < part.length; i++) {
      const code = i < 0 ? 0 : part.charCodeAt(i);
      h1 = Math.imul(h1 ^ code, 2654435761);
      h2 = Math.imul(h2 ^ code, 1597334677);
    }
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  const value = 4294967296 * (2097151 & h2) + (h1 >>> 0);
  return value.toString(16).padStart(14, '0');
}
