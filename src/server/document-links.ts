import type { DocumentLink } from 'vscode-languageserver';
import { lexArch } from '../language/langium.js';
import { textLiteral } from '../language/literals.js';
import type { Session } from './session.js';

/** Words before a text that make it a place: `runbook "…"`, `url "…"`, `adr: "…"`. */
const leading = new Set(['runbook', 'url', 'contact']);

/**
 * Links to pages and files: addresses in any text, and what `@link`, `adr:` and `runbook` name. Only
 * the web's schemes and files beside the model are followed; a model must not start programs.
 */
export function registerDocumentLinks({ connection, documents }: Session): void {
  connection.onDocumentLinks(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const links: DocumentLink[] = [];
    const tokens = lexArch(document.getText()).filter(({ image }) => image !== '');
    for (const [index, token] of tokens.entries()) {
      if (!token.image.startsWith('"')) continue;
      const value = textLiteral(token.image).value.trim();
      const before = tokens[index - 1]?.image ?? '';
      const word = before === ':' || before === '(' ? (tokens[index - 2]?.image ?? '') : before;
      const isPlace = leading.has(word) || word === 'adr' || word === 'link';
      const target = targetOf(value, isPlace, textDocument.uri);
      if (target === undefined) continue;
      links.push({
        target,
        range: {
          start: document.positionAt(token.startOffset + 1),
          end: document.positionAt(token.startOffset + token.image.length - 1),
        },
      });
    }
    return links;
  });
}

function targetOf(value: string, isPlace: boolean, documentUri: string): string | undefined {
  if (/^https?:\/\/[^\s"<>]+$/.test(value)) return value;
  if (!isPlace) return undefined;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(value)) return `mailto:${value}`;
  if (!/^[\w./#-]+\.\w+(#[\w-]+)?$/.test(value) || value.startsWith('/')) return undefined;
  return new URL(value, documentUri).href;
}
