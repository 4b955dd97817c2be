/** What the service does with messages, as AsyncAPI operations. */
import type { Handling, Publication, Sending, Subscription } from '../../model/elements/edges.js';
import type { Command, Event } from '../../model/elements/messages.js';
import type { Policies } from '../../model/elements/policies.js';
import { camelCase, humanize, pascalCase } from '../naming.js';
import { titleOf, type Provider } from '../owner.js';
import { markdown, paragraphs } from '../text/markdown.js';
import { compact, type TreeMap } from '../tree.js';
import { operationBindings, protocolOf } from './bindings.js';
import type { Channel } from './channels.js';

export type MessageEdge = Publication | Sending | Subscription | Handling;

export interface Exchange {
  readonly action: 'send' | 'receive';
  readonly message: Event | Command;
  readonly edge: MessageEdge;
}

const verbs = {
  'send event': ['publish', 'Publish'],
  'send command': ['send', 'Send'],
  'receive event': ['on', 'React to'],
  'receive command': ['handle', 'Handle'],
} as const;

function verbsOf({ action, message }: Exchange): readonly [key: string, text: string] {
  return verbs[`${action} ${message.kind}`];
}

/** `publishOrderPlaced`, `onPaymentCaptured`, `sendShipOrder`, `handleCancelOrder`. */
export function operationKey(exchange: Exchange): string {
  return camelCase(`${verbsOf(exchange)[0]} ${pascalCase(exchange.message.name)}`);
}

export function operationObject(
  exchange: Exchange,
  channel: Channel,
  messageKey: string,
  service: Provider,
  group: string,
): TreeMap {
  const { action, message, edge } = exchange;
  const [, verb] = verbsOf(exchange);
  const name = humanize(message.name).toLowerCase();
  return compact({
    action,
    channel: { $ref: `#/channels/${channel.key}` },
    title: `${verb} ${name}`,
    summary: `${titleOf(service)} ${summaryVerb(exchange)} ${message.name}.`,
    description: paragraphs(
      message.doc === undefined ? `${verb} ${name}.` : markdown(message.doc),
      edge.doc === undefined ? '' : markdown(edge.doc),
      'policies' in edge ? policyText(edge.policies) : '',
    ),
    tags: [{ name: message.kind, description: `All ${message.kind}s.` }],
    bindings: operationBindings(protocolOf(channel.broker), action, message, group),
    messages: [{ $ref: `#/channels/${channel.key}/messages/${messageKey}` }],
    'x-arch-id': edge.id,
    'x-arch-kind': edge.kind,
  });
}

function summaryVerb({ action, message }: Exchange): string {
  if (action === 'send') return message.kind === 'event' ? 'publishes' : 'sends';
  return message.kind === 'event' ? 'reacts to' : 'handles';
}

function policyText(policies: Policies): string {
  const parts = [
    policies.idempotent ? 'The handler is idempotent.' : '',
    policies.retry === undefined
      ? ''
      : `Tries again ${policies.retry} times${policies.backoff ? `, backoff ${policies.backoff}` : ''}.`,
    policies.deadLetter === undefined ? '' : `Gives up to \`${policies.deadLetter}\`.`,
    policies.fields === undefined
      ? ''
      : `Uses ${policies.fields.map((field) => `\`${field}\``).join(', ')}.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
