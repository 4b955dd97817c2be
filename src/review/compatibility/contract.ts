import type { Api } from '../../model/elements/apis.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Command, Event } from '../../model/elements/messages.js';
import type { Operation } from '../../model/elements/operations.js';
import type { Model } from '../../model/model.js';
import type { TypeContext, Impact, Stand } from './difference.js';
import type { TypeWalk } from './type-walk.js';

/** An operation in two revisions; a side is missing where it came or went. */
export interface OperationPair {
  readonly before?: { readonly operation: Operation; readonly api: Api };
  readonly after?: { readonly operation: Operation; readonly api: Api };
}

/** An operation that both revisions have. */
export type LastingOperation = Required<OperationPair>;

export type Message = Event | Command;

export interface MessagePair {
  readonly before?: Message;
  readonly after?: Message;
}

export type LastingMessage = Required<MessagePair>;

/** Whom a change concerns. */
export type Reach =
  /** Everybody who uses the contract in both revisions. */
  | 'users'
  /** Those who use what the difference's path says; consumers may name what they use. */
  | 'readers'
  /** Those who still name what is gone. */
  | 'left-behind'
  /** Callers that try again. */
  | 'retrying';

/** What a rule says about a contract, before it is known whom it hits. */
export interface ContractDifference {
  readonly rule: string;
  readonly impact: Impact;
  /** The part of the contract: `response.total`, `request body.lines[]`; empty for all of it. */
  readonly place: string;
  readonly what: string;
  readonly reach: Reach;
  /** Names on the way to the part, for consumers that say which fields they use. */
  readonly names?: readonly string[];
  /** The declared type whose part it is. */
  readonly owner?: ElementId;
  readonly before?: Stand;
  readonly after?: Stand;
}

export interface ContractContext {
  readonly before: Model;
  readonly after: Model;
  readonly today: TypeContext['today'];
  readonly input: TypeWalk;
  readonly output: TypeWalk;
}

export type OperationRule = (
  pair: LastingOperation,
  context: ContractContext,
) => readonly ContractDifference[];

export type MessageRule = (
  pair: LastingMessage,
  context: ContractContext,
) => readonly ContractDifference[];
