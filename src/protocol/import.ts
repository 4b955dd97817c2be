/** What client and server say to each other about importing documents. */
export const importRequest = 'archivolt/import';

export interface ImportParams {
  /** The documents, as file URIs. */
  readonly documents: readonly string[];
  /** The folder for the models, as a file URI; it need not exist. */
  readonly folder: string;
}

export interface ImportAnswer {
  /** URIs of the new models, the one to look at first. */
  readonly models: readonly string[];
  /** The coverage report in Markdown. */
  readonly report: string;
}
