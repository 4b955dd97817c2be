import { commands, window, workspace, type Event, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { acceptFindingCommand, explainRuleCommand } from '../../protocol/findings.js';
import { acceptFinding, type FindingToAccept } from './accept.js';
import { explainRule, rulePageScheme, RulePages } from './rule-pages.js';
import { FindingsTree } from './tree.js';

/** The list of findings, accepting one with a reason, and the pages of the rules. */
export function registerFindings(
  context: ExtensionContext,
  client: BaseLanguageClient,
  onModelChanged: Event<void>,
): void {
  const tree = new FindingsTree(client, context.workspaceState);
  const view = window.createTreeView('archivolt.findings', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  tree.onDidChangeTreeData(() => {
    view.badge = tree.badge;
    view.message = tree.message;
  });
  context.subscriptions.push(
    view,
    onModelChanged(() => {
      tree.refresh();
    }),
    workspace.registerTextDocumentContentProvider(rulePageScheme, new RulePages(client)),
    commands.registerCommand('archivolt.findings.groupByRule', () => tree.group('rule')),
    commands.registerCommand('archivolt.findings.groupByContext', () => tree.group('context')),
    commands.registerCommand(explainRuleCommand, (rule?: unknown) => explainRule(rule)),
    commands.registerCommand(acceptFindingCommand, (finding: FindingToAccept) =>
      acceptFinding(client, finding),
    ),
  );
}
