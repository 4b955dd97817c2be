/** The team behind a document. */
import { humanize, kebabCase } from '../contracts/naming.js';
import type { Landscape } from './arch/landscape.js';
import { quote, titled } from './arch/literals.js';
import { pascalName } from './arch/names.js';
import type { Home } from './home.js';
import type { DocumentNode } from './node.js';

/**
 * The team that a contact names; undefined where it names the provider or its context.
 *
 * @param hasPlaceholders whether addresses may be made up by our own generator
 */
export function teamOf(
  contact: DocumentNode | undefined,
  { boundary, provider, isOwn }: Pick<Home, 'boundary' | 'provider' | 'isOwn'>,
  landscape: Landscape,
  hasPlaceholders = false,
): string | undefined {
  const name = contact?.text('name')?.trim();
  if (!contact || name === undefined || pascalName(name, '') === '') return undefined;
  const channel = contact.text('x-channel');
  const [url, email] = [contact.text('url'), contact.text('email')];
  const slug = kebabCase(name);
  // AsyncAPI’s linters want all of a contact, so our own contracts have placeholders there.
  const isReal = (text: string | undefined) =>
    text !== undefined &&
    !(hasPlaceholders && (text.startsWith(`${slug}@`) || text.endsWith(`/teams/${slug}`)));
  const addresses = [channel, email, url].filter(isReal).filter((text) => text !== undefined);
  const isProvider = [
    provider.title ?? humanize(provider.name),
    boundary.title ?? humanize(boundary.name),
  ].includes(name);
  const called = humanize(boundary.name);
  if (isOwn && name.toLowerCase() === called.toLowerCase()) {
    if (name !== called) boundary.title = name;
    return undefined;
  }
  if (isOwn && addresses.length === 0 && (isProvider || !/team$/i.test(name))) {
    if (!isProvider && !hasPlaceholders) boundary.title = name;
    return undefined;
  }
  const id = pascalName(name.replace(/\s+team$/i, ''), 'Team');
  landscape.declare(`team ${id}`, {
    head: `team ${titled(id, name === humanize(id) ? undefined : name)}`,
    members: [
      addresses[0] === undefined ? undefined : { head: `contact ${quote(addresses[0])}` },
      addresses[1] === undefined ? undefined : { head: `on-call ${quote(addresses[1])}` },
    ],
  });
  return id;
}
