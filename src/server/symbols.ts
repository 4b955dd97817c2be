import { SymbolKind, SymbolTag, type DocumentSymbol } from 'vscode-languageserver';
import type { Field } from '../model/elements/data-types.js';
import type { Element } from '../model/elements/element.js';
import { declarationsOf, elementsIn } from '../model/navigation.js';
import { compare, type Span } from '../model/span.js';
import { toLspRange } from './places.js';
import { uriOf } from './roots.js';
import type { Session } from './session.js';

const symbolKinds: Readonly<Record<string, SymbolKind>> = {
  system: SymbolKind.Package,
  domain: SymbolKind.Namespace,
  subdomain: SymbolKind.Namespace,
  team: SymbolKind.Object,
  actor: SymbolKind.Object,
  external: SymbolKind.Module,
  broker: SymbolKind.Object,
  library: SymbolKind.Package,
  context: SymbolKind.Module,
  aggregate: SymbolKind.Namespace,
  entity: SymbolKind.Class,
  value: SymbolKind.Struct,
  enum: SymbolKind.Enum,
  scalar: SymbolKind.TypeParameter,
  union: SymbolKind.TypeParameter,
  event: SymbolKind.Event,
  command: SymbolKind.Function,
  error: SymbolKind.Constant,
  service: SymbolKind.Class,
  store: SymbolKind.File,
  api: SymbolKind.Interface,
  operation: SymbolKind.Method,
  contextmap: SymbolKind.Namespace,
  view: SymbolKind.Object,
  flow: SymbolKind.Function,
  field: SymbolKind.Field,
  relation: SymbolKind.Operator,
};

/** Outline of a document and search for symbols of the workspace. */
export function registerSymbols(session: Session): void {
  const { connection, roots } = session;
  connection.onDocumentSymbol(({ textDocument }) => {
    const { root, file } = roots.locate(textDocument.uri);
    return outline(elementsIn(root.project.model, file), file);
  });
  connection.onWorkspaceSymbol(({ query }) => {
    const wanted = query.toLowerCase();
    return roots.all.flatMap((root) => {
      const found = [];
      for (const element of root.project.model.elements.values()) {
        if (element.kind === 'relation' || element.kind === 'step') continue;
        if (!matches(element.qualifiedName.toLowerCase(), wanted)) continue;
        found.push({
          name: element.name,
          kind: symbolKinds[element.kind] ?? SymbolKind.Object,
          ...tagsOf(element),
          containerName: element.qualifiedName.slice(0, -element.name.length - 1),
          location: {
            uri: uriOf(root, element.nameSpan.file),
            range: toLspRange(element.nameSpan),
          },
        });
        if (found.length >= 500) break;
      }
      return found;
    });
  });
}

/** What is deprecated is struck through wherever it is listed. */
function tagsOf({ deprecated }: Element | Field): { readonly tags?: SymbolTag[] } {
  return deprecated ? { tags: [SymbolTag.Deprecated] } : {};
}

/** Whether the letters of `query` stand in `name` in this order. */
function matches(name: string, query: string): boolean {
  let from = 0;
  for (const letter of query) {
    from = name.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

function outline(elements: readonly (Element | Field)[], file: string): DocumentSymbol[] {
  const symbols: { symbol: DocumentSymbol; span: Span }[] = elements
    .filter(({ kind }) => kind !== 'step')
    .flatMap((element) => {
      const names = declarationsOf(element).filter((span) => span.file === file);
      const spans =
        element.kind === 'context'
          ? element.blocks.filter((span) => span.file === file)
          : [element.span];
      return names.map((name, index) => {
        const span = spans[index] ?? name;
        const symbol: DocumentSymbol = {
          name: element.kind === 'relation' ? element.name.replace('->', ' → ') : element.name,
          detail: element.title ?? element.kind,
          kind: symbolKinds[element.kind] ?? SymbolKind.Object,
          range: toLspRange(span),
          selectionRange: toLspRange(name),
          ...tagsOf(element),
          children: [],
        };
        return { symbol, span };
      });
    });
  symbols.sort((a, b) => compare(a.span.start, b.span.start) || compare(b.span.end, a.span.end));
  const top: DocumentSymbol[] = [];
  const open: { symbol: DocumentSymbol; span: Span }[] = [];
  for (const entry of symbols) {
    let around = open.at(-1);
    while (around && compare(around.span.end, entry.span.start) <= 0) {
      open.pop();
      around = open.at(-1);
    }
    (around?.symbol.children ?? top).push(entry.symbol);
    open.push(entry);
  }
  return top;
}
