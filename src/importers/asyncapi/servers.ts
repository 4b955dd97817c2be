/** Servers as brokers. */
import { archIdentity } from '../arch/identity.js';
import type { Landscape } from '../arch/landscape.js';
import { quote, titled } from '../arch/literals.js';
import { pascalName } from '../arch/names.js';
import { property } from '../arch/statement.js';
import { humanize } from '../../contracts/naming.js';
import type { DocumentNode } from '../node.js';
import type { References } from '../references.js';

/** Protocols that the language has a word of its own for. */
const technologies: ReadonlyMap<string, string> = new Map([
  ['amqp', 'rabbitmq'],
  ['sns', 'sns-sqs'],
  ['sqs', 'sns-sqs'],
]);

export class Servers {
  private readonly root: DocumentNode;
  private readonly references: References;
  private readonly landscape: Landscape;
  private readonly known = new Map<string, string | undefined>();

  constructor(root: DocumentNode, references: References, landscape: Landscape) {
    this.root = root;
    this.references = references;
    this.landscape = landscape;
  }

  /** The broker that a channel's messages travel through: that of its first server. */
  brokerOf(channel: DocumentNode): string | undefined {
    const own = channel.at('servers');
    const listed = own?.items() ?? [];
    const all =
      listed.length > 0 ? listed : (this.root.at('servers')?.entries() ?? []).map(([, one]) => one);
    const [first, ...others] = all.flatMap((one) => this.references.follow(one) ?? []);
    own?.modelled();
    if (!first) return undefined;
    for (const one of others) {
      if (!this.known.has(one.key)) {
        this.known.set(one.key, undefined);
        one.noted('Messages travel through one broker in the model, that of the first server.');
      }
    }
    return this.broker(first);
  }

  private broker(server: DocumentNode): string | undefined {
    if (this.known.get(server.key) !== undefined) return this.known.get(server.key);
    const key = server.pointer.split('/').at(-1) ?? '';
    const protocol = server.text('protocol') ?? '';
    if (protocol === 'undecided') {
      server.modelled();
      return undefined;
    }
    const identity = archIdentity(server, 1);
    const name = identity?.kind === 'broker' ? identity.path[0]! : pascalName(key, 'Broker');
    this.known.set(server.key, name);
    this.declare(server, name, protocol, identity !== undefined);
    return name;
  }

  private declare(server: DocumentNode, name: string, protocol: string, isOwn: boolean): void {
    const plain = protocol.replace(/^secure-|-secure$/g, '').replace(/^amqps$/, 'amqp');
    const isSecure = plain !== protocol;
    const [tag] = server.at('tags')?.items() ?? [];
    const named = isOwn ? tag?.text('name') : undefined;
    if (isOwn) server.at('tags')?.modelled();
    const technology = named ?? technologies.get(plain) ?? plain;
    const title = server.text('title');
    const description = server.text('description');
    const security = server.at('security')?.items()[0];
    const scheme = security && this.references.follow(security)?.at('type')?.value;
    if (isOwn) server.at('security')?.modelled();
    const says = `The broker ${title ?? humanize(name)}.`;
    this.landscape.declare(`broker ${name}`, {
      doc: description === says ? undefined : description,
      head: `broker ${titled(name, title === humanize(name) ? undefined : title)}: ${word(technology)}`,
      members: [
        property('url', urlOf(server, isOwn)),
        property(
          'transport',
          scheme === 'X509' && isSecure ? 'mtls' : isSecure ? 'tls' : undefined,
        ),
      ],
    });
  }
}

/** Host, port and path; placeholders of ours are none. */
function urlOf(server: DocumentNode, isOwn: boolean): string | undefined {
  const host = server.text('host');
  const pathname = server.text('pathname') ?? '';
  if (host === undefined || (isOwn && /^[a-z0-9-]+\.[a-z0-9-]+\.example$/.test(host))) {
    return undefined;
  }
  return quote(`${host}${pathname === '/' ? '' : pathname}`);
}

/** A technology is any word. */
function word(text: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*$/.test(text)
    ? text
    : pascalName(text, 'broker').toLowerCase();
}
