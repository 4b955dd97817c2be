// Written by scripts/generate.mjs from the files of src/rules. Do not edit.
import { againstTheStream } from '../context-map/against-the-stream.js';
import { anemicAggregate } from '../aggregates/anemic-aggregate.js';
import { apiVersioning } from '../contracts/api-versioning.js';
import { availabilityInfeasible } from '../slo/availability-infeasible.js';
import { blindPath } from '../slo/blind-path.js';
import { breakingChange } from '../evolution/breaking-change.js';
import { cacheAsSystemOfRecord } from '../data/cache-as-system-of-record.js';
import { chattyPair } from '../communication/chatty-pair.js';
import { cognitiveLoad } from '../ownership/cognitive-load.js';
import { contextMapCycle } from '../context-map/context-map-cycle.js';
import { contractCycle } from '../coupling/contract-cycle.js';
import { coupledToOtherTeam } from '../ownership/coupled-to-other-team.js';
import { crossContextSyncCommand } from '../communication/cross-context-sync-command.js';
import { crossServiceTransaction } from '../data/cross-service-transaction.js';
import { customerSupplierConflict } from '../context-map/customer-supplier-conflict.js';
import { deprecationIncomplete } from '../evolution/deprecation-incomplete.js';
import { distributedMonolith } from '../coupling/distributed-monolith.js';
import { dualWrite } from '../events/dual-write.js';
import { duplicateName } from '../naming/duplicate-name.js';
import { eventContract } from '../events/event-contract.js';
import { eventLoop } from '../events/event-loop.js';
import { eventPastTense } from '../events/event-past-tense.js';
import { eventWiring } from '../events/event-wiring.js';
import { extraNine } from '../slo/extra-nine.js';
import { fallbackSharesFate } from '../resilience/fallback-shares-fate.js';
import { fanOut } from '../coupling/fan-out.js';
import { fanOutPerRequest } from '../communication/fan-out-per-request.js';
import { forbiddenSynonym } from '../naming/forbidden-synonym.js';
import { foreignStoreAccess } from '../data/foreign-store-access.js';
import { gatewayBypass } from '../security/gateway-bypass.js';
import { graphqlUnbounded } from '../contracts/graphql-unbounded.js';
import { hubOrBottleneck } from '../coupling/hub-or-bottleneck.js';
import { insecureServiceLink } from '../security/insecure-service-link.js';
import { internalApiExposed } from '../security/internal-api-exposed.js';
import { internalOperationUsed } from '../coupling/internal-operation-used.js';
import { isolatedService } from '../communication/isolated-service.js';
import { largeAggregate } from '../aggregates/large-aggregate.js';
import { latencyInfeasible } from '../slo/latency-infeasible.js';
import { layerName } from '../decomposition/layer-name.js';
import { layerStructure } from '../decomposition/layer-structure.js';
import { leaksInternalModel } from '../contracts/leaks-internal-model.js';
import { lockstepRelease } from '../coupling/lockstep-release.js';
import { longRunningSync } from '../communication/long-running-sync.js';
import { mapWellFormed } from '../context-map/map-well-formed.js';
import { megaService } from '../decomposition/mega-service.js';
import { migrationOrder } from '../decomposition/migration-order.js';
import { missingAnticorruptionLayer } from '../context-map/missing-anticorruption-layer.js';
import { missingSlo } from '../slo/missing-slo.js';
import { nanoService } from '../decomposition/nano-service.js';
import { noAuthorization } from '../security/no-authorization.js';
import { noCircuitBreaker } from '../resilience/no-circuit-breaker.js';
import { noContract } from '../contracts/no-contract.js';
import { noDeadLetter } from '../events/no-dead-letter.js';
import { noDegradation } from '../resilience/no-degradation.js';
import { noOwner } from '../ownership/no-owner.js';
import { noPagination } from '../contracts/no-pagination.js';
import { noTimeout } from '../resilience/no-timeout.js';
import { nonCriticalOnCriticalPath } from '../communication/non-critical-on-critical-path.js';
import { nonIdempotentCommand } from '../contracts/non-idempotent-command.js';
import { nonIdempotentConsumer } from '../events/non-idempotent-consumer.js';
import { notOperable } from '../ownership/not-operable.js';
import { oneAggregatePerTransaction } from '../aggregates/one-aggregate-per-transaction.js';
import { oneAggregateRoot } from '../aggregates/one-aggregate-root.js';
import { openHostIncomplete } from '../context-map/open-host-incomplete.js';
import { operationCycle } from '../coupling/operation-cycle.js';
import { orderingKey } from '../events/ordering-key.js';
import { partnershipOverload } from '../context-map/partnership-overload.js';
import { piiInEvent } from '../events/pii-in-event.js';
import { prematureMicroservices } from '../decomposition/premature-microservices.js';
import { referenceByIdentity } from '../aggregates/reference-by-identity.js';
import { regulatedDataScope } from '../data/regulated-data-scope.js';
import { relationshipUnused } from '../context-map/relationship-unused.js';
import { replicaWithoutFeed } from '../data/replica-without-feed.js';
import { restPathStyle } from '../contracts/rest-path-style.js';
import { retryAmplification } from '../resilience/retry-amplification.js';
import { retryNonIdempotent } from '../resilience/retry-non-idempotent.js';
import { retryWithoutBackoff } from '../resilience/retry-without-backoff.js';
import { roleMisuse } from '../context-map/role-misuse.js';
import { rpcMethodNaming } from '../contracts/rpc-method-naming.js';
import { sagaStepWithoutCompensation } from '../data/saga-step-without-compensation.js';
import { scalingHeterogeneity } from '../decomposition/scaling-heterogeneity.js';
import { servicesPerEngineer } from '../decomposition/services-per-engineer.js';
import { severalOwners } from '../ownership/several-owners.js';
import { sharedDatastore } from '../data/shared-datastore.js';
import { sharedDomainLibrary } from '../coupling/shared-domain-library.js';
import { sharedKernelTooBig } from '../context-map/shared-kernel-too-big.js';
import { sharedStoreInstance } from '../data/shared-store-instance.js';
import { singlePointOfFailure } from '../resilience/single-point-of-failure.js';
import { singleWriter } from '../data/single-writer.js';
import { sloLooserThanDefault } from '../slo/slo-looser-than-default.js';
import { sloMalformed } from '../slo/slo-malformed.js';
import { smartGateway } from '../communication/smart-gateway.js';
import { splitContext } from '../decomposition/split-context.js';
import { stableDependencies } from '../coupling/stable-dependencies.js';
import { subdomainMapping } from '../context-map/subdomain-mapping.js';
import { syncChainTooLong } from '../communication/sync-chain-too-long.js';
import { syncCycle } from '../coupling/sync-cycle.js';
import { teamSize } from '../ownership/team-size.js';
import { termCrossesUntranslated } from '../naming/term-crosses-untranslated.js';
import { thinEventCallback } from '../events/thin-event-callback.js';
import { thirdPartyNotIsolated } from '../resilience/third-party-not-isolated.js';
import { tierInversion } from '../slo/tier-inversion.js';
import { timeoutInversion } from '../resilience/timeout-inversion.js';
import { timeoutVsSlo } from '../resilience/timeout-vs-slo.js';
import { tooManyLiveVersions } from '../evolution/too-many-live-versions.js';
import { unauthenticatedEntry } from '../security/unauthenticated-entry.js';
import { unbalancedCoupling } from '../coupling/unbalanced-coupling.js';
import { unboundedLoad } from '../resilience/unbounded-load.js';
import { undeclaredDependency } from '../context-map/undeclared-dependency.js';
import { unknownAnnotation } from '../naming/unknown-annotation.js';
import { unresolvedReference } from '../naming/unresolved-reference.js';
import { unsafeRead } from '../contracts/unsafe-read.js';
import { unusedException } from '../naming/unused-exception.js';
import { usesDeprecatedOrUnstable } from '../evolution/uses-deprecated-or-unstable.js';
import { vagueName } from '../naming/vague-name.js';
import type { AnyRule } from '../rule.js';

