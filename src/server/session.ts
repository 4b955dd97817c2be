import type {
  CodeAction,
  CodeActionParams,
  Connection,
  DefinitionParams,
  Event,
  Location,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Model } from '../model/model.js';
import type { Position, Span } from '../model/span.js';
import type { ClientOptions } from '../protocol/findings.js';
import { fromLspPosition, toLocation } from './places.js';
import type { Files } from './files.js';
import { uriOf, type Root, type Roots } from './roots.js';

/** What a feature works with. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly roots: Roots;
  readonly files: Files;
  /** Fires when all models were checked, which is some time after the last edit. */
  readonly onChecked: Event<void>;
  /** Fires with the URIs of files that are no models but were changed on disk. */
  readonly onOtherFiles: Event<readonly string[]>;
  /** Former names of what was renamed in this session, by the id that it has now. */
  readonly renamed: Map<string, string>;
  /** What the client said of itself when it started. */
  readonly client: ClientOptions;
  /** Whether the client renames files as a part of an edit. */
  readonly renamesFiles: boolean;
  /** Whether the client asks for the edit of a code action when it is chosen. */
  readonly resolvesActions: boolean;
  /** Who answers for contract files, where the host can read and write them. */
  contractDesk?: ContractDesk;
}

/** What is asked of contract files as of models; undefined for files that are no contracts. */
export interface ContractDesk {
  definition(params: DefinitionParams): Location | null | undefined;
  actions(params: CodeActionParams): CodeAction[] | undefined;
  /** Asks a client that can do so for the contract files that it opens. */
  follow(): Promise<void>;
}

/** A place in a document, with the model that it belongs to. */
export interface Spot {
  readonly root: Root;
  readonly file: string;
  readonly model: Model;
  readonly position: Position;
  readonly location: (span: Span) => ReturnType<typeof toLocation>;
}

/** The spot that a request is about. */
export function spotOf(
  session: Session,
  params: {
    readonly textDocument: { readonly uri: string };
    readonly position: { readonly line: number; readonly character: number };
  },
): Spot {
  const { root, file } = session.roots.locate(params.textDocument.uri);
  return {
    root,
    file,
    model: root.project.model,
    position: fromLspPosition(params.position),
    location: (span) => toLocation(span, (name) => uriOf(root, name)),
  };
}
