/** Path items as operations of a REST API. */
import { humanize } from '../../contracts/naming.js';
import { archIdentity } from '../arch/identity.js';
import { quote } from '../arch/literals.js';
import { memberName, Names } from '../arch/names.js';
import type { Statement } from '../arch/statement.js';
import type { DocumentNode } from '../node.js';
import { annotationsOf } from '../schemas/annotations.js';
import { joined } from '../schemas/spelling.js';
import { operationWords } from './descriptions.js';
import type { Parameters } from './parameters.js';
import { shapeOf, type ReadPath } from './paths.js';
import type { Results } from './results.js';
import type { Security } from './security.js';

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const;

export interface PathItem {
  readonly path: ReadPath;
  readonly node: DocumentNode;
}

export interface OperationParts {
  readonly parameters: Parameters;
  readonly results: Results;
  readonly security: Security;
  readonly isSecured: boolean;
}

export interface ReadOperation {
  readonly statement: Statement;
  readonly mediaTypes: readonly string[];
}

/** The operations of a path item, by method. */
export function operationNodes(item: DocumentNode): (readonly [method: string, DocumentNode])[] {
  return methods.flatMap((method) => {
    const node = item.at(method);
    return node?.isMap ? [[method.toUpperCase(), node] as const] : [];
  });
}

export class Operations {
  private readonly parts: OperationParts;
  private readonly names = new Names();
  private readonly routes = new Set<string>();

  constructor(parts: OperationParts) {
    this.parts = parts;
  }

  /** @param prefix what the API's own path has already */
  read({ path, node: item }: PathItem, prefix: string): ReadOperation[] {
    for (const key of ['trace', 'query', 'additionalOperations', 'servers']) {
      item.at(key)?.unsupported('The model has no such part of a path.');
    }
    return operationNodes(item).flatMap(([method, node]) => {
      const route = `${method} ${shapeOf(path.path)}`;
      if (this.routes.has(route)) {
        node.unsupported('Another operation answers the same method on the same path.');
        return [];
      }
      this.routes.add(route);
      return [this.operation(method, item, node, path, prefix)];
    });
  }

  private operation(
    method: string,
    item: DocumentNode,
    node: DocumentNode,
    path: ReadPath,
    prefix: string,
  ): ReadOperation {
    const { parameters, results, security, isSecured } = this.parts;
    const name = this.nameOf(method, node, path);
    const hint = joined('', name);
    const taken = parameters.read(item, node, path, hint, method);
    const answered = results.read(node.at('responses'), hint);
    for (const key of ['callbacks', 'servers']) {
      node.at(key)?.unsupported('The model has no such part of an operation.');
    }
    const summary = node.text('summary') ?? item.text('summary');
    const isDeprecated = node.at('deprecated')?.value === true;
    const words = operationWords(
      node.text('description') ?? item.text('description'),
      summary ?? humanize(name),
      isDeprecated,
    );
    const [deprecated] = annotationsOf(node);
    const scopes = new Set([...security.scopes(node.at('security'), isSecured), ...words.scopes]);
    const rest = path.path.startsWith(prefix) ? path.path.slice(prefix.length) : path.path;
    const own = rest === '' ? '/' : rest;
    const signature = [
      `${method} ${quote(own)} ${name}${inParentheses(taken.texts)}`,
      ...(answered.result === '' ? [] : [`: ${answered.result}`]),
      ...(answered.raises.length === 0 ? [] : [` raises ${answered.raises.join(', ')}`]),
    ].join('');
    const title = summary === undefined || summary.trim() === humanize(name) ? undefined : summary;
    return {
      statement: {
        doc: words.doc,
        annotations: deprecated === undefined ? [] : [words.deprecated ?? deprecated],
        head: signature,
        members: [
          title === undefined ? undefined : { head: `summary ${quote(title.trim())}` },
          taken.isIdempotent || answered.isIdempotent ? { head: 'idempotent' } : undefined,
          scopes.size === 0 ? undefined : { head: `scope ${[...scopes].map(quote).join(', ')}` },
        ],
      },
      mediaTypes: [taken.mediaType, answered.mediaType].filter((type) => type !== undefined),
    };
  }

  private nameOf(method: string, node: DocumentNode, path: ReadPath): string {
    const own = archIdentity(node);
    const id = node.text('operationId');
    const made = nameOfRoute(method, path.path);
    const wanted = own?.path.at(-1) ?? memberName(id ?? made, memberName(made, 'operation'));
    return this.names.take(wanted);
  }
}

/** `GET /v1/pets/{id}` → `get pets by id`. */
function nameOfRoute(method: string, path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && !/^v\d+$/i.test(part));
  const last = /^\{(.*)\}$/.exec(parts.at(-1) ?? '')?.[1];
  const fixed = parts.filter((part) => !part.includes('{'));
  return [method.toLowerCase(), ...fixed, ...(last === undefined ? [] : ['by', last])].join(' ');
}

/** On one line, unless a parameter has a doc comment or there are too many. */
function inParentheses(texts: readonly (readonly string[])[]): string {
  const line = texts.map((lines) => lines.join(' ')).join(', ');
  const fits = texts.every((lines) => lines.length === 1) && line.length <= 70;
  if (fits) return `(${line})`;
  return `(\n${texts.map((lines) => lines.join('\n')).join(',\n')}\n)`;
}
