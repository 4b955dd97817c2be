/** Parameters and request bodies as parameters of the language. */
import { humanize } from '../../contracts/naming.js';
import { sentence } from '../../contracts/text/markdown.js';
import { docComment, quote } from '../arch/literals.js';
import { isIdentifier } from '../arch/names.js';
import type { DocumentNode } from '../node.js';
import { joined } from '../schemas/spelling.js';
import { annotationsOf } from '../schemas/annotations.js';
import { exampleOf } from '../schemas/given-values.js';
import type { TypeUse } from '../schemas/type-use.js';
import type { Types } from '../schemas/types.js';
import { typed } from '../schemas/fields.js';
import { readContent } from './media.js';
import type { ReadPath } from './paths.js';

/** Headers that OpenAPI describes elsewhere and tells readers to ignore as parameters. */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization']);
const places = new Set(['path', 'query', 'header', 'cookie', 'body']);

export interface ReadParameters {
  /** Each with its doc comment before it, in lines. */
  readonly texts: readonly (readonly string[])[];
  readonly isIdempotent: boolean;
  readonly isPaged: boolean;
  readonly mediaType: string | undefined;
}

/** Parameters of the operation win over those of its path. */
export function parametersOf(
  item: DocumentNode,
  operation: DocumentNode,
  types: Types,
): DocumentNode[] {
  const found = new Map<string, DocumentNode>();
  for (const list of [item.at('parameters'), operation.at('parameters')]) {
    for (const node of list?.items() ?? []) {
      const target = types.references.follow(node);
      const name = target?.at('name')?.value;
      const place = target?.at('in')?.value;
      if (!target || typeof name !== 'string' || typeof place !== 'string') {
        if (target) node.unsupported('A parameter needs a name and a place.');
        continue;
      }
      found.set(`${place} ${name}`, target);
    }
  }
  return [...found.values()];
}

export class Parameters {
  private readonly types: Types;
  private readonly isOwn: boolean;

  /** @param isOwn whether our own generator wrote the document */
  constructor(types: Types, isOwn: boolean) {
    this.types = types;
    this.isOwn = isOwn;
  }

  read(
    item: DocumentNode,
    operation: DocumentNode,
    path: ReadPath,
    hint: string,
    method: string,
  ): ReadParameters {
    const changes = method === 'POST' || method === 'PATCH';
    const takesBody = method !== 'GET' && method !== 'HEAD';
    const texts: (readonly string[])[] = [];
    const taken = new Set<string>();
    let isIdempotent = false;
    let isPaged = false;
    const all = parametersOf(item, operation, this.types);
    for (const node of all) {
      const name = String(node.at('name')?.value);
      const place = String(node.at('in')?.value);
      if (place === 'header' && ignoredHeaders.has(name.toLowerCase())) continue;
      if (place === 'header' && /^idempotency-key$/i.test(name) && changes && this.means(node)) {
        isIdempotent = true;
        node.modelled();
        continue;
      }
      if (isPageParameter(node)) {
        isPaged = true;
        node.modelled();
        continue;
      }
      const text = this.parameter(node, name, place, path, hint);
      if (text === undefined) continue;
      const key = place === 'header' ? `header ${name.toLowerCase()}` : `${place} ${name}`;
      if (taken.has(key)) continue;
      taken.add(key);
      texts.push(text);
    }
    for (const [name, own] of path.names) {
      if (!taken.has(`path ${name}`)) texts.unshift([`${own}: string`]);
    }
    const body = takesBody
      ? this.body(operation.at('requestBody'), hint)
      : operation.at('requestBody')?.unsupported('HTTP gives a body no meaning here (RFC 9110).');
    if (body) texts.push(body.text);
    return { texts, isIdempotent, isPaged, mediaType: body?.mediaType };
  }

  /** Our own contracts may have a header of that name which says nothing of the operation. */
  private means(key: DocumentNode): boolean {
    return !this.isOwn || String(key.at('description')?.value).includes('draft-ietf-httpapi');
  }

