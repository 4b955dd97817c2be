import { URI } from 'vscode-uri';

/**
 * A URI as VS Code writes it. Others escape other characters, or name a drive in capitals: the same
 * file then has several URIs, and only this one is compared.
 */
export function canonicalUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** @param path absolute, as the system writes it */
export function fileUri(path: string): string {
  return URI.file(path).toString();
}

/**
 * URI of a file below a folder.
 *
 * @param folder canonical URI with a slash at the end
 * @param path with `/`
 */
export function uriBelow(folder: string, path: string): string {
  return folder + path.split('/').map(escaped).join('/');
}

/** A name as VS Code escapes it: everything but letters, digits and `-._~`. */
function escaped(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
