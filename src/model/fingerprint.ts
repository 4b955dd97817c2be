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
  return hexadecimal(h2 & 0x1fffff, h1);
}

/** 24 and 32 bits as 14 digits. `toString(16)` takes ten times as long for such numbers. */
function hexadecimal(high: number, low: number): string {
  return String.fromCharCode(
    digit(high >>> 20),
    digit(high >>> 16),
    digit(high >>> 12),
    digit(high >>> 8),
    digit(high >>> 4),
    digit(high),
    digit(low >>> 28),
    digit(low >>> 24),
    digit(low >>> 20),
    digit(low >>> 16),
    digit(low >>> 12),
    digit(low >>> 8),
    digit(low >>> 4),
    digit(low),
  );
}

/** The character for the last four bits. */
function digit(bits: number): number {
  const value = bits & 15;
  return value < 10 ? 48 + value : 87 + value;
}
