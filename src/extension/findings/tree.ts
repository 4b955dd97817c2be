import {
  l10n,
  EventEmitter,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  type Memento,
  type TreeDataProvider,
  type ViewBadge,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { findingsRequest, type FindingItem } from '../../protocol/findings.js';

type Grouping = 'rule' | 'context';
interface Group {
  readonly name: string;
  readonly findings: readonly FindingItem[];
}
type Node = Group | FindingItem;

const order = ['error', 'warning', 'info', 'hint'] as const;
const icons = {
  error: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  warning: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  info: new ThemeIcon('info'),
  hint: new ThemeIcon('lightbulb'),
};
const accepted = new ThemeIcon('pass');
/** Milliseconds without a change after which the list is asked for again. */
const pause = 300;
const groupingKey = 'archivolt.findings.grouping';

/** Findings of the workspace, grouped by rule or by context; accepted ones come last. */
export class FindingsTree implements TreeDataProvider<Node> {
  readonly #client: BaseLanguageClient;
  readonly #state: Memento;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #findings: readonly FindingItem[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(client: BaseLanguageClient, state: Memento) {
    this.#client = client;
    this.#state = state;
  }

  get badge(): ViewBadge | undefined {
    const open = this.#findings.filter(({ mark }) => mark === undefined).length;
    return open === 0 ? undefined : { value: open, tooltip: `${String(open)} findings` };
  }

  get message(): string | undefined {
    return this.#findings.length === 0 ? l10n.t('Nothing found. The models are clean.') : undefined;
  }

  async group(by: Grouping): Promise<void> {
    await this.#state.update(groupingKey, by);
    this.#changed.fire(undefined);
  }

  /** Asks the server again, once typing pauses; the tree follows when it answers. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#load(), pause);
  }

  async #load(): Promise<void> {
    this.#findings = await this.#client.sendRequest<readonly FindingItem[]>(findingsRequest);
    this.#changed.fire(undefined);
  }

  getChildren(node?: Node): readonly Node[] & Node[] {
    if (node === undefined) return this.#groups();
    return 'findings' in node ? [...node.findings].sort(byGravity) : [];
  }

  getTreeItem(node: Node): TreeItem {
    return 'findings' in node ? groupItem(node) : findingItem(node, this.#grouping);
  }

  get #grouping(): Grouping {
    return this.#state.get<Grouping>(groupingKey, 'rule');
  }

  #groups(): Group[] {
    const groups = new Map<string, FindingItem[]>();
    for (const finding of this.#findings) {
      const name =
        this.#grouping === 'rule' ? finding.rule : finding.context || l10n.t('Whole model');
      const known = groups.get(name);
      if (known) known.push(finding);
      else groups.set(name, [finding]);
    }
    return [...groups]
      .map(([name, findings]) => ({ name, findings }))
      .sort((a, b) => gravity(a) - gravity(b) || (a.name < b.name ? -1 : 1));
  }
}

function rank({ severity, mark }: FindingItem): number {
  return order.indexOf(severity) + (mark === undefined ? 0 : order.length);
}

function gravity({ findings }: Group): number {
  return Math.min(...findings.map(rank));
}

function byGravity(a: FindingItem, b: FindingItem): number {
  return rank(a) - rank(b) || (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.line - b.line);
}

function groupItem({ name, findings }: Group): TreeItem {
  const item = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
  const open = findings.filter(({ mark }) => mark === undefined);
  item.description =
    open.length === findings.length
      ? String(open.length)
      : `${String(open.length)} of ${String(findings.length)}`;
  const gravest = [...open].sort(byGravity)[0];
  item.iconPath = gravest ? icons[gravest.severity] : accepted;
  return item;
}

function findingItem(finding: FindingItem, grouping: Grouping): TreeItem {
  const { what, severity, mark, uri, line, character, rule, context } = finding;
  const item = new TreeItem(what.replaceAll('`', ''));
  const other = grouping === 'rule' ? context : rule;
  item.description = mark === undefined ? other : `${other} (${mark})`;
  item.tooltip = mark === undefined ? what : `${what}\n${mark}`;
  item.iconPath = mark === undefined ? icons[severity] : accepted;
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Show'),
    arguments: [Uri.parse(uri), { selection: new Range(line, character, line, character) }],
  };
  return item;
}
