/** Commands of the client that the server's code lenses name, where the client has them. */

/** Shows a list of places: document, position (from 0) and locations, as the protocol has them. */
export const showPlacesCommand = 'archivolt.showPlaces';
/** Opens the context map at an element: URI of a document of the model, id. */
export const showInMapCommand = 'archivolt.showInMap';
/** Opens the preview of the contract of an API or service: URI of a document of the model, id. */
export const previewContractCommand = 'archivolt.previewContract';

/** JSON that was pasted, as value types: what the text stands for, or null for what is no object. */
export const valueFromJsonRequest = 'archivolt/valueFromJson';

export interface ValueFromJsonParams {
  readonly json: string;
  readonly name: string;
}

/** What a model holds, for the status of the editor. */
export const summaryRequest = 'archivolt/summary';

export interface SummaryParams {
  /** URI of a document of the model. */
  readonly uri: string;
}

export interface Summary {
  readonly contexts: number;
  readonly services: number;
  readonly errors: number;
  readonly warnings: number;
}

/** The files of a small model to start from, by their path. */
export const starterRequest = 'archivolt/starter';
export type StarterFiles = Readonly<Record<string, string>>;
