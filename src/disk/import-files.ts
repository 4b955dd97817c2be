/** Imports from files on disk into a folder on disk. */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { ImportInput, ImportKind } from '../importers/document.js';
import { UnreadableDocument } from '../importers/document.js';
import { planImport, type ImportPlan } from '../importers/plan.js';
import { configurationFile } from '../project/configuration.js';
import { readLock } from './contracts.js';
import { exclusively } from './exclusive.js';
import { FileError } from './file-error.js';
import { Folder } from './folder.js';
import { enclosingRoot, filesBelow, readOptional } from './model-root.js';

/** Files that a document refers to are not longer than this, in bytes; documents themselves neither. */
const longest = 64 * 1024 * 1024;

export interface FileImport {
  /** The model root that the import went into; absolute. */
  readonly root: string;
  readonly plan: ImportPlan;
}

/** One thing to import: a file, as the user named it and as it is. */
export interface ImportSource {
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  readonly kind?: ImportKind | undefined;
}

/**
 * The documents as inputs.
 *
 * @throws FileError for a file that cannot be read
 */
export function importInputs(sources: readonly ImportSource[]): ImportInput[] {
  return sources.map(({ name, file, kind }) => ({
    name,
    text: textOf(name, file),
    kind,
    read: (path) => referenced(dirname(file), path),
  }));
}

/**
 * Imports documents into a folder: models, their contracts with bases and lock, and an
 * `archivolt.json` where no root is around it. Nothing that is there is overwritten.
 *
 * @param folder absolute; it need not exist
 * @throws FileError where a document cannot be read, or a file is in the way; nothing is written then
 */
export async function importFiles(
  sources: readonly ImportSource[],
  folder: string,
): Promise<FileImport> {
  const inputs = importInputs(sources);
  const root = enclosingRoot(folder) ?? folder;
  const target = new Folder(root);
  const plan = planned(inputs, root, folder);
  refuseExisting(plan, root);
  await exclusively(root, () => {
    for (const { path, text } of plan.files) target.write(path, text);
  });
  return { root, plan };
}

function planned(inputs: readonly ImportInput[], root: string, folder: string): ImportPlan {
  const own = existsSync(root) ? (filesBelow(root).get(root) ?? []) : [];
  const models = new Map(
    [...own].map((file) => [slashes(relative(root, file)), readOptional(file) ?? '']),
  );
  const below = slashes(relative(root, folder));
  try {
    return planImport(inputs, {
      models,
      configuration: readOptional(join(root, configurationFile)),
      lock: readLock(new Folder(root)),
      folder: below === '' ? '' : `${below}/`,
    });
  } catch (failure) {
    if (failure instanceof UnreadableDocument) throw unreadable(failure);
    if (failure instanceof RangeError) throw new FileError(failure.message);
    throw failure;
  }
}

export function unreadable({ file, line, message }: UnreadableDocument): FileError {
  return new FileError(`${file}:${String(line)}: ${message}`);
}

function refuseExisting({ files }: ImportPlan, root: string): void {
  const there = files
    .filter(({ path, replaces }) => !replaces && existsSync(join(root, path)))
    .map(({ path }) => path);
  if (there.length === 0) return;
  const more = there.length > 3 ? ` and ${String(there.length - 3)} more` : '';
  throw new FileError(
    `${there.slice(0, 3).join(', ')}${more} already there in ${root}; nothing was written. Choose another folder with -o, or move them away.`,
  );
}

function textOf(name: string, file: string): string {
  try {
    if (statSync(file).size > longest) throw new FileError(`${name}: longer than 64 MB.`);
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (failure) {
    if (failure instanceof FileError) throw failure;
    const { code } = failure as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'no such file'
        : code === 'EISDIR'
          ? 'a folder, and not a document'
          : `the file cannot be read (${String(code)})`;
    throw new FileError(`${name}: ${why}.`);
  }
}

/** A file below the document's folder, links followed; undefined for all others. */
function referenced(folder: string, path: string): string | undefined {
  try {
    const root = realpathSync(folder);
    const file = realpathSync(resolve(folder, path));
    if (!file.startsWith(root + sep) || !statSync(file).isFile()) return undefined;
    if (statSync(file).size > longest) return undefined;
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}

/** The name of a source that was chosen without one. */
export function sourceOf(file: string): ImportSource {
  return { name: basename(file), file };
}

function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
