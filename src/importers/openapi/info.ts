/** `info` of a document: the API's title, words and version, and the team behind it. */
import { humanize } from '../../contracts/naming.js';
import { property } from '../arch/statement.js';
import type { Landscape } from '../arch/landscape.js';
import { quote } from '../arch/literals.js';
import type { DocumentNode } from '../node.js';
import { rateLimit } from './descriptions.js';
import type { Home } from '../home.js';
import { teamOf } from '../team.js';

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
