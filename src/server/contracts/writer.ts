/** Writes contracts on Node: files that are open get edits, all others are written at once. */
import { fileURLToPath } from 'node:url';
import { ErrorCodes, ResponseError, TextDocumentEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { generation, type GeneratedContract } from '../../contracts/generation.js';
import { fingerprint } from '../../contracts/merge/fingerprint.js';
import { adoptedFolder } from '../../contracts/merge/adopted.js';
import { baseFolder, lockPath, lockText, type ContractLock } from '../../contracts/merge/lock.js';
import type { Resolve } from '../../contracts/merge/conflict.js';
import { readLock, writeGeneration } from '../../disk/contracts.js';
import { exclusively } from '../../disk/exclusive.js';
import { FileError } from '../../disk/file-error.js';
import { Folder } from '../../disk/folder.js';
import { version } from '../../project/version.js';
import type { WrittenContracts } from '../../protocol/contracts.js';
import { uriOf, type Root } from '../roots.js';
import type { Session } from '../session.js';
import type { AwaitedBase, ContractTexts } from './texts.js';

interface OpenContract {
  readonly contract: GeneratedContract;
  readonly document: TextDocument;
}

export class ContractWriter {
  readonly #session: Session;
  readonly #texts: ContractTexts;

  constructor(session: Session, texts: ContractTexts) {
    this.#session = session;
    this.#texts = texts;
  }

  /**
   * Generates some contracts of a root. Base and lock entry of an open document whose file is
   * behind its editor follow when it is saved: until then the disk has what it had.
   *
   * @throws ResponseError where a file cannot be read or written, or the editor refuses the edit
   */
  async write(
    root: Root,
    paths: ReadonlySet<string>,
    resolve?: Resolve,
  ): Promise<WrittenContracts> {
    const folder = new Folder(pathOf(root));
    return answered(() =>
      exclusively(folder.path, async () => {
        const { model, configuration } = root.project;
        const before = readLock(folder);
        const files = {
          read: (path: string) => this.#texts.overlay(root, path) ?? folder.read(path),
        };
        const { contracts, lock } = generation({
          model,
          config: configuration.contracts,
          lock: before,
          files,
          generator: version,
          paths,
          resolve,
        });
        const open = contracts.flatMap((contract) => this.#open(root, contract, folder) ?? []);
        await this.#edit(root, open);
        const onDisk = contracts.filter((one) => open.every(({ contract }) => contract !== one));
        const documents = new Map(lock.documents);
        for (const { contract } of open) {
          const { path, kind, element, base, alone } = contract;
          const known = before.documents.get(path);
          if (known) documents.set(path, known);
          else documents.delete(path);
          if (base === undefined) continue;
          const awaited: AwaitedBase = { root, path, base, alone, entry: { kind, element } };
          this.#texts.awaited.set(uriOf(root, path), awaited);
        }
        writeGeneration(folder, { contracts: onDisk, lock: { ...lock, documents } });
        for (const { path } of onDisk) this.#texts.awaited.delete(uriOf(root, path));
        return {
          written: onDisk.filter(isWritten).map(({ path }) => path),
          edited: open
            .filter(({ contract }) => contract.action === 'update')
            .map(({ document }) => document.uri),
        };
      }),
    );
  }

  /** A document with an awaited base is on disk now: its base and lock entry follow. */
  async saved({ uri }: TextDocument, text: string): Promise<void> {
    const awaited = this.#texts.awaited.get(uri);
    if (!awaited) return;
    const { root, path, base, alone, entry } = awaited;
    const folder = new Folder(fileURLToPath(root.uri));
    await answered(() =>
      exclusively(folder.path, () => {
        const lock = readLock(folder);
        const documents = new Map(lock.documents);
        documents.set(path, { ...entry, base: fingerprint(base), file: fingerprint(text) });
        folder.write(`${baseFolder}/${path}`, base);
        if (alone !== undefined) folder.write(`${adoptedFolder}/${path}`, alone);
        const after: ContractLock = { ...lock, generator: version, documents };
        folder.write(lockPath, lockText(after));
      }),
    );
    this.#texts.awaited.delete(uri);
  }

  /** The open document of a contract that changes, or whose file is behind its editor. */
  #open(root: Root, contract: GeneratedContract, folder: Folder): OpenContract | undefined {
    const { path, action, problem, movedFrom } = contract;
    const document = this.#session.documents.get(uriOf(root, path));
    if (!document || problem || movedFrom !== undefined || action === 'delete') return undefined;
    const isBehind = withoutMark(folder.read(path)) !== document.getText();
    return action === 'update' || isBehind ? { contract, document } : undefined;
  }

  async #edit(root: Root, open: readonly OpenContract[]): Promise<void> {
    const documentChanges = open
      .filter(({ contract }) => contract.splices.length > 0)
      .map(({ contract, document }) =>
        TextDocumentEdit.create(
          { uri: uriOf(root, contract.path), version: document.version },
          contract.splices.map(({ start, end, text }) => ({
            range: { start: document.positionAt(start), end: document.positionAt(end) },
            newText: text,
          })),
        ),
      );
    if (documentChanges.length === 0) return;
    const { applied, failureReason } = await this.#session.connection.workspace.applyEdit({
      label: 'Generate contracts',
      edit: { documentChanges },
    });
    if (!applied) {
      throw new FileError(
        `The editor did not take the changes${failureReason ? ` (${failureReason})` : ''}. Nothing was written.`,
      );
    }
  }
}

function isWritten({ action, problem, disk }: GeneratedContract): boolean {
  return !problem && action !== 'keep' && (action !== 'delete' || disk !== undefined);
}

/** Editors leave the byte order mark out. */
function withoutMark(text: string | undefined): string | undefined {
  return text?.replace(/^\uFEFF/, '');
}

/** What a user can do something about is an answer; all else is a failure of ours. */
async function answered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    if (failure instanceof FileError || failure instanceof RangeError)
      throw new ResponseError(ErrorCodes.InvalidRequest, failure.message);
    throw failure;
  }
}

/** @throws ResponseError where the model is on no disk, and nothing can be written whole and safely */
function pathOf({ uri }: Root): string {
  if (uri.startsWith('file:')) return fileURLToPath(uri);
  throw new ResponseError(
    ErrorCodes.InvalidRequest,
    'Contracts are written into folders on disk. Open a clone of this one.',
  );
}
