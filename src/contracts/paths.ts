/** Where documents lie. */
import { kebabCase, snakeCase } from './naming.js';

/** Names that Windows keeps for devices, whatever their extension. */
const devices = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** A name as one part of a path: `a-z`, `0-9` and `-` alone, so it can never lead elsewhere. */
export function pathSegment(name: string): string {
  const segment = kebabCase(name);
  return devices.test(segment) ? `${segment}x` : segment;
}

/** The same for protobuf, whose folders are the parts of the package. */
export function packageSegment(name: string): string {
  const segment = snakeCase(name) || 'unnamed';
  const safe = /^[a-z]/.test(segment) ? segment : `x${segment}`;
  return devices.test(safe) ? `${safe}x` : safe;
}

/**
 * `outDir` as a path relative to the model root, without `.`, `..` or doubled slashes. Undefined
 * where it is absolute or would lead out of the root.
 */
export function normalizedOutDir(outDir: string): string | undefined {
  const path = outDir.replaceAll('\\', '/');
  if (/^(?:\/|[A-Za-z]:)/.test(path) || path.includes('\0')) return undefined;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
