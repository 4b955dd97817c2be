/**
 * The properties of the language: where each may stand, and what its value looks like. The model
 * builder checks against this table, completion offers from it in its order, and hovers explain with
 * it.
 */
import type { BlockKind } from './block-kind.js';

export type ValueType =
  | 'text'
  /** One of `words`. */
  | 'word'
  /** Any word. */
  | 'name'
  | 'number'
  | 'duration'
  | 'percent'
  | 'rate'
  /** Text or number. */
  | 'version'
  /** Text, or the path of an operation. */
  | 'fallback'
  | 'flag'
  /** A list of texts. */
  | 'texts'
  /** A list of `words`. */
  | 'words'
  /** A list of field names. */
  | 'names';

export interface PropertySpec {
  readonly name: string;
  readonly blocks: readonly BlockKind[];
  readonly value: ValueType;
  readonly words?: readonly string[];
  /** Words that a model may use beside `words` (any broker technology, say). */
  readonly open?: boolean;
  readonly doc: string;
}

/** An external has the members of a service. */
const services: readonly BlockKind[] = ['service', 'external'];
const policies: readonly BlockKind[] = ['call', 'subscription', 'handling'];
const messages: readonly BlockKind[] = ['event', 'command'];
const transports = ['plain', 'tls', 'mtls'];
const idempotent = 'Doing it twice has the effect of doing it once.';

