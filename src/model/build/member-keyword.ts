import type { AstNode } from 'langium';

/** Keyword under which the vocabulary knows a member that is no property. */
export function memberKeyword(node: AstNode & { keyword?: string; type?: unknown }): string {
  const keyword = keywordByType[node.$type];
  return keyword ?? node.keyword ?? node.$type;
}

const keywordByType: Readonly<Record<string, string>> = {
  System: 'system',
  Domain: 'domain',
  Subdomain: 'subdomain',
  Team: 'team',
  Actor: 'actor',
  External: 'external',
  Broker: 'broker',
  Library: 'library',
  Context: 'context',
  ContextMap: 'contextmap',
  View: 'view',
  Flow: 'flow',
  Aggregate: 'aggregate',
  Entity: 'entity',
  ValueType: 'value',
  EnumType: 'enum',
  ScalarType: 'scalar',
  UnionType: 'union',
  EventType: 'event',
  CommandType: 'command',
  ErrorType: 'error',
  Service: 'service',
  Store: 'store',
  Api: 'api',
  RestOperation: 'operation',
  RpcOperation: 'operation',
  GraphqlOperation: 'operation',
  Slo: 'slo',
  Term: 'term',
  AuthProperty: 'auth',
  Field: 'field',
  Relation: 'relation',
  Selection: 'include',
  Step: 'step',
};
