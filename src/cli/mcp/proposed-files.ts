/** Texts that somebody thinks of writing into a model. */
import { dirname, join } from 'node:path';
import { Folder } from '../../disk/folder.js';
import { enclosingRoot } from '../../disk/model-root.js';
import { UsageError } from '../failure.js';
import { nameOf, type LoadedRoot } from '../load.js';

/** A file as it would be: with a whole text, with parts replaced, or gone. */
export interface ProposedFile {
  readonly file: string;
  readonly text?: string | undefined;
  readonly edits?: readonly Edit[] | undefined;
  readonly remove?: boolean | undefined;
}

export interface Edit {
  /** What stands in the file, exactly once. */
  readonly old: string;
  readonly new: string;
}

/** A file of the model with the text it would have; undefined where it would be gone. */
export interface ProposedText {
  readonly file: string;
  readonly text: string | undefined;
}

/**
 * The texts that files would have.
 *
 * @throws UsageError for what cannot be a file of the model, and for edits that do not fit
 * @throws FileError for a path that a link leads out of the model
 */
export function proposedTexts(
  root: LoadedRoot,
  files: readonly ProposedFile[],
): readonly ProposedText[] {
  const texts = new Map<string, string | undefined>();
  for (const proposed of files) {
    const { file, text, edits, remove } = proposed;
    refuseForeign(root, file);
    const known = texts.has(file) ? texts.get(file) : root.project.workspace.text(file);
    const ways = [text, edits, remove].filter((way) => way !== undefined);
    if (ways.length !== 1) {
      throw new UsageError(`${file}: give either \`text\`, \`edits\` or \`remove\`.`);
    }
    if (text !== undefined) texts.set(file, text.replace(/^\uFEFF/, ''));
    else if (known === undefined) {
      throw new UsageError(`${file}: the model has no such file. Give its whole \`text\`.`);
    } else texts.set(file, edits ? edited(file, known, edits) : undefined);
  }
  return [...texts].map(([file, text]) => ({ file, text }));
}

/** Only what `archivolt check` would read if it were there. */
function refuseForeign({ path, project }: LoadedRoot, file: string): void {
  const segments = file.split('/');
  const isPlain =
    !file.includes('\\') &&
    !file.includes('\0') &&
    segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..') &&
    !/^[A-Za-z]:/.test(file);
  if (!isPlain) {
    throw new UsageError(`${file}: name a file by its path below the model's root, with \`/\`.`);
  }
  const isRead = segments
    .slice(0, -1)
    .every(
      (folder) => !folder.startsWith('.') && !['node_modules', 'dist', 'out'].includes(folder),
    );
  if (!file.endsWith('.arch') || !isRead) {
    throw new UsageError(`${file}: models are .arch files outside of hidden and built folders.`);
  }
  // Refuses links, and what lies behind one.
  if (project.workspace.text(file) === undefined) new Folder(path).read(file);
  const around = enclosingRoot(dirname(join(path, file)));
  if (around !== undefined && around !== path) {
    throw new UsageError(`${file}: belongs to another model, ${nameOf(around, path)}.`);
  }
}

/**
 * A text with its parts replaced, one after the other.
 *
 * @throws UsageError for a part that does not stand in it exactly once
 */
export function edited(file: string, text: string, edits: readonly Edit[]): string {
  // Whoever quotes a file writes one kind of line end.
  const native = (part: string) =>
    text.includes('\r\n') ? part.replaceAll(/\r?\n/g, '\r\n') : part;
  return edits.reduce((current, edit) => {
    const old = native(edit.old);
    const at = old === '' ? -1 : current.indexOf(old);
    const quoted = JSON.stringify(edit.old.length > 60 ? `${edit.old.slice(0, 59)}…` : edit.old);
    if (at < 0) throw new UsageError(`${file}: ${quoted} does not stand in it.`);
    if (current.includes(old, at + 1)) {
      throw new UsageError(`${file}: ${quoted} stands in it several times. Quote more around it.`);
    }
    return current.slice(0, at) + native(edit.new) + current.slice(at + old.length);
  }, text);
}
