/** Responses as the result of an operation and the errors that it raises. */
import { isMap } from '../../contracts/tree.js';
import type { DocumentNode } from '../node.js';
import type { Types } from '../schemas/types.js';
import type { Errors } from './errors.js';
import { readContent } from './media.js';

export interface ReadResult {
  /** What stands behind the colon; empty for 204. */
  readonly result: string;
  readonly raises: readonly string[];
  readonly mediaType: string | undefined;
  /** Whether a key may not be used twice, as our own contracts say of what is idempotent. */
  readonly isIdempotent: boolean;
}

const keyWasUsed = 'The idempotency key was used before for a different request.';

export class Results {
  private readonly types: Types;
  private readonly errors: Errors;
  /** Schemas of pages, which `paged` stands for. */
  readonly pages = new Set<string>();

  constructor(types: Types, errors: Errors) {
    this.types = types;
    this.errors = errors;
  }

  read(responses: DocumentNode | undefined, hint: string): ReadResult {
    const all = (responses?.entries() ?? []).filter(([status]) => !status.startsWith('x-'));
    const successes = all.filter(([status]) => /^2\d\d$|^2XX$/i.test(status));
    const chosen =
      successes.find(([, node]) => this.types.references.follow(node)?.at('content')) ??
      successes[0] ??
      // Where nothing else is said, what always comes is the result.
      (all.length === 1 ? all.find(([status]) => status === 'default') : undefined);
    const raises: string[] = [];
    for (const [status, node] of all) {
      if (node === chosen?.[1]) continue;
      if (/^[45]\d\d$/.test(status)) raises.push(...this.errors.raised(Number(status), node));
      else if (status === 'default') this.unexpected(node);
      else if (status.startsWith('2'))
        node.unsupported('An operation has one result in the model.');
      else if (/^[1345]/.test(status)) {
        node.unsupported('The model knows results and errors with one status each.');
      }
    }
    const result = chosen && this.success(chosen[0], chosen[1], hint);
    return {
      result: result?.result ?? '',
      raises: [...new Set(raises)],
      mediaType: result?.mediaType,
      isIdempotent: all.some(
        ([status, node]) =>
          status === '422' &&
          this.types.references.follow(node)?.at('description')?.value === keyWasUsed,
      ),
    };
  }

  /** Every API may answer with a problem; only where that is described in full it is ours. */
  private unexpected(node: DocumentNode): void {
    const target = this.types.references.follow(node);
    if (target?.at('description')?.value === 'Any other problem.') target.modelled();
  }

  private success(status: string, response: DocumentNode, hint: string) {
    if (!/^\d+$/.test(status)) response.noted('The model says 200.');
    const code = /^\d+$/.test(status) ? Number(status) : 200;
    const target = this.types.references.follow(response);
    const content = readContent(target?.at('content'));
    const prefix = code === 200 ? '' : `${String(code)} `;
    if (isGenericDescription(target)) target?.text('description');
    if (!content?.schema) {
      return { result: code === 204 ? '' : String(code), mediaType: undefined };
    }
    const page = this.pageOf(content.schema);
    const use = this.types.use(page ?? content.schema, `${hint}Result`);
    const word = page ? 'paged ' : content.isStream ? 'stream ' : '';
    if (use.nullable && word !== '') content.schema.noted('Items are never null.');
    const suffix = use.nullable && word === '' ? ' | null' : '';
    // A status that a type follows, never a word that could begin the next statement.
    return { result: `${prefix}${word}${use.type}${suffix}`, mediaType: content.mediaType };
  }

  /** The items of a page as our own contracts describe it. */
  private pageOf(schema: DocumentNode): DocumentNode | undefined {
    if (!schema.at('$ref')) return undefined;
    const target = this.types.references.follow(schema);
    const items = target?.at('properties')?.at('items');
    const description = target?.at('description')?.value;
    const isPage =
      items?.at('description')?.value === 'The items, in a stable order.' &&
      typeof description === 'string' &&
      /^A page of .+ items\.$/.test(description);
    const item = isPage ? items.at('items') : undefined;
    if (!target || !item || !isMap(item.value)) return undefined;
    target.modelled();
    this.pages.add(target.key);
    return item;
  }
}

const own = new Set([
  'Created.',
  'Accepted; the work goes on after the answer.',
  'Done; there is nothing to return.',
  'A page of the result.',
  'A stream of items, one JSON document on each line.',
  'The result.',
]);

function isGenericDescription(response: DocumentNode | undefined): boolean {
  return own.has(String(response?.at('description')?.value));
}
