import {
  CodeActionRequest,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  CodeActionKind,
  ErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type Range,
} from 'vscode-languageserver';
import type { Resolution } from '../../contracts/merge/conflict.js';
import {
  contractChangesRequest,
  contractsOfRequest,
  contractsRequest,
  lookAtContractsNotification,
  settleConflictCommand,
  settleContractCommand,
  showInModelCommand,
  writeContractsRequest,
  type ContractChangesParams,
  type ContractsOfParams,
  type WriteContractsParams,
} from '../../protocol/contracts.js';
import type { Session } from '../session.js';
import { contractActions } from './code-actions.js';
import { contractDefinition, contractsOf } from './definition.js';
import { contractChanges, contractItems } from './list.js';
import { contractSelector } from './selector.js';
import { ContractSurvey } from './survey.js';
import { ContractTexts } from './texts.js';
import { ContractWriter } from './writer.js';

/** Contract files: how they stand to the model, decisions about them, and writing them. */
export function registerContractFiles(session: Session): void {
  const { connection, documents, roots } = session;
  const texts = new ContractTexts(session);
  const survey = new ContractSurvey(session, texts);
  const writer = new ContractWriter(session, texts);
  session.contractDesk = {
    definition: (params) => contractDefinition(session, survey, params),
    actions: (params) => contractActions(session, survey, params),
    follow: () => follow(session),
  };

  connection.onRequest(contractsRequest, () => contractItems(survey));
  connection.onNotification(lookAtContractsNotification, () => {
    survey.soon();
  });
  connection.onRequest(contractChangesRequest, (params: ContractChangesParams) =>
    contractChanges(session, texts, params),
  );
  connection.onRequest(contractsOfRequest, (params: ContractsOfParams) =>
    contractsOf(session, texts, params),
  );
  connection.onRequest(
    writeContractsRequest,
    async ({ root: uri, paths }: WriteContractsParams) => {
      const root = roots.all.find((one) => one.uri === uri);
      if (!root) throw new ResponseError(ErrorCodes.InvalidParams, `There is no model at ${uri}.`);
      const written = await writer.write(root, new Set(paths));
      survey.soon();
      return written;
    },
  );
  documents.onDidSave(async ({ document }) => {
    await writer.saved(document, document.getText());
    if (survey.of(document.uri)) survey.soon(document.uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    // Closed without saving: the disk has what it had, and so has its base.
    texts.awaited.delete(uri);
  });

  const settle = async (uri: string, resolution?: Resolution, pointer?: string) => {
    const found = survey.of(uri);
    if (!found) return;
    await writer.write(found.root, new Set([found.standing.path]), (conflict) =>
      pointer === undefined || conflict.pointer === pointer ? resolution : undefined,
    );
    survey.soon(uri);
  };
  connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
    const [uri, second, third] = given as [string, unknown, unknown];
    switch (command) {
      case settleConflictCommand:
        return settle(uri, third as Resolution, second as string);
      case settleContractCommand:
        return settle(uri, second as Resolution | undefined);
      case showInModelCommand:
        await connection.window.showDocument({
          uri: second as string,
          selection: third as Range,
          takeFocus: true,
        });
    }
    return undefined;
  });
}

/**
 * Asks the client for open contract files, and for nothing else about them but definitions and
 * code actions: other servers know more of YAML and JSON.
 */
async function follow({ connection }: Session): Promise<void> {
  const documentSelector = contractSelector;
  const { client } = connection;
  await Promise.all([
    client.register(DidOpenTextDocumentNotification.type, { documentSelector }),
    client.register(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    }),
    client.register(DidSaveTextDocumentNotification.type, { documentSelector }),
    client.register(DidCloseTextDocumentNotification.type, { documentSelector }),
    client.register(DefinitionRequest.type, { documentSelector }),
    client.register(CodeActionRequest.type, {
      documentSelector,
      codeActionKinds: [CodeActionKind.QuickFix],
    }),
  ]);
}
