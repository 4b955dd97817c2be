/** What client and server say to each other about contracts. */
export const contractPlacesRequest = 'archivolt/contractPlaces';
export const contractTextRequest = 'archivolt/contractText';
export const contractsRequest = 'archivolt/contracts';
export const contractChangesRequest = 'archivolt/contractChanges';
export const writeContractsRequest = 'archivolt/writeContracts';
export const contractsOfRequest = 'archivolt/contractsOf';
/** The server has looked at contract files again: lists are to be asked for anew. */
export const contractsChangedNotification = 'archivolt/contractsChanged';
/** Asks the server to do so: not every change of files is told to it. */
export const lookAtContractsNotification = 'archivolt/lookAtContracts';

/** Commands of the server that its code actions name. */
export const settleConflictCommand = 'archivolt.settleConflict';
export const settleContractCommand = 'archivolt.settleContract';
export const showInModelCommand = 'archivolt.showInModel';
export const contractCommands = [
  settleConflictCommand,
  settleContractCommand,
  showInModelCommand,
] as const;

export interface ContractPlacesParams {
  readonly uri: string;
  /** Contracts of what stands here come first. */
  readonly position?: { readonly line: number; readonly character: number };
  /** Instead of a position: the id of an API, a service or a message. */
  readonly element?: string;
}

export interface ContractPlaceItem {
  readonly path: string;
  readonly kind: string;
  readonly element: string;
  /** Belongs to what stands at the position, or to the element asked for. */
  readonly here: boolean;
}

export interface ContractTextParams {
  readonly uri: string;
  readonly path: string;
}

export type ContractStateName =
  'fresh' | 'enriched' | 'stale' | 'drifted' | 'conflict' | 'missing' | 'orphan';

/** A contract as lists show it. */
export interface ContractItem {
  /** URI of the folder of its model, with a slash at the end. */
  readonly root: string;
  /** Below that folder. */
  readonly path: string;
  readonly uri: string;
  /** A document of the model, for previews. */
  readonly modelUri: string;
  readonly kind: string;
  readonly element: string;
  readonly state: ContractStateName;
  /** How many places wait for a decision, and how many say something else than the model. */
  readonly conflicts: number;
  readonly drifts: number;
}

export interface ContractChangesParams {
  /** A document of the model; the models of all folders where undefined. */
  readonly uri?: string;
  /** One contract only. */
  readonly path?: string;
}

/** What generating would do to one contract. */
export interface ContractChange extends ContractItem {
  readonly action: 'create' | 'update' | 'keep' | 'delete';
  /** What it has now, where there is a file, and what it would have. */
  readonly before?: string;
  readonly after?: string;
  readonly movedFrom?: string;
  /** Why nothing would be written into it. */
  readonly problem?: string;
}

export interface ContractChanges {
  readonly changes: readonly ContractChange[];
  /** Why nothing can be generated for a model at all. */
  readonly problems: readonly string[];
}

export interface WriteContractsParams {
  /** URI of the folder of the model. */
  readonly root: string;
  readonly paths: readonly string[];
}

export interface WrittenContracts {
  /** Paths of files that were written or deleted on disk. */
  readonly written: readonly string[];
  /** URIs of open documents that were edited instead; they are not saved yet. */
  readonly edited: readonly string[];
}

export interface ContractsOfParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** Where a contract describes an element; positions count from 0. */
export interface ContractSpot {
  readonly path: string;
  readonly uri: string;
  readonly kind: string;
  /** Whether there is a file; else the place is in its preview. */
  readonly exists: boolean;
  readonly line: number;
  readonly character: number;
}
