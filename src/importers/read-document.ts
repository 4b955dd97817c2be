/** A text as a tree, and what kind of document it is. */
import { UnreadableSource } from '../contracts/merge/source.js';
import { readSource } from '../contracts/merge/merge.js';
import { isMap, valueAt, type Tree } from '../contracts/tree.js';
import { UnreadableDocument, type ImportInput, type ImportKind } from './document.js';

export const tooDeep = 'The document nests too deeply to be read.';

/** Documents that are longer are not read, in UTF-16 units. */
const longest = 64 * 1024 * 1024;

export interface ParsedDocument {
  readonly kind: Exclude<ImportKind, 'cml'>;
  readonly tree: Tree;
  readonly format: 'yaml' | 'json';
}

/** @throws UnreadableDocument where the text is neither JSON nor YAML, or no document of a known kind */
export function readDocument(input: ImportInput): ParsedDocument {
  const { name, text } = input;
  if (text.length > longest) {
    throw new UnreadableDocument(name, 1, 'The document is longer than 64 MB.');
  }
  const format = /^\s*[{[]/.test(text) ? 'json' : 'yaml';
  const parsed = format === 'json' ? jsonOrYaml(name, text) : parse(name, text, 'yaml');
  const kind = kindOf(parsed.tree);
  if (typeof kind === 'string' && (input.kind === undefined || input.kind === kind)) {
    return { kind, ...parsed };
  }
  throw new UnreadableDocument(name, 1, complaint(parsed.tree, input.kind));
}

/** What looks like JSON may be YAML in braces. */
function jsonOrYaml(name: string, text: string): Omit<ParsedDocument, 'kind'> {
  try {
    return parse(name, text, 'json');
  } catch (failure) {
    if (!(failure instanceof UnreadableDocument)) throw failure;
    try {
      return parse(name, text, 'yaml');
    } catch {
      throw failure;
    }
  }
}

function parse(name: string, text: string, format: 'yaml' | 'json'): Omit<ParsedDocument, 'kind'> {
  try {
    const { root } = readSource(text, format);
    return { tree: root?.value ?? null, format };
  } catch (failure) {
    if (failure instanceof UnreadableSource) {
      const isDeep = failure.message.includes('call stack');
      throw new UnreadableDocument(
        name,
        failure.line,
        isDeep ? tooDeep : failure.message.split('\n')[0]!,
      );
    }
    if (failure instanceof RangeError) {
      throw new UnreadableDocument(name, 1, tooDeep);
    }
    throw failure;
  }
}

function kindOf(tree: Tree): ParsedDocument['kind'] | undefined {
  if (/^3\.[012](?:\.|$)/.test(String(valueAt(tree, 'openapi')))) return 'openapi';
  if (/^[23]\.\d+(?:\.|$)/.test(String(valueAt(tree, 'asyncapi')))) return 'asyncapi';
  return undefined;
}

function complaint(tree: Tree, wanted: ImportKind | undefined): string {
  if (!isMap(tree)) return 'This is no OpenAPI or AsyncAPI document: it holds no map.';
  for (const key of ['swagger', 'openapi', 'asyncapi']) {
    const version = valueAt(tree, key);
    if (version === undefined) continue;
    if (key === 'swagger') {
      return 'Swagger 2.0 is not read. Convert it to OpenAPI 3 first, with swagger2openapi say.';
    }
    if (wanted !== undefined && wanted !== key)
      return `This is no ${wanted} document: it says \`${key}\`.`;
    return `\`${key}: ${String(version).slice(0, 20)}\` is a version that is not read (OpenAPI 3.0 to 3.2, AsyncAPI 2 and 3).`;
  }
  return 'This is neither an OpenAPI nor an AsyncAPI document: neither `openapi` nor `asyncapi` stands in it.';
}
