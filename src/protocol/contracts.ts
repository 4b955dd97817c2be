/** What client and server say to each other about contracts. */
export const contractPlacesRequest = 'archivolt/contractPlaces';
export const contractTextRequest = 'archivolt/contractText';

export interface ContractPlacesParams {
  readonly uri: string;
  /** Contracts of what stands here come first. */
  readonly position?: { readonly line: number; readonly character: number };
}

export interface ContractPlaceItem {
  readonly path: string;
  readonly kind: string;
  readonly element: string;
  /** Belongs to what stands at the position. */
  readonly here: boolean;
}

export interface ContractTextParams {
  readonly uri: string;
  readonly path: string;
}
