import { fingerprintOf } from '../../model/fingerprint.js';
import { contextOf, find } from '../../model/lookup.js';
import type { Audience } from '../../model/elements/apis.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { IsoDate } from '../../model/elements/literals.js';
import type { Model } from '../../model/model.js';
import type { Comparison } from '../compare/compare.js';
import { concerned, Consumers, type Use } from './consumers.js';
import type { ContractChange, Hit, Sunset } from './contract-change.js';
import type {
  ContractContext,
  ContractDifference,
  MessagePair,
  OperationPair,
} from './contract.js';
import { impacts, type Impact, type Wire } from './difference.js';
import { loudnessIn, type LoudnessOf } from './loudness.js';
import { channel } from './message-rules/channel.js';
import { delivery } from './message-rules/delivery.js';
import { Ended } from './message-rules/ended.js';
import { payload } from './message-rules/payload.js';
import { address } from './operation-rules/address.js';
import { errors } from './operation-rules/errors.js';
import { parameters } from './operation-rules/parameters.js';
import { promises } from './operation-rules/promises.js';
import { result } from './operation-rules/result.js';
import { security } from './operation-rules/security.js';
import { messagePairs, operationPairs } from './pairs.js';
import { removal } from './removal.js';
import { TypeWalk } from './type-walk.js';
import { Untouched } from './untouched.js';
import { versionBump } from './version-bump.js';

const operationRules = [address, security, promises, parameters, result, errors];
const messageRules = [channel, delivery, payload];

/** A contract as far as a verdict needs it. */
interface Surroundings {
  readonly contract: ElementId;
  readonly formerContract: ElementId;
  readonly provider: ElementId;
  readonly team?: ElementId;
  readonly audience?: Audience;
  readonly versions: readonly [string | undefined, string | undefined];
  readonly uses: readonly Use[];
}

/**
 * What the change of a model breaks for whom: operations, events and commands of the revision
 * before, held against those after. Sorted by contract, place and rule.
 *
 * @param today decides whether a sunset has come
 */
export function contractChanges(comparison: Comparison, today: IsoDate): ContractChange[] {
  const { before, after, correspondence } = comparison;
  const name = (id: ElementId) => correspondence.latter.get(id) ?? id;
  const walk = (direction: 'input' | 'output', wire: Wire) =>
    new TypeWalk({ before, after, direction, wire, today: name });
  const contextOn = (wire: Wire): ContractContext => ({
    before,
    after,
    today: name,
    input: walk('input', wire),
    output: walk('output', wire),
  });
  const contexts = {
    json: contextOn('json'),
    protobuf: contextOn('protobuf'),
    message: contextOn('message'),
  };
  // Everybody's uses are indexed only where something changed.
  let index: Consumers | undefined;
  const consumers = () => (index ??= new Consumers(before, after, correspondence));
  const loudness = loudnessIn(after);
  const judge = (around: Surroundings, differences: readonly Judged[]) =>
    differences.map((difference) => judged(difference, around, after, loudness));
  const untouched = new Untouched(comparison);
  const ended = new Ended(comparison);
  return [
    ...operationPairs(before, after, correspondence).flatMap((pair) => {
      if (untouched.operation(pair)) return [];
      const { api } = (pair.after ?? pair.before)!;
      const context = contexts[api.style === 'grpc' ? 'protobuf' : 'json'];
      const differences = operationDifferences(pair, context, today);
      return differences.length === 0
        ? []
        : judge(operationSurroundings(pair, context, consumers()), differences);
    }),
    ...messagePairs(before, after, correspondence).flatMap((pair) => {
      if (untouched.message(pair) && !(pair.after && ended.has(pair.after))) return [];
      const context = contexts.message;
      const differences = messageDifferences(pair, context, ended, today);
      return differences.length === 0
        ? []
        : judge(messageSurroundings(pair, context, consumers()), differences);
    }),
  ].sort(byContract);
}

type Judged = ContractDifference & { readonly sunset?: Sunset };

function operationDifferences(
  { before, after }: OperationPair,
  context: ContractContext,
  today: IsoDate,
): readonly Judged[] {
  if (before && after) return operationRules.flatMap((rule) => rule({ before, after }, context));
  if (!before) return [];
  const { operation, api } = before;
  const { method, fullPath, name, nameSpan: span } = operation;
  const text = method === undefined ? name : `${method} ${fullPath ?? ''}`;
  return [removal('api', operation.deprecated ?? api.deprecated, { text, span }, today)];
}

function messageDifferences(
  { before, after }: MessagePair,
  context: ContractContext,
  ended: Ended,
  today: IsoDate,
): readonly Judged[] {
  if (before && after)
    return [
      ...ended.differences(after, today),
      ...messageRules.flatMap((rule) => rule({ before, after }, context)),
    ];
  if (!before) return [];
  const { kind, deprecated, qualifiedName: text, nameSpan: span } = before;
  return [removal(kind, deprecated, { text, span }, today)];
}

