/** Font files that drawings are rendered with, so that they look the same on every machine. */
export interface Fonts {
  readonly family: string;
  /** Absolute paths of TrueType files: regular, bold, italic, bold italic. */
  readonly files: readonly [string, string, string, string] | readonly [];
}
