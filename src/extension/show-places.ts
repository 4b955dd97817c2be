import { commands, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Location, Position } from 'vscode-languageclient';
import { showPlacesCommand } from '../protocol/editor.js';

/** Peeks at places that the server names, in the way of VS Code's own references. */
export function registerShowPlaces(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(
    showPlacesCommand,
    (uri: string, position: Position, locations: readonly Location[]) => {
      const { protocol2CodeConverter: converter } = client;
      return commands.executeCommand(
        'editor.action.showReferences',
        converter.asUri(uri),
        converter.asPosition(position),
        locations.map((location) => converter.asLocation(location)),
      );
    },
  );
}
