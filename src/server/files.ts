/** What the server needs of a file system; the browser has another one than Node. */
export interface Files {
  /** URIs of `.arch` files and of `archivolt.json` below a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Undefined where the file does not exist. */
  read(uri: string): Promise<string | undefined>;
  /**
   * The same for a file that `list` names; undefined for any other, behind a link, say.
   *
   * @param folder URI with a slash at the end, around the file
   */
  readListed(folder: string, uri: string): Promise<string | undefined>;
  /**
   * URI of the folder itself or the nearest one around it that holds `archivolt.json`; undefined
   * where there is none, or nobody can look outside of the workspace.
   */
  enclosingRoot(folder: string): Promise<string | undefined>;
  /** URIs of the files of pins of a model root, whose URI ends with a slash. */
  listPins(root: string): Promise<readonly string[]>;
  /**
   * The same for a file whose path was configured; undefined where the file does not exist.
   *
   * @param folder URI with a slash at the end
   * @throws where the path leads out of the folder, or is a link
   */
  readBelow(folder: string, path: string): Promise<string | undefined>;
}
