/** Where the API of a document goes: which context, service and API it becomes. */
import { foldedName } from '../language/names.js';
import { humanize } from '../contracts/naming.js';
import type { Owner } from './arch/landscape.js';
import { UnreadableDocument, type ImportScope } from './document.js';
import { archIdentity } from './arch/identity.js';
import { typeName, pascalName } from './arch/names.js';
import type { DocumentNode } from './node.js';

export interface Home {
  /** The context, or the external that offers the API. */
  readonly boundary: Owner;
  /** The service, or the external itself. */
  readonly provider: Owner;
  readonly api: Owner;
  /** The id that the API gets. */
  readonly element: string;
  /** Whether our own generator wrote the document. */
  readonly isOwn: boolean;
}

/**
 * @param fallback a name for documents without a title
 * @throws UnreadableDocument for our own contract of a context that the model has
 */
export function homeOf(
  info: DocumentNode | undefined,
  scope: ImportScope,
  fallback: string,
  file: string,
): Home {
  const { landscape, present } = scope;
  const identity = info && archIdentity(info);
  const known = identity?.path[0];
  if (known !== undefined && present.has(known)) {
    throw alreadyThere(file, known);
  }
  if (identity?.kind === 'api' && identity.path.length === 2) {
    const [name, own] = identity.path as [string, string];
    const boundary = landscape.external(name);
    const api = boundary.part('api', own);
    return { boundary, provider: boundary, api, element: `api:${name}.${own}`, isOwn: true };
  }
  if (identity?.kind === 'api' && identity.path.length === 3) {
    const [name, service, own] = identity.path as [string, string, string];
    const boundary = landscape.context(name);
    const provider = boundary.part('service', service);
    const api = provider.part('api', own);
    const element = `api:${identity.path.join('.')}`;
    return { boundary, provider, api, element, isOwn: true };
  }
  const { boundary, provider, name } = newHome(info, scope, fallback, file);
  const api = provider.part('api', name);
  const element = `api:${name}.${provider.name}.${name}`;
  return { boundary, provider, api, element, isOwn: false };
}

/**
 * The same for a document of a service as a whole, which has no API of its own.
 *
 * @throws UnreadableDocument for our own contract of a context that the model has
 */
export function serviceHome(
  info: DocumentNode | undefined,
  scope: ImportScope,
  fallback: string,
  file: string,
): Omit<Home, 'api'> {
  const { landscape, present } = scope;
  const identity = info && archIdentity(info, 1);
  const [context, service] = identity?.path ?? [];
  if (context !== undefined && present.has(context)) throw alreadyThere(file, context);
  if (identity?.kind === 'external' && context !== undefined) {
    const boundary = landscape.external(context);
    return { boundary, provider: boundary, element: `external:${context}`, isOwn: true };
  }
  if (identity?.kind === 'service' && context !== undefined && service !== undefined) {
    const boundary = landscape.context(context);
    const provider = boundary.part('service', service);
    return { boundary, provider, element: `service:${context}.${service}`, isOwn: true };
  }
  const { boundary, provider, name } = newHome(info, scope, fallback, file);
  return { boundary, provider, element: `service:${name}.${provider.name}`, isOwn: false };
}

/** A context with one service for a document that somebody else wrote. */
function newHome(
  info: DocumentNode | undefined,
  { landscape, contexts, present }: ImportScope,
  fallback: string,
  file: string,
): { readonly boundary: Owner; readonly provider: Owner; readonly name: string } {
  const title = info?.text('title')?.trim() ?? '';
  const wanted = contextName(title, fallback);
  const same = [...present].find((one) => foldedName(one) === foldedName(wanted));
  if (same !== undefined) throw alreadyThere(file, same);
  const name = contexts.take(wanted);
  const boundary = landscape.context(name);
  if (title !== '' && title !== humanize(name)) boundary.title = title;
  const provider = boundary.part('service', /service$/i.test(name) ? name : `${name}Service`);
  return { boundary, provider, name };
}

function alreadyThere(file: string, name: string): UnreadableDocument {
  return new UnreadableDocument(
    file,
    1,
    `It would become ${name}, which is in the model already; nothing was written. Import it into a folder of its own, or rename what is there.`,
  );
}

/** `Swagger Petstore - OpenAPI 3.0` → `SwaggerPetstore`. */
export function contextName(title: string, fallback: string): string {
  const plain = title
    .replace(/\b(?:open\s?api|async\s?api|rest|http)?\s*(?:specification|spec|api|apis)\b/gi, ' ')
    .replace(/\bv?\d+(?:\.\d+)+\b|\bopenapi\b|\basyncapi\b/gi, ' ');
  const name = pascalName(plain, '') || pascalName(title, '') || pascalName(fallback, 'Imported');
  return typeName(name.slice(0, 60), 'Imported');
}
