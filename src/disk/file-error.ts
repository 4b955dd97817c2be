/** A file that cannot be read or written, in words for its owner. */
export class FileError extends Error {}

/** Why a file cannot be read or written, by the code of the system's error. */
export function explained(code: string | undefined): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'no permission';
    case 'EROFS':
      return 'the disk is read-only';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EDQUOT':
      return 'the quota is used up';
    case 'EISDIR':
      return 'a folder of that name is in the way';
    case 'EEXIST':
    case 'ENOTDIR':
      return 'a file is in the way of its folder';
    default:
      return String(code);
  }
}
