import { EventEmitter, type Event, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { modelChangedNotification } from '../protocol/context-map.js';

/**
 * Fires when the server has a new model. A client keeps one handler for each notification, so all
 * who want to know share this event.
 */
export function modelChanges(context: ExtensionContext, client: BaseLanguageClient): Event<void> {
  const changed = new EventEmitter<void>();
  const listening = client.onNotification(modelChangedNotification, () => {
    changed.fire();
  });
  context.subscriptions.push(changed, listening);
  return changed.event;
}
