/** Which files of a folder make models, for a server that looks itself and one that asks its client. */

const skipped: ReadonlySet<string> = new Set(['node_modules', 'dist', 'out']);

/** Folders with a dot and built ones hold no models. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || skipped.has(name);
}

export function isModelFile(name: string): boolean {
  return name.endsWith('.arch') || name === 'archivolt.json';
}

/** Parts of the path of a file below a folder, by their URIs. */
export function partsBelow(folder: string, uri: string): readonly string[] {
  return uri.slice(folder.length).split('/').map(decodeURIComponent);
}

/** Whether a file makes a model, by the parts of its path below a folder. */
export function makesModel(parts: readonly string[]): boolean {
  return isModelFile(parts.at(-1) ?? '') && !parts.slice(0, -1).some(isSkippedFolder);
}
