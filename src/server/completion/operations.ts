import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver';
import type { Slot } from './slots.js';

/** Whether the statement is an operation with method and path. */
export function isRest([method = '', path = '']: readonly string[]): boolean {
  return /^[A-Z]+$/.test(method) && path.startsWith('"');
}

/** In a REST operation: parameters of its path that are missing, and the body where one is sent. */
export function parameterItems({ statement }: Slot): CompletionItem[] {
  const [method = '', path = ''] = statement;
  if (!isRest(statement) || !/^[(,]$/.test(statement.at(-1) ?? '')) return [];
  const given = new Set(statement);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const names = method.startsWith('P') ? [...inPath, 'body'] : inPath;
  return names
    .filter((name) => !given.has(name))
    .map((name, index) => ({
      label: name,
      kind: CompletionItemKind.Variable,
      insertText: name === 'body' ? 'body: ' : `${name}: \${1:uuid}`,
      insertTextFormat: InsertTextFormat.Snippet,
      sortText: `0${String(index)}`,
    }));
}

/** Status codes of RFC 9110 that an operation answers with when all is well. */
const statuses: Readonly<Record<string, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
};

export function statusItems({ statement }: Slot): CompletionItem[] {
  if (!isRest(statement)) return [];
  return Object.entries(statuses).map(([label, detail]) => ({
    label,
    detail,
    kind: CompletionItemKind.Value,
    sortText: `2${label}`,
  }));
}

/** Status codes of RFC 9110, RFC 4918 and RFC 6585 that errors of APIs mostly have. */
const errorStatuses: Readonly<Record<string, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

export function errorStatusItems(): CompletionItem[] {
  return Object.entries(errorStatuses).map(([label, detail]) => ({
    label,
    detail,
    kind: CompletionItemKind.Value,
  }));
}
