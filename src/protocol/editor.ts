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
