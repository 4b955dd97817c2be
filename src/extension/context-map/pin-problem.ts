import { l10n, window, workspace, type Uri } from 'vscode';
import { plainText } from '../notification-text.js';

/** Tells of a file of pins that cannot be read, and leads to it. */
export class PinProblem {
  #said: string | undefined;

  /** Says it where it was not said yet; a file that is in order again may go wrong again. */
  notice(file: Uri, problem: string | undefined): void {
    if (problem === undefined) this.#said = undefined;
    else if (this.#said !== problem) this.say(file, problem);
  }

  say(file: Uri, problem: string): void {
    this.#said = problem;
    const open = l10n.t('Open File');
    const message = l10n.t(
      '{0}: {1} Until then boxes that are dragged are not remembered.',
      plainText(workspace.asRelativePath(file)),
      plainText(problem),
    );
    void window.showWarningMessage(message, open).then((chosen) => {
      if (chosen === open) void window.showTextDocument(file);
    });
  }
}