export const propertyTable: readonly PropertySpec[] = [
  {
    name: 'engineers',
    blocks: ['system'],
    value: 'number',
    doc: 'People who build the system; sizing rules use it.',
  },
  {
    name: 'mesh',
    blocks: ['system'],
    value: 'name',
    doc: 'A service mesh: mutual TLS, retries and circuit breakers may come from it.',
  },
  {
    name: 'vision',
    blocks: ['system', 'domain', 'subdomain', 'context'],
    value: 'text',
    doc: 'What it is for, in a sentence or two.',
  },
  { name: 'size', blocks: ['team'], value: 'number', doc: 'Number of people.' },
  {
    name: 'kind',
    blocks: ['team'],
    value: 'word',
    words: ['stream-aligned', 'platform', 'enabling', 'complicated-subsystem'],
    doc: 'Team topology.',
  },
  {
    name: 'contact',
    blocks: ['team'],
    value: 'text',
    doc: 'Name, URL or email by which others reach the team.',
  },
  { name: 'on-call', blocks: ['team'], value: 'text', doc: 'URL of the on-call rota.' },
  { name: 'url', blocks: ['broker'], value: 'text', doc: 'Host and port, or URL.' },
  {
    name: 'transport',
    blocks: ['broker'],
    value: 'word',
    words: transports,
    doc: 'How the connection is protected.',
  },
  {
    name: 'kind',
    blocks: ['library'],
    value: 'word',
    words: ['domain', 'utility'],
    doc: 'Whether it carries domain logic.',
  },
  {
    name: 'responsibilities',
    blocks: ['context'],
    value: 'texts',
    doc: 'What the context takes care of.',
  },
  {
    name: 'kind',
    blocks: ['context'],
    value: 'word',
    words: ['feature', 'application', 'system', 'legacy', 'big-ball-of-mud'],
    doc: 'What sort of context it is.',
  },
  {
    name: 'volatility',
    blocks: ['context'],
    value: 'word',
    words: ['high', 'medium', 'low'],
    doc: 'How often it changes. Default by subdomain: core high, supporting medium, generic low.',
  },
  {
    name: 'evolution',
    blocks: ['context'],
    value: 'word',
    words: ['genesis', 'custom', 'product', 'commodity'],
    doc: 'Stage of evolution (Wardley).',
  },
  {
    name: 'state',
    blocks: ['contextmap'],
    value: 'word',
    words: ['as-is', 'to-be'],
    doc: 'Whether the map shows today or the target.',
  },
  {
    name: 'version',
    blocks: ['event', 'command', 'api', 'library'],
    value: 'version',
    doc: 'Version of the contract.',
  },
  {
    name: 'topic',
    blocks: messages,
    value: 'text',
    doc: 'Channel address. Default: `<context>.<message>` in kebab-case.',
  },
  {
    name: 'key',
    blocks: messages,
    value: 'name',
    doc: 'The field whose value keeps related messages in order.',
  },
  {
    name: 'delivery',
    blocks: ['event', 'command', 'broker'],
    value: 'word',
    words: ['at-most-once', 'at-least-once', 'exactly-once'],
    doc: 'Delivery guarantee.',
  },
  {
    name: 'ordered',
    blocks: messages,
    value: 'flag',
    doc: 'Consumers rely on the order of messages with the same key.',
  },
  { name: 'retention', blocks: messages, value: 'duration', doc: 'How long the broker keeps it.' },
  {
    name: 'compatibility',
    blocks: messages,
    value: 'word',
    words: ['backward', 'forward', 'full', 'none'],
    doc: 'In the schema-registry sense. Default forward: consumers on the old schema read new messages.',
  },
  {
    name: 'status',
    blocks: ['error'],
    value: 'number',
    doc: 'HTTP status of the problem response.',
  },
  { name: 'title', blocks: ['error'], value: 'text', doc: 'Title of the problem response.' },
  {
    name: 'kind',
    blocks: services,
    value: 'word',
    words: ['service', 'gateway', 'bff', 'frontend', 'worker', 'job', 'orchestrator'],
    doc: 'What sort of service it is. Default: service.',
  },
  {
    name: 'technology',
    blocks: ['relation', ...services],
    value: 'text',
    doc: 'Technologies in a few words.',
  },
  {
    name: 'deployable',
    blocks: services,
    value: 'text',
    doc: 'Services with the same deployable are released together. Default: on its own.',
  },
  {
    name: 'criticality',
    blocks: services,
    value: 'word',
    words: ['high', 'medium', 'low'],
    doc: 'What an outage costs.',
  },
  {
    name: 'telemetry',
    blocks: services,
    value: 'words',
    words: ['traces', 'metrics', 'logs'],
    doc: 'Signals that it sends.',
  },
  { name: 'runbook', blocks: services, value: 'text', doc: 'URL of the runbook.' },
  {
    name: 'rollout',
    blocks: services,
    value: 'word',
    words: ['canary', 'blue-green', 'rolling', 'recreate'],
    doc: 'How a release reaches production.',
  },
  {
    name: 'replicas',
    blocks: [...services, 'store'],
    value: 'number',
    doc: 'Instances that run at the same time.',
  },
  {
    name: 'status',
    blocks: services,
    value: 'word',
    words: ['planned', 'building', 'live', 'extracting', 'extracted', 'retired'],
    doc: 'Where the service stands in its life.',
  },
  {
    name: 'outbox',
    blocks: services,
    value: 'flag',
    doc: 'Events leave through a transactional outbox.',
  },
  {
    name: 'instance',
    blocks: ['store'],
    value: 'text',
    doc: 'The server that several stores may share.',
  },
  {
    name: 'availability',
    blocks: ['store', 'slo', 'operation', 'broker'],
    value: 'percent',
    doc: 'Target share of successful time or requests.',
  },
  { name: 'backup', blocks: ['store'], value: 'duration', doc: 'Interval between backups.' },
  ...(['p50', 'p75', 'p90', 'p95', 'p99'] as const).map((name): PropertySpec => ({
    name,
    blocks: ['slo', 'operation'],
    value: 'duration',
    doc: `Latency target: ${name.slice(1)} % of requests are answered within it.`,
  })),
  { name: 'throughput', blocks: ['slo'], value: 'rate', doc: 'Requests that it must sustain.' },
  { name: 'path', blocks: ['api'], value: 'text', doc: 'Path that all operations start with.' },
  {
    name: 'audience',
    blocks: ['api', 'operation'],
    value: 'word',
    words: ['public', 'partner', 'internal', 'context'],
    doc: 'Who may use it: anybody, partners, the organisation (default), or only its own context.',
  },
  { name: 'rate-limit', blocks: ['api'], value: 'rate', doc: 'Requests that one client may send.' },
  {
    name: 'depth-limit',
    blocks: ['api'],
    value: 'number',
    doc: 'Deepest GraphQL query that is answered.',
  },
  {
    name: 'idempotent',
    blocks: ['operation'],
    value: 'flag',
    doc: idempotent,
  },
  {
    name: 'scope',
    blocks: ['operation'],
    value: 'texts',
    doc: 'Authorisation scopes that the caller needs.',
  },
  { name: 'load', blocks: ['operation'], value: 'rate', doc: 'Requests that are expected.' },
  { name: 'summary', blocks: ['operation'], value: 'text', doc: 'What it does, in a line.' },
  {
    name: 'timeout',
    blocks: policies,
    value: 'duration',
    doc: 'How long the caller waits for one attempt.',
  },
  { name: 'retry', blocks: policies, value: 'number', doc: 'Attempts after the first one.' },
  {
    name: 'backoff',
    blocks: policies,
    value: 'word',
    words: ['exponential', 'fixed'],
    doc: 'How the pause between attempts grows.',
  },
  {
    name: 'jitter',
    blocks: policies,
    value: 'flag',
    doc: 'Pauses are spread at random, so that callers do not retry in step.',
  },
  {
    name: 'circuit-breaker',
    blocks: policies,
    value: 'flag',
    doc: 'After repeated failures calls fail at once for a while.',
  },
  {
    name: 'bulkhead',
    blocks: policies,
    value: 'flag',
    doc: 'The call has a pool of its own and cannot starve the others.',
  },
  {
    name: 'fallback',
    blocks: ['call'],
    value: 'fallback',
    doc: 'What happens instead when the call fails: a text, or an operation.',
  },
  { name: 'cached', blocks: ['call'], value: 'duration', doc: 'How long answers are reused.' },
  {
    name: 'parallel',
    blocks: ['call'],
    value: 'flag',
    doc: 'Calls so marked run at the same time.',
  },
  { name: 'optional', blocks: policies, value: 'flag', doc: 'The caller can answer without it.' },
  { name: 'times', blocks: ['call'], value: 'number', doc: 'Calls for one request. Default 1.' },
  { name: 'per-item', blocks: ['call'], value: 'flag', doc: 'One call for each item of a list.' },
  {
    name: 'transport',
    blocks: ['call', 'subscription'],
    value: 'word',
    words: transports,
    doc: 'How the connection is protected.',
  },
  { name: 'idempotent', blocks: policies, value: 'flag', doc: idempotent },
  {
    name: 'dead-letter',
    blocks: ['subscription', 'handling', 'call'],
    value: 'text',
    doc: 'Where messages go that cannot be processed.',
  },
  { name: 'fields', blocks: policies, value: 'names', doc: 'What the consumer really uses.' },
  {
    name: 'show',
    blocks: ['view'],
    value: 'words',
    words: ['contexts', 'services', 'apis', 'events', 'stores', 'teams', 'externals', 'actors'],
    doc: 'What the view shows.',
  },
  {
    name: 'direction',
    blocks: ['view'],
    value: 'word',
    words: ['right', 'down'],
    doc: 'Where relations point.',
  },
  {
    name: 'kind',
    blocks: ['flow'],
    value: 'word',
    words: ['request', 'saga'],
    doc: 'A saga has compensations instead of a transaction.',
  },
  {
    name: 'budget',
    blocks: ['flow'],
    value: 'duration',
    doc: 'Time that the whole flow may take.',
  },
];
