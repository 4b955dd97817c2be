import { commands, EventEmitter, Uri, workspace, type Disposable } from 'vscode';

export const importReportScheme = 'archivolt-import';
const uri = Uri.from({ scheme: importReportScheme, path: '/Import.md' });

/** The report of the last import, as a rendered page. */
export class ImportReports implements Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly #provider: Disposable;
  #text = '';

  constructor() {
    this.#provider = workspace.registerTextDocumentContentProvider(importReportScheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: () => this.#text,
    });
  }

  async show(text: string): Promise<void> {
    this.#text = text;
    this.#changed.fire(uri);
    await commands.executeCommand('markdown.showPreviewToSide', uri);
  }

  dispose(): void {
    this.#provider.dispose();
    this.#changed.dispose();
  }
}