function operationSurroundings(
  { before, after }: OperationPair,
  { before: then, after: model, today }: ContractContext,
  consumers: Consumers,
): Surroundings {
  const side = (after ?? before)!;
  const provider = after ? side.operation.service : today(side.operation.service);
  const owner = find(model, 'service', provider) ?? find(then, 'service', side.operation.service);
  const external = find(model, 'external', provider);
  const team = owner?.team ?? external?.team;
  const uses =
    before && after
      ? consumers.ofOperation(before.operation, after.operation, after.api)
      : before
        ? consumers.leftBehind(before.operation)
        : [];
  return {
    contract: side.operation.id,
    formerContract: before?.operation.id ?? side.operation.id,
    provider,
    ...(team === undefined ? {} : { team }),
    audience: before?.operation.audience ?? side.operation.audience,
    versions: [before?.api.version, after?.api.version],
    uses,
  };
}

function messageSurroundings(
  { before, after }: MessagePair,
  { before: then, after: model, today }: ContractContext,
  consumers: Consumers,
): Surroundings {
  const message = (after ?? before)!;
  const context = contextOf(after ? model : then, message.id);
  const provider = context ? today(context.id) : message.id;
  const team = context?.team;
  return {
    contract: message.id,
    formerContract: before?.id ?? message.id,
    provider,
    ...(team === undefined ? {} : { team }),
    versions: [before?.version, after?.version],
    uses: [
      ...(after ? consumers.ofMessage(after) : []),
      ...(before ? consumers.leftBehindBy(before) : []),
    ],
  };
}

function judged(
  difference: Judged,
  around: Surroundings,
  model: Model,
  loudness: LoudnessOf,
): ContractChange {
  const { rule, impact, place, what, names, owner, before, after, sunset } = difference;
  const uses = concerned(around.uses, difference.reach, names);
  // A reader that names an optional part relies on it.
  const own = uses.some(({ fields }) => fields !== undefined) ? atLeastWarned(difference) : impact;
  const hits = uses.map((use) => hitOf(use, around, own, model, loudness));
  const version = versionBump(own, ...around.versions);
  return {
    rule,
    severity: severityOf(own, hits, around, difference, version.made),
    impact: own,
    contract: around.contract,
    provider: around.provider,
    ...(around.team === undefined ? {} : { team: around.team }),
    place,
    what,
    ...(owner === undefined ? {} : { owner }),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    hits,
    version,
    ...(sunset ? { sunset } : {}),
    fingerprint: fingerprintOf(
      rule,
      around.formerContract,
      around.contract,
      place,
      before?.text ?? '',
      after?.text ?? '',
    ),
  };
}

function atLeastWarned({ rule, impact }: ContractDifference): Impact {
  return rule.endsWith('-optional-property-removed') ? 'breaking' : impact;
}

function hitOf(
  { consumer, edge, span }: Use,
  { provider }: Surroundings,
  impact: Impact,
  model: Model,
  loudness: LoudnessOf,
): Hit {
  const { pattern, impact: severity } = loudness(provider, consumer, impact);
  const service = find(model, 'service', consumer) ?? find(model, 'external', consumer);
  return {
    consumer,
    edge,
    span,
    ...(service?.team === undefined ? {} : { team: service.team }),
    pattern,
    severity,
  };
}

/**
 * Known consumers decide, and beyond them the audience: partners and the public are not in the
 * model, the organisation is only where nobody is known. A major version announces the change.
 */
function severityOf(
  impact: Impact,
  hits: readonly Hit[],
  { audience }: Surroundings,
  { reach }: ContractDifference,
  isAnnounced: boolean,
): Impact {
  if (impact === 'info') return 'info';
  const loudest = impacts[Math.max(0, ...hits.map(({ severity }) => impacts.indexOf(severity)))]!;
  const isOpen = audience === 'public' || audience === 'partner';
  const concernsUnknown = isOpen || (hits.length === 0 && audience === 'internal');
  // Nobody is left behind by a retry or a move that the model does not know of.
  const beyond = concernsUnknown && reach !== 'retrying' ? impact : 'info';
  const worst = impacts[Math.max(impacts.indexOf(loudest), impacts.indexOf(beyond))]!;
  return isAnnounced && worst === 'breaking' ? 'warning' : worst;
}

function byContract(a: ContractChange, b: ContractChange): number {
  const key = ({ contract, place, rule, fingerprint }: ContractChange) =>
    [contract, place, rule, fingerprint].join('\u0000');
  const [left, right] = [key(a), key(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
