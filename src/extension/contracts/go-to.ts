import { l10n, Range, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { contractsOfRequest, type ContractSpot } from '../../protocol/contracts.js';
import { atCursor, chooseContract } from './choose.js';
import { showPreview } from './preview.js';

/** Goes from what stands at the cursor of a model to where a contract describes it. */
export async function goToContract(client: BaseLanguageClient): Promise<void> {
  const place = atCursor();
  if (!place) {
    void window.showInformationMessage(
      l10n.t('Open an .arch file to go from its model to a contract.'),
    );
    return;
  }
  const spots = await client.sendRequest<readonly ContractSpot[]>(contractsOfRequest, place);
  if (spots.length === 0) {
    void window.showInformationMessage(l10n.t('No contract describes what stands here.'));
    return;
  }
  const spot = spots.length === 1 ? spots[0] : await chooseContract(spots);
  if (!spot) return;
  const selection = new Range(spot.line, spot.character, spot.line, spot.character);
  // Not written yet: the preview has it too.
  if (spot.exists) await window.showTextDocument(Uri.parse(spot.uri), { selection });
  else await showPreview(place.uri, spot, selection);
}
