/** Bindings of brokers: what the protocol needs beyond the channel's address. */
import type { Broker, Command, Event } from '../../model/elements/messages.js';
import { cased, kebabCase } from '../naming.js';
import { compact, type TreeMap } from '../tree.js';

/** Protocols whose bindings the AsyncAPI parser knows, by the word that the model has for them. */
export type Protocol = 'kafka' | 'amqp' | 'nats' | 'sns' | 'mqtt' | 'other';

export function protocolOf(broker: Broker | undefined): Protocol {
  switch (broker?.technology.toLowerCase()) {
    case 'kafka':
    case 'redpanda':
    case 'msk':
      return 'kafka';
    case 'rabbitmq':
    case 'amqp':
      return 'amqp';
    case 'nats':
    case 'jetstream':
      return 'nats';
    case 'sns':
    case 'sqs':
    case 'sns-sqs':
      return 'sns';
    case 'mqtt':
    case 'mosquitto':
    case 'hivemq':
      return 'mqtt';
    default:
      return 'other';
  }
}

type Message = Event | Command;

/** The newest binding versions that the parser checks. */
const versions = {
  kafka: '0.5.0',
  amqp: '0.3.0',
  nats: '0.1.0',
  sns: '0.1.0',
  sqs: '0.2.0',
  mqtt: '0.2.0',
};

/** SQS keeps messages between a minute and 14 days. */
const sqsRetention = { least: 60, most: 1_209_600 };

/** @param messages all messages on the channel; retention and order are those of the first */
export function channelBindings(
  protocol: Protocol,
  messages: readonly Message[],
  address: string,
): TreeMap | undefined {
  const retention = messages.find((message) => message.retention !== undefined)?.retention;
  const ordered = messages.some((message) => message.ordered);
  switch (protocol) {
    case 'kafka':
      return {
        kafka: compact({
          topic: address,
          topicConfiguration:
            retention === undefined
              ? undefined
              : { 'cleanup.policy': ['delete'], 'retention.ms': retention },
          bindingVersion: versions.kafka,
        }),
      };
    case 'amqp':
      return {
        amqp: {
          is: 'routingKey',
          exchange: {
            name: address.slice(0, 255),
            type: 'topic',
            durable: true,
            autoDelete: false,
            vhost: '/',
          },
          bindingVersion: versions.amqp,
        },
      };
    case 'sns':
      return {
        sns: {
          name: address,
          ordering: { type: ordered ? 'FIFO' : 'standard' },
          bindingVersion: versions.sns,
        },
        sqs: {
          queue: compact({
            name: `${kebabCase(address)}${ordered ? '.fifo' : ''}`,
            fifoQueue: ordered,
            messageRetentionPeriod:
              retention === undefined
                ? undefined
                : Math.min(
                    Math.max(Math.round(retention / 1000), sqsRetention.least),
                    sqsRetention.most,
                  ),
          }),
          bindingVersion: versions.sqs,
        },
      };
    default:
      return undefined;
  }
}

/** @param group the consuming or producing service, as the broker knows it */
export function operationBindings(
  protocol: Protocol,
  action: 'send' | 'receive',
  message: Message,
  group: string,
): TreeMap | undefined {
  switch (protocol) {
    case 'kafka':
      return {
        kafka: compact({
          groupId: action === 'receive' ? { type: 'string', enum: [group] } : undefined,
          clientId: { type: 'string', enum: [group] },
          bindingVersion: versions.kafka,
        }),
      };
    case 'amqp':
      return {
        amqp: compact({
          deliveryMode: action === 'send' ? 2 : undefined,
          ack: action === 'receive' ? message.delivery !== 'at-most-once' : undefined,
          bindingVersion: versions.amqp,
        }),
      };
    case 'nats':
      return action === 'receive'
        ? { nats: { queue: group.slice(0, 255), bindingVersion: versions.nats } }
        : undefined;
    case 'mqtt':
      return {
        mqtt: {
          qos: qualityOfService(message),
          ...(action === 'send' ? { retain: false } : {}),
          bindingVersion: versions.mqtt,
        },
      };
    default:
      return undefined;
  }
}

/** @param key the schema of the message's key; undefined where it has none */
export function messageBindings(
  protocol: Protocol,
  message: Message,
  key: TreeMap | undefined,
): TreeMap | undefined {
  switch (protocol) {
    case 'kafka':
      return key ? { kafka: { key, bindingVersion: versions.kafka } } : undefined;
    case 'amqp':
      return {
        amqp: {
          contentEncoding: 'utf-8',
          messageType: cased(message.name, 'kebab-case').toLowerCase(),
          bindingVersion: versions.amqp,
        },
      };
    default:
      return undefined;
  }
}

function qualityOfService({ delivery }: Message): number {
  return delivery === 'at-most-once' ? 0 : delivery === 'exactly-once' ? 2 : 1;
}
