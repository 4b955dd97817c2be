/** What not every host of the server can do, in `capabilities.experimental`. */
export interface ServerAbilities {
  /** Maps as PDF, which takes fonts. */
  readonly pdf?: boolean;
}
