import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { GeneratedContract } from '../../contracts/generation.js';
import {
  contractDiagnostics,
  rangeOf,
  type ContractDiagnostic,
} from '../../contracts/diagnostics.js';
import { pointerParts } from '../../contracts/merge/locate.js';
import { readSource } from '../../contracts/merge/merge.js';
import { pullIntoModel } from '../../contracts/pull.js';
import { isList, valueAt, type Tree } from '../../contracts/tree.js';
import type { Range } from '../../model/span.js';
import {
  settleConflictCommand,
  settleContractCommand,
  showInModelCommand,
} from '../../protocol/contracts.js';
import { toLspRange } from '../places.js';
import { uriOf, type Root } from '../roots.js';
import type { Session } from '../session.js';
import type { ContractSurvey } from './survey.js';

/** What can be decided about the lines of a contract; undefined for files that are none. */
export function contractActions(
  session: Session,
  survey: ContractSurvey,
  { textDocument: { uri }, range, context }: CodeActionParams,
): CodeAction[] | undefined {
  const found = survey.of(uri);
  if (!found) return undefined;
  const isWanted = (context.only ?? [CodeActionKind.QuickFix]).some(
    (kind) => kind === CodeActionKind.QuickFix || kind === CodeActionKind.Empty,
  );
  const { contract } = found.standing;
  // Typed a moment ago: the editor asks again when the comparison is new.
  if (!isWanted || contract?.disk !== session.documents.get(uri)?.getText()) return [];
  if (!contract) return [];
  const isHere = (lines: Range) =>
    lines.start.line <= range.end.line + 1 && lines.end.line >= range.start.line + 1;
  const { root } = found;
  const about = contractDiagnostics(root.project.model, contract).filter((one) =>
    isHere(one.range),
  );
  return [
    ...about.flatMap((one) => actionsOn(session, root, contract, one)),
    ...pulls(session, root, contract, isHere),
  ].map((action) => ({ kind: CodeActionKind.QuickFix, ...action }));
}

function actionsOn(
  session: Session,
  root: Root,
  contract: GeneratedContract,
  { code, conflict, pointer, model, severity, message, range }: ContractDiagnostic,
): CodeAction[] {
  const uri = uriOf(root, contract.path);
  const diagnostics = [{ range: toLspRange(range), message, code, source: 'archivolt' }];
  const command = (title: string, name: string, ...rest: unknown[]): CodeAction => ({
    title,
    diagnostics,
    command: { title, command: name, arguments: [uri, ...rest] },
  });
  const show: CodeAction[] = model
    ? [
        command(
          'Show it in the model',
          showInModelCommand,
          uriOf(root, model.file),
          toLspRange(model),
        ),
      ]
    : [];
  switch (code) {
    case 'contract-conflict': {
      const pull = conflict && pullEdit(session, root, contract, pointer, conflict.mine);
      return [
        command('Keep mine', settleConflictCommand, pointer, 'mine'),
        command(`Take the model’s`, settleConflictCommand, pointer, 'model'),
        ...(pull ? [{ title: 'Pull into the model', diagnostics, edit: pull }] : show),
      ];
    }
    case 'contract-orphan':
      return [
        command('Delete this contract', settleContractCommand, 'model'),
        // Generating removes what nobody touched, so there is nothing to decide.
        ...(contract.conflicts.length > 0
          ? [command('Keep it as a file of my own', settleContractCommand, 'mine')]
          : []),
      ];
    case 'contract-stale':
      return [command('Generate this contract again', settleContractCommand), ...show];
    case 'contract-drift':
      return severity === 'info' ? show : [];
    case 'contract-unreadable':
      return [];
  }
}

/** Descriptions that somebody wrote here can move to the model, where they hold for all contracts. */
function pulls(
  session: Session,
  root: Root,
  contract: GeneratedContract,
  isHere: (range: Range) => boolean,
): CodeAction[] {
  const { disk, path, handChanges, document } = contract;
  const described = handChanges.filter(
    ({ what, pointer }) => what !== 'deleted' && pointer.endsWith('/description'),
  );
  if (described.length === 0 || disk === undefined || document?.tree === undefined) return [];
  const source = readSource(disk, path.endsWith('.json') ? 'json' : 'yaml');
  return described
    .filter(({ pointer }) => isHere(rangeOf(source, disk, pointer)))
    .flatMap(({ pointer }): CodeAction[] => {
      const edit = pullEdit(session, root, contract, pointer, at(source.root?.value, pointer));
      return edit ? [{ title: 'Pull this description into the model', edit }] : [];
    });
}

function pullEdit(
  { roots }: Session,
  root: Root,
  { document }: GeneratedContract,
  pointer: string,
  description: Tree | undefined,
): WorkspaceEdit | undefined {
  const textOf = (file: string) => roots.text(uriOf(root, file));
  const edit = pullIntoModel(root.project.model, document?.tree, pointer, description, textOf);
  const text = edit && textOf(edit.file);
  if (!edit || text === undefined) return undefined;
  const range = { start: place(text, edit.start), end: place(text, edit.end) };
  return { changes: { [uriOf(root, edit.file)]: [{ range, newText: edit.text }] } };
}

function at(tree: Tree | undefined, pointer: string): Tree | undefined {
  return pointerParts(pointer).reduce<Tree | undefined>(
    (value, part) => (isList(value) ? value[Number(part)] : valueAt(value, part)),
    tree,
  );
}

function place(text: string, offset: number) {
  const before = text.slice(0, offset);
  return {
    line: before.split('\n').length - 1,
    character: offset - (before.lastIndexOf('\n') + 1),
  };
}
