/** A file that cannot be read or written, in words for its owner. */
export class FileError extends Error {}
