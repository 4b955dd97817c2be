import { l10n, window } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type CloseHandlerResult,
  type ErrorHandler,
} from 'vscode-languageclient';

/** So many times in that many milliseconds the server is started again by itself. */
const attempts = 4;
const within = 180_000;

/** A server that dies is started again, and says so; one that dies at once stays down. */
export class RestartingServer implements ErrorHandler {
  #deaths: number[] = [];

  error(): { action: ErrorAction } {
    return { action: ErrorAction.Continue };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#deaths = [...this.#deaths, now].filter((death) => now - death < within);
    if (this.#deaths.length <= attempts) {
      const message = l10n.t('The language server of Archivolt stopped and was started again.');
      window.setStatusBarMessage(`$(debug-restart) ${message}`, 10_000);
      return { action: CloseAction.Restart, message, handled: true };
    }
    return {
      action: CloseAction.DoNotRestart,
      message: l10n.t(
        'The language server of Archivolt stopped {0} times within three minutes and stays down. Its output says why; “Developer: Reload Window” starts it again.',
        String(this.#deaths.length),
      ),
    };
  }
}