export const allRules: readonly AnyRule[] = [
  againstTheStream,
  anemicAggregate,
  apiVersioning,
  availabilityInfeasible,
  blindPath,
  breakingChange,
  cacheAsSystemOfRecord,
  chattyPair,
  cognitiveLoad,
  contextMapCycle,
  contractCycle,
  coupledToOtherTeam,
  crossContextSyncCommand,
  crossServiceTransaction,
  customerSupplierConflict,
  deprecationIncomplete,
  distributedMonolith,
  dualWrite,
  duplicateName,
  eventContract,
  eventLoop,
  eventPastTense,
  eventWiring,
  extraNine,
  fallbackSharesFate,
  fanOut,
  fanOutPerRequest,
  forbiddenSynonym,
  foreignStoreAccess,
  gatewayBypass,
  graphqlUnbounded,
  hubOrBottleneck,
  insecureServiceLink,
  internalApiExposed,
  internalOperationUsed,
  isolatedService,
  largeAggregate,
  latencyInfeasible,
  layerName,
  layerStructure,
  leaksInternalModel,
  lockstepRelease,
  longRunningSync,
  mapWellFormed,
  megaService,
  migrationOrder,
  missingAnticorruptionLayer,
  missingSlo,
  nanoService,
  noAuthorization,
  noCircuitBreaker,
  noContract,
  noDeadLetter,
  noDegradation,
  noOwner,
  noPagination,
  noTimeout,
  nonCriticalOnCriticalPath,
  nonIdempotentCommand,
  nonIdempotentConsumer,
  notOperable,
  oneAggregatePerTransaction,
  oneAggregateRoot,
  openHostIncomplete,
  operationCycle,
  orderingKey,
  partnershipOverload,
  piiInEvent,
  prematureMicroservices,
  referenceByIdentity,
  regulatedDataScope,
  relationshipUnused,
  replicaWithoutFeed,
  restPathStyle,
  retryAmplification,
  retryNonIdempotent,
  retryWithoutBackoff,
  roleMisuse,
  rpcMethodNaming,
  sagaStepWithoutCompensation,
  scalingHeterogeneity,
  servicesPerEngineer,
  severalOwners,
  sharedDatastore,
  sharedDomainLibrary,
  sharedKernelTooBig,
  sharedStoreInstance,
  singlePointOfFailure,
  singleWriter,
  sloLooserThanDefault,
  sloMalformed,
  smartGateway,
  splitContext,
  stableDependencies,
  subdomainMapping,
  syncChainTooLong,
  syncCycle,
  teamSize,
  termCrossesUntranslated,
  thinEventCallback,
  thirdPartyNotIsolated,
  tierInversion,
  timeoutInversion,
  timeoutVsSlo,
  tooManyLiveVersions,
  unauthenticatedEntry,
  unbalancedCoupling,
  unboundedLoad,
  undeclaredDependency,
  unknownAnnotation,
  unresolvedReference,
  unsafeRead,
  unusedException,
  usesDeprecatedOrUnstable,
  vagueName,
];

export const ruleById: ReadonlyMap<string, AnyRule> = new Map(
  allRules.map((rule) => [rule.id, rule]),
);
