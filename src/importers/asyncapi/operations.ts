/** Operations as what a service publishes, sends, subscribes to and handles. */
import { writtenDuration } from '../../model/quantities.js';
import type { Owner } from '../arch/landscape.js';
import type { Statement } from '../arch/statement.js';
import type { DocumentNode } from '../node.js';
import type { References } from '../references.js';
import { handlerWords } from './descriptions.js';
import type { Messages, ReadMessage, Route } from './messages.js';
import type { Servers } from './servers.js';

const verbs = {
  'send event': 'publishes',
  'send command': 'sends',
  'receive event': 'subscribes',
  'receive command': 'handles',
} as const;

export class Operations {
  private readonly references: References;
  private readonly messages: Messages;
  private readonly servers: Servers;
  private readonly service: Owner;
  private readonly isOwn: boolean;

  constructor(
    references: References,
    messages: Messages,
    servers: Servers,
    service: Owner,
    isOwn: boolean,
  ) {
    this.references = references;
    this.messages = messages;
    this.servers = servers;
    this.service = service;
    this.isOwn = isOwn;
  }

  read(operation: DocumentNode): void {
    const action = operation.text('action');
    if (action !== 'send' && action !== 'receive') {
      operation.unsupported('An operation sends or receives.');
      return;
    }
    const ref = operation.at('channel');
    const channel = ref && this.references.follow(ref);
    if (!channel) {
      operation.noted('The operation has no channel that can be found.');
      return;
    }
    const reply = operation.at('reply');
    reply?.unsupported(
      'A reply travels on its own in the model; the request stands there as a command.',
    );
    const route = this.routeOf(channel);
    const listed = operation.at('messages')?.items();
    const all = listed ?? (channel.at('messages')?.entries() ?? []).map(([, node]) => node);
    if (listed) operation.at('messages')?.modelled();
    const policies = handlerWords(operation.text('description'));
    for (const title of ['title', 'summary']) operation.text(title);
    for (const one of all) {
      const message = this.references.follow(one);
      if (!message) continue;
      const key = keyOf(one, message);
      const read = this.messages.read(message, key, route, reply !== undefined);
      this.service.add(
        `${action} ${read.reference}`,
        this.statement(action, read, policies, operation),
      );
    }
    if (this.isOwn) {
      operation.at('x-arch-id')?.modelled();
      operation.at('x-arch-kind')?.modelled();
      operation.at('tags')?.modelled();
      operation.at('bindings')?.modelled();
    }
  }

  /** Channels whose messages nobody sends or receives here are places of the landscape all the same. */
  rest(channel: DocumentNode): void {
    const route = this.routeOf(channel);
    for (const [, node] of channel.at('messages')?.entries() ?? []) {
      const message = this.references.follow(node);
      if (message) this.messages.read(message, keyOf(node, message), route, false);
    }
  }

  private statement(
    action: 'send' | 'receive',
    { kind, reference, doc: messageDoc }: ReadMessage,
    { doc, policies }: ReturnType<typeof handlerWords>,
    operation: DocumentNode,
  ): Statement {
    const head = `${verbs[`${action} ${kind}`]} ${reference}`;
    // Our own contracts begin with the words about the message.
    const first = messageDoc ?? `${String(operation.at('title')?.value)}.`;
    const rest = doc === first ? undefined : doc?.slice(first.length + 2);
    return {
      doc: this.isOwn && doc?.startsWith(first) ? rest : (doc ?? summaryOf(operation)),
      head,
      members: action === 'send' ? [] : policies.map((policy) => ({ head: policy })),
    };
  }

  private routeOf(channel: DocumentNode): Route {
    const address = channel.at('address');
    const key = channel.pointer.split('/').at(-1) ?? '';
    const topic = typeof address?.value === 'string' ? address.value : key.replaceAll('~1', '/');
    address?.modelled();
    if (this.isOwn) for (const text of ['title', 'description']) channel.text(text);
    const kafka = channel.at('bindings')?.at('kafka');
    const retention = kafka?.at('topicConfiguration')?.number('retention.ms');
    const seconds = channel
      .at('bindings')
      ?.at('sqs')
      ?.at('queue')
      ?.number('messageRetentionPeriod');
    const kept = retention ?? (seconds === undefined ? undefined : seconds * 1000);
    if (kafka?.at('topic')?.value === topic) kafka.at('topic')?.modelled();
    return {
      topic,
      broker: this.servers.brokerOf(channel),
      retention: kept === undefined ? undefined : durationOf(kept),
    };
  }
}

function summaryOf(operation: DocumentNode): string | undefined {
  const summary = operation.at('summary')?.value;
  return typeof summary === 'string' && summary.trim() !== '' ? summary : undefined;
}

/** The name of a message: in the components where it stands there, else its own, else the channel’s. */
function keyOf(one: DocumentNode, message: DocumentNode): string {
  const name = message.at('name')?.value;
  if (!message.pointer.startsWith('/components/') && typeof name === 'string') return name;
  const pointer = message.pointer === '' ? one.pointer : message.pointer;
  return (pointer.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
}

function durationOf(milliseconds: number): string | undefined {
  const isOne = Number.isSafeInteger(milliseconds) && milliseconds > 0;
  return isOne ? writtenDuration(milliseconds) : undefined;
}
