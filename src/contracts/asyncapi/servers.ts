/** Brokers as AsyncAPI servers, each with the security scheme that its clients use. */
import type { Broker } from '../../model/elements/messages.js';
import type { Model } from '../../model/model.js';
import { kebabCase } from '../naming.js';
import { placeholderHost, titleOf } from '../owner.js';
import { markdown } from '../text/markdown.js';
import { compact, type TreeMap } from '../tree.js';
import { protocolOf, type Protocol } from './bindings.js';

/** The key below `servers`; that of messages whose broker the model leaves open is `undecided`. */
export function serverKey(broker: Broker | undefined): string {
  return broker ? kebabCase(broker.name) : 'undecided';
}

export function serverObject(model: Model, broker: Broker | undefined): TreeMap {
  const { host, pathname } = address(model, broker);
  return compact({
    host,
    pathname,
    protocol: wireProtocol(broker),
    title: broker ? titleOf(broker) : 'Undecided',
    description: description(broker),
    security: [{ $ref: `#/components/securitySchemes/${schemeName(broker)}` }],
    tags: broker
      ? [{ name: broker.technology, description: `Runs on ${broker.technology}.` }]
      : undefined,
    'x-arch-id': broker?.id,
    'x-arch-kind': broker ? 'broker' : undefined,
  });
}

function description(broker: Broker | undefined): string {
  if (!broker) return 'The model names no broker for these messages yet.';
  return broker.doc === undefined ? `The broker ${titleOf(broker)}.` : markdown(broker.doc);
}

/** `kafka://host:9092/path` or `host:9092` → host and path. User names and passwords stay out. */
function address(model: Model, broker: Broker | undefined): { host: string; pathname?: string } {
  const url = (broker?.url ?? '')
    .trim()
    .replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\//, '')
    .replace(/^[^/@]*@/, '');
  const [authority, ...rest] = url.split('/');
  const host =
    authority && /^[A-Za-z0-9.,:[\]_-]+$/.test(authority)
      ? authority
      : placeholderHost(model, broker?.name ?? 'broker');
  const path = rest
    .join('/')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
  return path === '' ? { host } : { host, pathname: `/${path}` };
}

/** The protocol as AsyncAPI names it, with its secure form where the transport is encrypted. */
function wireProtocol(broker: Broker | undefined): string {
  if (!broker) return 'undecided';
  const secure = broker.transport === 'tls' || broker.transport === 'mtls';
  const names: Readonly<Record<Protocol, readonly [plain: string, secure: string]>> = {
    kafka: ['kafka', 'kafka-secure'],
    amqp: ['amqp', 'amqps'],
    nats: ['nats', 'nats'],
    sns: ['sns', 'sns'],
    mqtt: ['mqtt', 'secure-mqtt'],
    other: [broker.technology, broker.technology],
  };
  return names[protocolOf(broker)][secure ? 1 : 0];
}

export function schemeName(broker: Broker | undefined): string {
  if (broker?.transport === 'mtls') return 'clientCertificate';
  switch (protocolOf(broker)) {
    case 'kafka':
      return 'saslScram';
    case 'sns':
      return 'awsSignature';
    default:
      return 'userPassword';
  }
}

export function securityScheme(name: string): TreeMap {
  switch (name) {
    case 'clientCertificate':
      return { type: 'X509', description: 'A client certificate that the broker trusts.' };
    case 'saslScram':
      return { type: 'scramSha512', description: 'SASL/SCRAM with SHA-512.' };
    case 'awsSignature':
      return {
        type: 'httpApiKey',
        in: 'header',
        name: 'Authorization',
        description: 'AWS Signature Version 4, from an IAM role.',
      };
    default:
      return { type: 'userPassword', description: 'User name and password.' };
  }
}
