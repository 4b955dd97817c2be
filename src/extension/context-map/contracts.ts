import { commands, env, l10n, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  contractPlacesRequest,
  contractTextRequest,
  type ContractPlaceItem,
  type ContractPlacesParams,
  type ContractTextParams,
} from '../../protocol/contracts.js';
import type { ContractAction, ShownContract } from '../../protocol/map-webview.js';
import { previewUri } from '../contracts/preview.js';

/** The contracts of one element beside the map, as they follow from the text right now. */
export class ContractsBeside {
  readonly #client: BaseLanguageClient;
  readonly #post: (contract: ShownContract) => Promise<void>;
  #asked: { readonly id: string; readonly path?: string } | undefined;

  constructor(client: BaseLanguageClient, post: (contract: ShownContract) => Promise<void>) {
    this.#client = client;
    this.#post = post;
  }

  /** Asks for those of an element, now and as they change, and for the text of one; of none without. */
  ask(id?: string, path?: string): void {
    this.#asked = id === undefined ? undefined : { id, ...(path === undefined ? {} : { path }) };
  }

  /** Shows them as they are now, if anybody asked; of the model of a document. */
  async show(uri: string): Promise<void> {
    const asked = this.#asked;
    if (!asked) return;
    const contract = await contractsOf(this.#client, uri, asked.id, asked.path);
    if (this.#asked === asked) await this.#post(contract);
  }
}

/** All contracts of an element, and the text of the first, or of `wanted`. */
async function contractsOf(
  client: BaseLanguageClient,
  uri: string,
  id: string,
  wanted?: string,
): Promise<ShownContract> {
  const asked: ContractPlacesParams = { uri, element: id };
  const items = await client.sendRequest<ContractPlaceItem[]>(contractPlacesRequest, asked);
  const places = items.filter(({ here }) => here).map(({ path }) => path);
  const path = wanted !== undefined && places.includes(wanted) ? wanted : places[0];
  if (path === undefined) return { id, places, text: null };
  const params: ContractTextParams = { uri, path };
  const text = await client.sendRequest<string | null>(contractTextRequest, params);
  return { id, places, path, text };
}

/** What can be done with a contract beside the map. */
export async function actOnContract(
  client: BaseLanguageClient,
  action: ContractAction,
  uri: string,
  root: Uri,
  path: string,
): Promise<void> {
  switch (action) {
    case 'copy': {
      const params: ContractTextParams = { uri, path };
      const text = await client.sendRequest<string | null>(contractTextRequest, params);
      if (text !== null) await env.clipboard.writeText(text);
      break;
    }
    case 'open':
      await commands.executeCommand('vscode.open', previewUri(uri, path));
      break;
    case 'save':
      await commands.executeCommand('archivolt.contracts.generate', { modelUri: uri, path });
      break;
    case 'compare':
      await commands.executeCommand(
        'vscode.diff',
        Uri.joinPath(root, path),
        previewUri(uri, path),
        l10n.t('{0} (on disk ↔ from the model)', path),
      );
      break;
  }
}
