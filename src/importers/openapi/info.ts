/** `info` of a document: the API's title, words and version, and the team behind it. */
import { humanize } from '../../contracts/naming.js';
import { property } from '../arch/statement.js';
import type { Landscape } from '../arch/landscape.js';
import { quote, titled } from '../arch/literals.js';
import { pascalName } from '../arch/names.js';
import type { DocumentNode } from '../node.js';
import { rateLimit } from './descriptions.js';
import type { Home } from './home.js';

const audiences = new Set(['public', 'partner', 'internal', 'context']);

export function readInfo(info: DocumentNode | undefined, home: Home, landscape: Landscape): void {
  if (!info) return;
  const { api, provider, boundary } = home;
  const title = info.text('title')?.trim();
  if (title !== undefined && title !== humanize(api.name)) api.title = title;
  const ownerTitle = home.isOwn ? ownerOf(info, title ?? humanize(api.name)) : undefined;
  if (ownerTitle !== undefined && ownerTitle !== humanize(provider.name)) {
    provider.title = ownerTitle;
  }
  const { text, limit } = rateLimit(info.text('description'));
  const said = `${title ?? humanize(api.name)}, offered by ${ownerTitle ?? humanize(provider.name)}.`;
  if (text !== said) {
    api.doc = text;
    if (!home.isOwn) boundary.set('vision', vision(info, text));
  }
  const version = info.at('version');
  if (version && ['string', 'number'].includes(typeof version.value)) {
    version.modelled();
    api.set('version', property('version', quote(String(version.value))));
  }
  const audience = info.at('x-audience');
  if (typeof audience?.value === 'string' && audiences.has(audience.value)) {
    audience.modelled();
    api.set('audience', { head: `audience ${audience.value}` });
  }
  if (limit !== undefined) api.set('rate-limit', { head: `rate-limit ${limit}` });
  const team = teamOf(info.at('contact'), home, landscape);
  if (team !== undefined) provider.set('team', { head: `team ${team}` });
}

/** The first words about a context that nothing else is known of. */
function vision(info: DocumentNode, text: string | undefined) {
  const summary = info.text('summary') ?? text?.split('\n').find((line) => line.trim() !== '');
  const plain = summary?.replace(/[*_`#]|\[([^\]]*)\]\([^)]*\)/g, '$1').trim() ?? '';
  return plain === '' || plain.length > 200 ? undefined : property('vision', quote(plain));
}

function ownerOf(info: DocumentNode, title: string): string | undefined {
  const summary = info.text('summary')?.replace(/\.$/, '');
  const start = `${title} of `;
  return summary?.startsWith(start) ? summary.slice(start.length) : undefined;
}

/** The team that a contact names; undefined where it names the provider or its context. */
export function teamOf(
  contact: DocumentNode | undefined,
  { boundary, provider, isOwn }: Pick<Home, 'boundary' | 'provider' | 'isOwn'>,
  landscape: Landscape,
): string | undefined {
  const name = contact?.text('name')?.trim();
  if (!contact || name === undefined || pascalName(name, '') === '') return undefined;
  const channel = contact.text('x-channel');
  const [url, email] = [contact.text('url'), contact.text('email')];
  const addresses = [channel, email, url].filter((text) => text !== undefined);
  const isProvider = [
    provider.title ?? humanize(provider.name),
    boundary.title ?? humanize(boundary.name),
  ].includes(name);
  if (isOwn && addresses.length === 0 && (isProvider || !/team$/i.test(name))) {
    if (!isProvider) boundary.title = name;
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
