/** Which files of a folder make models, for a server that looks itself and one that asks its client. */

const skipped: ReadonlySet<string> = new Set(['node_modules', 'dist', 'out']);

/** Folders with a dot and built ones hold no models. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || skipped.has(name);
}

export function isModelFile(name: string): boolean {
  return name.endsWith('.arch') || name === 'archivolt.json';
}