  private parameter(
    node: DocumentNode,
    name: string,
    place: string,
    path: ReadPath,
    hint: string,
  ): readonly string[] | undefined {
    const own = path.names.get(name);
    if (place === 'path' && own === undefined) {
      node.unsupported('The path has no such parameter.');
      return undefined;
    }
    if (!['path', 'query', 'header', 'cookie'].includes(place)) {
      node.unsupported(`The model knows no parameters in \`${place}\`.`);
      return undefined;
    }
    if (place === 'path' && own !== name) {
      node.noted(`\`${name}\` is no name of the language; the model calls it \`${own!}\`.`);
    }
    node.text('name');
    node.text('in');
    const isRequired = node.flag('required') || place === 'path';
    const schema = node.at('schema') ?? readContent(node.at('content'))?.schema;
    const use = schema
      ? this.types.use(schema, joined(hint, name))
      : { type: 'string', nullable: false, constraints: [] };
    const example = this.isOwn ? undefined : exampleOf(node, use.type)[0];
    const ifMatch = place === 'header' && /^if-match$/i.test(name);
    const doc = ifMatch ? undefined : parameterDoc(node, own ?? name);
    if (ifMatch) node.modelled();
    const annotations = annotationsOf(node);
    const head = `${nameIn(place, own ?? name, path)}: ${typed(withExample(use, example), !isRequired)}`;
    return [...(doc === undefined ? [] : docComment(doc)), ...annotations, head];
  }

  private body(
    node: DocumentNode | undefined,
    hint: string,
  ): { readonly text: readonly string[]; readonly mediaType: string } | undefined {
    const target = node && this.types.references.follow(node);
    const content = readContent(target?.at('content'));
    if (!target || !content) return undefined;
    const use = content.schema
      ? this.types.use(content.schema, `${hint}Body`)
      : { type: 'json', nullable: false, constraints: [] };
    const description = target.text('description');
    const says = ['The request.', sentence(titleOf(content.schema, this.types) ?? '')];
    const doc = description === undefined || says.includes(description) ? undefined : description;
    const optional = target.at('required') !== undefined && !target.flag('required');
    // The default of OpenAPI is that a body may be missing, which few mean.
    const head = `body: ${typed(use, optional)}`;
    return {
      text: [...(doc === undefined ? [] : docComment(doc)), head],
      mediaType: content.mediaType,
    };
  }
}

function withExample(use: TypeUse, example: string | undefined): TypeUse {
  if (example === undefined || use.constraints.some((one) => one.startsWith('example ')))
    return use;
  return { ...use, constraints: [...use.constraints, example] };
}

function titleOf(schema: DocumentNode | undefined, types: Types): string | undefined {
  const title = schema && types.references.follow(schema)?.at('title')?.value;
  return typeof title === 'string' ? title : undefined;
}

function parameterDoc(node: DocumentNode, name: string): string | undefined {
  const description = node.text('description');
  return description === `${humanize(name)}.` ? undefined : description;
}

/** `query "filter[x]"`: the place where it is not the one that the name has by itself. */
function nameIn(place: string, name: string, path: ReadPath): string {
  if (place === 'path') return places.has(name) ? `path ${name}` : name;
  if (place !== 'query') return `${place} ${quote(name)}`;
  const isPlain =
    isIdentifier(name) && !places.has(name) && ![...path.names.values()].includes(name);
  return isPlain ? name : `query ${isIdentifier(name) ? name : quote(name)}`;
}

/** What our own contracts have for `paged`. */
function isPageParameter(node: DocumentNode): boolean {
  const description = node.at('description')?.value;
  return (
    node.pointer.startsWith('/components/parameters/') &&
    [
      'How many items a page holds at most.',
      'Where the page starts: the cursor that the page before gave. None for the first.',
      'How many items to skip.',
      'Which page, counting from 1.',
    ].includes(String(description))
  );
}
