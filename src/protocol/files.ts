/** Files that are on no disk, which the server asks its client for. In a browser that is all of them. */

/** URIs of `.arch` files and of `archivolt.json` below a folder, as `ListFilesParams` → `string[]`. */
export const listFilesRequest = 'archivolt/listFiles';
/** The text of a file, null where there is none, as `ReadFileParams` → `string | null`. */
export const readFileRequest = 'archivolt/readFile';

export interface ListFilesParams {
  readonly folder: string;
  /** Files of pins in a model root, instead of those that make models. */
  readonly of?: 'pins';
}

export interface ReadFileParams {
  readonly uri: string;
}

/** What a worker of ours in a browser is told first: where our files are, and which to run. */
export interface WorkerStart {
  /** URL of the folder, with a slash at the end. */
  readonly base: string;
  readonly entry: string;
}
