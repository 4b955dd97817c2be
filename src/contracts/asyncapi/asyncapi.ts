/** A service that sends or receives messages as an AsyncAPI document. */
import { contextOf, find } from '../../model/lookup.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Broker, Command, Event } from '../../model/elements/messages.js';
import type { Model } from '../../model/model.js';
import type { ContractsConfig } from '../config.js';
import type { ContractRemark } from '../document.js';
import { messagingOf } from '../model-index.js';
import { kebabCase, unique } from '../naming.js';
import { fullContactOf, licenceOf, titleOf, urn, type Provider } from '../owner.js';
import { markdown, sentence } from '../text/markdown.js';
import { byText, compact, map, sortedEntries, type TreeMap } from '../tree.js';
import { componentNames, reachableTypes } from '../types/components.js';
import { asyncApi3 } from '../types/dialect.js';
import { Schemas } from '../types/schemas.js';
import { protocolOf } from './bindings.js';
import { channelObject, channelsOf } from './channels.js';
import { cloudEventsTrait } from './cloud-events.js';
import { messageObject } from './messages.js';
import { operationKey, operationObject, type Exchange } from './operations.js';
import { schemeName, securityScheme, serverKey, serverObject } from './servers.js';

/** The document of one service; undefined if it neither sends nor receives anything. */
export function asyncApi(
  model: Model,
  config: ContractsConfig,
  service: Provider,
): { readonly tree: TreeMap; readonly remarks: readonly ContractRemark[] } | undefined {
  const exchanges = exchangesOf(model, service.id);
  if (exchanges.length === 0) return undefined;
  const messages = [...new Set(exchanges.map((exchange) => exchange.message))].sort((a, b) =>
    byText(a.id, b.id),
  );
  const home = contextOf(model, service.id);
  const types = reachableTypes(
    model,
    [],
    messages.map((message) => message.id),
  );
  const names = componentNames(model, types, home?.id);
  const schemas = new Schemas(model, config.style, asyncApi3, names);
  const keyOf = (message: Event | Command): string => names.get(message.id)!;
  const brokerOf = (message: Event | Command): Broker | undefined =>
    find(model, 'broker', message.broker);
  const channels = channelsOf(messages, brokerOf);
  const brokers = [...new Set(channels.map((channel) => channel.broker))].sort((a, b) =>
    byText(a?.id ?? '', b?.id ?? ''),
  );
  const group = `${kebabCase(home?.name ?? service.name)}.${kebabCase(service.name)}`;
  const taken = new Set<string>();

  const tree: TreeMap = {
    asyncapi: config.asyncapi,
    id: urn(model, home?.name ?? 'external', service.name),
    info: info(model, config, service),
    defaultContentType: 'application/json',
    servers: map(brokers.map((broker) => [serverKey(broker), serverObject(model, broker)])),
    channels: map(channels.map((channel) => [channel.key, channelObject(channel, keyOf)])),
    operations: map(
      sortedEntries(
        exchanges.map((exchange) => {
          const channel = channels.find((one) => one.messages.includes(exchange.message))!;
          const key = unique(operationKey(exchange), taken);
          return [key, operationObject(exchange, channel, keyOf(exchange.message), service, group)];
        }),
      ),
    ),
    components: {
      messages: map(
        messages.map((message) => [
          keyOf(message),
          messageObject(model, schemas, message, protocolOf(brokerOf(message))),
        ]),
      ),
      messageTraits: { CloudEvents: cloudEventsTrait },
      securitySchemes: map(
        [...new Set(brokers.map(schemeName))].sort().map((name) => [name, securityScheme(name)]),
      ),
      schemas: schemas.components(types),
    },
  };
  return { tree, remarks: schemas.remarks };
}

function exchangesOf(model: Model, service: ElementId): Exchange[] {
  const { sent, received } = messagingOf(model, service);
  return [
    ...sent.map(({ message, edge }) => ({ action: 'send', message, edge }) as const),
    ...received.map(({ message, edge }) => ({ action: 'receive', message, edge }) as const),
  ];
}

function info(model: Model, config: ContractsConfig, service: Provider): TreeMap {
  const context = contextOf(model, service.id);
  return compact({
    title: titleOf(service),
    version: versionOf(model, service),
    description:
      service.doc === undefined
        ? sentence(`The messages that ${titleOf(service)} sends and receives`)
        : markdown(service.doc),
    contact: fullContactOf(model, service),
    license: licenceOf(config.license, false),
    tags: [
      context
        ? {
            name: context.name,
            description: sentence(context.doc ? markdown(context.doc) : titleOf(context)),
          }
        : { name: service.name, description: sentence(titleOf(service)) },
    ],
    'x-arch-id': service.id,
    'x-arch-kind': service.kind,
  });
}

/**
 * The language gives services no version: that of the document is the highest major version among
 * the events that it sends, so that a new one shows.
 */
function versionOf(model: Model, service: Provider): string {
  const majors = messagingOf(model, service.id).sent.map(({ message }) =>
    Number(/^\d+/.exec(message.version ?? '')?.[0] ?? 1),
  );
  return `${Math.max(1, ...majors)}.0.0`;
}
