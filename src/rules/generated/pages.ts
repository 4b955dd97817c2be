// Written by scripts/generate.mjs from the pages of src/rules. Do not edit.
/** The page of each rule, Markdown. */
export const rulePages: Readonly<Record<string, string>> = {
  'against-the-stream': "",
  'availability-infeasible': "",
  'customer-supplier-conflict': "",
  'duplicate-name': "",
  'event-past-tense': "",
  'event-wiring': "",
  'foreign-store-access': "",
  'latency-infeasible': "",
  'map-well-formed': "",
  'no-timeout': "",
  'one-aggregate-root': "",
  'operation-cycle': "",
  'retry-non-idempotent': "",
  'role-misuse': "",
  'shared-datastore': "",
  'sync-chain-too-long': "",
  'sync-cycle': "",
  'undeclared-dependency': "",
  'unresolved-reference': "",
  'unused-exception': "",
};
