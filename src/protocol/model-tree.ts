/** What client and server say to each other about the tree of the model. */
export const modelTreeRequest = 'archivolt/modelTree';

/** Without an element: the top of that model; without a model: of all models of the workspace. */
export interface ModelTreeParams {
  /** URI of a root. */
  readonly root?: string;
  readonly id?: string;
}

export interface ModelTreeItem {
  readonly root: string;
  /** Missing for a model as a whole, where there are several. */
  readonly id?: string;
  readonly kind: string;
  readonly label: string;
  readonly description: string;
  readonly expandable: boolean;
  /** Where its name stands; positions count from 0. */
  readonly place?: { readonly uri: string; readonly line: number; readonly character: number };
}
