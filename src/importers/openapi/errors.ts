/** Responses of clients' and servers' errors as `error` types of the language. */
import { humanize } from '../../contracts/naming.js';
import { archIdentity } from '../arch/identity.js';
import { titled } from '../arch/literals.js';
import { typeName } from '../arch/names.js';
import type { DocumentNode } from '../node.js';
import { alternatives, hasProperties, partsOf } from '../schemas/shape.js';
import { Fields } from '../schemas/fields.js';
import type { DeclaredType, Types } from '../schemas/types.js';
import { readContent } from './media.js';
import { errorName } from './status.js';

/** Members of every problem document (RFC 9457). */
const members = new Set(['type', 'title', 'status', 'detail', 'instance']);

/** The descriptions of responses that our own contracts have without an error being raised. */
const generic: ReadonlySet<string> = new Set([
  'The request is malformed or breaks a rule of this contract.',
  'The caller has not shown who it is, or not validly.',
  'The caller may not do this.',
  'There is no such resource.',
  'A request with the same idempotency key is still at work.',
  'The resource has changed since the client read it.',
  'The idempotency key was used before for a different request.',
  'The request lacks `If-Match`.',
  'The rate limit is exceeded.',
  'Any other problem.',
]);

export class Errors {
  readonly declared: DeclaredType[] = [];
  private readonly types: Types;
  private readonly fields: Fields;
  private readonly known = new Map<string, string>();

  constructor(types: Types) {
    this.types = types;
    this.fields = new Fields(types);
  }

  /** The names of the errors that a response stands for; none for what every API answers. */
  raised(status: number, response: DocumentNode): string[] {
    const target = this.types.references.follow(response);
    if (!target) return [];
    const description = target.text('description');
    const { schema } = readContent(target.at('content')) ?? {};
    const own = schema && this.ownErrors(schema);
    if (own && own.length > 0) return own;
    if (description !== undefined && generic.has(description)) {
      target.modelled();
      return [];
    }
    const body = schema && this.types.references.follow(schema);
    const component = target.pointer.startsWith('/components/') && response.key !== target.key;
    const wanted = component ? target.pointer.split('/').at(-1)! : errorName(status);
    const key = component ? target.key : `${String(status)} ${body?.key ?? ''}`;
    const known = this.known.get(key);
    if (known !== undefined) return [known];
    const name = this.types.names.take(typeName(wanted, errorName(status)));
    this.known.set(key, name);
    const parts =
      body && hasProperties(body, this.types.references)
        ? partsOf(body, this.types.references)
        : [];
    this.declared.push({
      name,
      owners: [],
      statement: {
        doc: description === undefined || description === humanize(name) ? undefined : description,
        head: `error ${name}`,
        members: [
          { head: `status ${String(status)}` },
          ...this.fields.read(parts, name, false, members),
        ],
      },
    });
    return [name];
  }

  /** Whether a schema is an error of our own contracts, or the problem document that all extend. */
  isOwn(schema: DocumentNode): boolean {
    const isProblem =
      schema.at('description')?.value === 'A problem document as RFC 9457 defines it.';
    if (isProblem) schema.modelled();
    return isProblem || this.known.has(schema.key) || archIdentity(schema)?.kind === 'error';
  }

  /** Errors that a schema of our own contracts refers to. */
  private ownErrors(schema: DocumentNode): string[] {
    const all = [schema, ...alternatives(schema)];
    return all.flatMap((one) => {
      const target = one.at('$ref') && this.types.references.follow(one);
      const identity = target && archIdentity(target);
      if (!target || identity?.kind !== 'error') return [];
      return [this.own(target, identity.path)];
    });
  }

  private own(schema: DocumentNode, path: readonly string[]): string {
    const { reference } = this.types.own(schema);
    if (this.known.has(schema.key)) return reference;
    this.known.set(schema.key, reference);
    const name = path.at(-1)!;
    const parts = (schema.at('allOf')?.items() ?? []).slice(1);
    const status = parts[0]?.at('properties')?.at('status');
    const value = status?.at('const')?.value ?? status?.at('enum')?.items()[0]?.value;
    schema.at('allOf')?.modelled();
    const title = schema.text('title');
    const doc = schema.text('description');
    this.declared.push({
      name,
      owners: path.slice(0, -1),
      statement: {
        doc,
        head: `error ${titled(name, title === humanize(name) ? undefined : title)}`,
        members: [
          ...(typeof value === 'number' ? [{ head: `status ${String(value)}` }] : []),
          ...this.fields.read(parts, name, false, members),
        ],
      },
    });
    return reference;
  }
}
