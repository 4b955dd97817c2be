/** Events, commands and errors, and the brokers between those who send and receive. */
import type { Span } from '../span.js';
import type { ElementBase } from './base.js';
import type { Field } from './data-types.js';
import type { ElementId } from './identity.js';
import type { Milliseconds, Percentage } from './literals.js';
import type { Transport } from './policies.js';

export interface Broker extends ElementBase {
  readonly kind: 'broker';
  /** kafka, rabbitmq, nats, sns-sqs, pulsar, or any other word. */
  readonly technology: string;
  readonly url?: string;
  readonly transport?: Transport;
  readonly availability?: Percentage;
  readonly delivery?: Delivery;
}

export type Delivery = 'at-most-once' | 'at-least-once' | 'exactly-once';
export type Compatibility = 'backward' | 'forward' | 'full' | 'none';

interface MessageBase extends ElementBase {
  readonly fields: readonly Field[];
  readonly version?: string;
  /** Declared, else `<context>.<message>` in kebab-case. */
  readonly topic: string;
  readonly topicDeclared: boolean;
  /** Name of the field as written; it may not exist. */
  readonly key?: string;
  readonly keySpan?: Span;
  /** Of the name behind `key`. */
  readonly keyNameSpan?: Span;
  /** Declared `via`, else the model's only broker. */
  readonly broker?: ElementId;
  readonly delivery?: Delivery;
  readonly ordered: boolean;
  readonly retention?: Milliseconds;
  /** Declared, else `forward`. */
  readonly compatibility: Compatibility;
  readonly compatibilityDeclared: boolean;
  readonly aggregate?: ElementId;
}

export interface Event extends MessageBase {
  readonly kind: 'event';
}

export interface Command extends MessageBase {
  readonly kind: 'command';
}

export interface ErrorType extends ElementBase {
  readonly kind: 'error';
  readonly status?: number;
  readonly fields: readonly Field[];
}
