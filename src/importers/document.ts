/** What goes into an import and what comes out of it. */
import type { ContractKind } from '../contracts/document.js';
import type { Tree } from '../contracts/tree.js';
import type { Landscape } from './arch/landscape.js';
import type { Names } from './arch/names.js';
import type { CoverageReport } from './coverage.js';
import type { ReadReferenced } from './node.js';
import type { DocumentSettings } from './settings.js';

export const importKinds = ['openapi', 'asyncapi', 'cml'] as const;
export type ImportKind = (typeof importKinds)[number];

/** A file that is to be imported. */
export interface ImportInput {
  /** As the user named it; for messages. */
  readonly name: string;
  readonly text: string;
  /** What it is; found out where undefined. */
  readonly kind?: ImportKind | undefined;
  /** Files beside it that it refers to. */
  readonly read: ReadReferenced;
}

/** A document that becomes the contract of an element of the model. */
export interface AdoptedDocument {
  readonly kind: ContractKind;
  /** `api:Shop.ShopService.Shop`, `service:Shop.ShopService`. */
  readonly element: string;
  readonly text: string;
  readonly format: 'yaml' | 'json';
  readonly tree: Tree;
  /** Files that it refers to, relative to its folder. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

export interface DocumentReport {
  readonly name: string;
  readonly kind: ImportKind;
  /** `OpenAPI 3.0.3`. */
  readonly title: string;
  readonly coverage: CoverageReport;
  /** What is to be known of the document as a whole. */
  readonly remarks: readonly string[];
}

/** What a reader of one kind of document gets to work with. */
export interface ImportScope {
  readonly landscape: Landscape;
  /** Names of contexts and externals that are taken. */
  readonly contexts: Names;
  /** Contexts and externals that the model had before the import. */
  readonly present: ReadonlySet<string>;
  /** Whether the model had a system before. */
  readonly hasSystem: boolean;
}

export interface ReadDocument {
  readonly report: DocumentReport;
  readonly settings: DocumentSettings;
  readonly adopted: readonly AdoptedDocument[];
}

/** Why a document cannot be imported; `line` counts from 1. */
export class UnreadableDocument extends Error {
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, message: string) {
    super(message);
    this.file = file;
    this.line = line;
  }
}
