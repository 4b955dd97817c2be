import { l10n, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  contractPlacesRequest,
  type ContractPlaceItem,
  type ContractPlacesParams,
} from '../../protocol/contracts.js';
import { showPreview } from './preview.js';

/**
 * Opens the preview of a contract: of an element of a model where one is given, as code lenses do,
 * else of what stands at the cursor.
 *
 * @param uri of a document of the model
 * @param element id of an API, a service or a message
 */
export async function previewContract(
  client: BaseLanguageClient,
  uri: unknown,
  element: unknown,
): Promise<void> {
  const params =
    typeof uri === 'string' && typeof element === 'string' ? { uri, element } : atCursor();
  if (!params) {
    void window.showInformationMessage(
      l10n.t('Open an .arch file to preview the contracts of its model.'),
    );
    return;
  }
  const places = await client.sendRequest<readonly ContractPlaceItem[]>(
    contractPlacesRequest,
    params,
  );
  const here = places.filter((place) => place.here);
  const isAsked = 'element' in params;
  if (places.length === 0 || (isAsked && here.length === 0)) {
    void window.showInformationMessage(
      isAsked
        ? l10n.t('No contract follows from this element.')
        : l10n.t('This model has no API, event or command yet, so no contract follows from it.'),
    );
    return;
  }
  const chosen = here.length === 1 ? here[0] : await chooseContract(isAsked ? here : places);
  if (chosen) await showPreview(params.uri, chosen);
}

/** Lets choose one of several contracts by name or path. */
export async function chooseContract<T extends { readonly path: string; readonly kind: string }>(
  places: readonly T[],
): Promise<T | undefined> {
  const items = places.map((place) => ({
    label: place.path.slice(place.path.lastIndexOf('/') + 1),
    description: place.kind,
    detail: place.path,
    place,
  }));
  const picked = await window.showQuickPick(items, {
    placeHolder: l10n.t('Contract'),
    matchOnDetail: true,
  });
  return picked?.place;
}

/** The place in the active model, if one is active. */
export function atCursor(): Required<Pick<ContractPlacesParams, 'uri' | 'position'>> | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'archivolt') return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}
