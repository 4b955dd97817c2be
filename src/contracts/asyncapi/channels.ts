/** Topics as AsyncAPI channels. */
import type { Broker, Command, Event } from '../../model/elements/messages.js';
import { camelCase, unique } from '../naming.js';
import { byText, compact, map, type TreeMap } from '../tree.js';
import { channelBindings, protocolOf } from './bindings.js';
import { serverKey } from './servers.js';

/** One address on one broker with every message that the service meets there. */
export interface Channel {
  readonly key: string;
  readonly address: string;
  readonly broker: Broker | undefined;
  readonly messages: readonly (Event | Command)[];
}

/** The channels of some messages, by key. */
export function channelsOf(
  messages: readonly (Event | Command)[],
  brokerOf: (message: Event | Command) => Broker | undefined,
): Channel[] {
  const found = new Map<
    string,
    { address: string; broker: Broker | undefined; messages: (Event | Command)[] }
  >();
  for (const message of messages) {
    const broker = brokerOf(message);
    const address = channelAddress(message);
    const id = `${broker?.id ?? ''} ${address}`;
    const channel = found.get(id);
    if (channel) channel.messages.push(message);
    else found.set(id, { address, broker, messages: [message] });
  }
  const taken = new Set<string>();
  return [...found.entries()]
    .sort(([a], [b]) => byText(a, b))
    .map(([, channel]) => ({
      ...channel,
      key: unique(camelCase(channel.address) || 'channel', taken),
      messages: [...channel.messages].sort((a, b) => byText(a.id, b.id)),
    }))
    .sort((a, b) => byText(a.key, b.key));
}

/** The topic, without what would make it a template, a query or a fragment. */
function channelAddress(message: Event | Command): string {
  const address = message.topic
    .trim()
    .replace(/[?#{}]/g, '')
    .replace(/\/+$/, '');
  return address === '' ? message.name : address;
}

export function channelObject(
  channel: Channel,
  messageKey: (message: Event | Command) => string,
): TreeMap {
  const { address, broker, messages } = channel;
  const names = messages.map((message) => `\`${message.name}\``).join(', ');
  return compact({
    address,
    title: address,
    description: `Carries ${names}.`,
    servers: [{ $ref: `#/servers/${serverKey(broker)}` }],
    messages: map(
      messages.map((message) => [
        messageKey(message),
        { $ref: `#/components/messages/${messageKey(message)}` },
      ]),
    ),
    bindings: channelBindings(protocolOf(broker), messages, address),
  });
}
