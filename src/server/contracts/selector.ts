/** Which documents are contracts, by their names alone. */
import type { DocumentFilter } from 'vscode-languageserver';

/** As contracts end; other files may end so too, and are told apart by the model. */
const endings = [
  '.openapi.yaml',
  '.openapi.json',
  '.asyncapi.yaml',
  '.asyncapi.json',
  '.schema.json',
  '.proto',
  '.graphql',
];

/** The same as patterns of paths. */
export const contractPatterns: readonly string[] = endings.map((ending) => `**/*${ending}`);

/**
 * Documents that the server follows in the editor besides models. Only what it says of contracts
 * is asked of it there, so that other servers stay alone with their languages.
 */
export const contractSelector: DocumentFilter[] = contractPatterns.map((pattern) => ({
  scheme: 'file',
  pattern,
}));

/** Whether a file may be a contract, or one that Archivolt keeps of them. */
export function isContractFile(uri: string): boolean {
  return (
    endings.some((ending) => uri.endsWith(ending)) ||
    uri.endsWith('/.archivolt/contracts.lock.json') ||
    uri.includes('/.archivolt/base/')
  );
}
