/** What a CML text says, as plain data. Lines count from 1. */

export interface CmlField {
  readonly line: number;
  readonly name: string;
  readonly type: string;
  /** `List`, `Set`, `Map`, …; undefined for one value. */
  readonly collection?: string;
  /** A reference, written with a dash: to an object of the domain. */
  readonly isReference: boolean;
  readonly isKey: boolean;
  readonly isNullable: boolean;
  /** `min`, `max`, `pattern`, … with their texts. */
  readonly limits: ReadonlyMap<string, string>;
  readonly doc?: string | undefined;
}

export interface CmlOperation {
  readonly line: number;
  readonly name: string;
  readonly result?: Omit<CmlField, 'line' | 'name' | 'limits'> | undefined;
  readonly parameters: readonly CmlField[];
  readonly doc?: string | undefined;
}

export type CmlObjectKind = 'entity' | 'value' | 'event' | 'command' | 'enum';

export interface CmlObject {
  readonly line: number;
  readonly kind: CmlObjectKind;
  readonly name: string;
  readonly parent?: string | undefined;
  readonly isRoot: boolean;
  readonly fields: readonly CmlField[];
  readonly values: readonly string[];
  readonly doc?: string | undefined;
}

export interface CmlService {
  readonly line: number;
  readonly name: string;
  readonly operations: readonly CmlOperation[];
  readonly doc?: string | undefined;
}

export interface CmlAggregate {
  readonly line: number;
  readonly name: string;
  readonly owner?: string | undefined;
  readonly objects: readonly CmlObject[];
  readonly services: readonly CmlService[];
  readonly doc?: string | undefined;
}

export interface CmlContext {
  readonly line: number;
  readonly name: string;
  readonly implements: readonly string[];
  readonly realizes: readonly string[];
  readonly vision?: string | undefined;
  readonly type?: string | undefined;
  readonly responsibilities: readonly string[];
  readonly technology?: string | undefined;
  readonly aggregates: readonly CmlAggregate[];
  /** What stands in the context itself, in modules or in its application layer. */
  readonly objects: readonly CmlObject[];
  readonly services: readonly CmlService[];
  readonly doc?: string | undefined;
}

export interface CmlSubdomain {
  readonly line: number;
  readonly name: string;
  readonly type?: string | undefined;
  readonly vision?: string | undefined;
}

export interface CmlDomain {
  readonly line: number;
  readonly name: string;
  readonly vision?: string | undefined;
  readonly subdomains: readonly CmlSubdomain[];
}

export interface CmlRelation {
  readonly line: number;
  readonly left: string;
  readonly right: string;
  /** Upstream to downstream from left to right, the other way round, or none of both. */
  readonly arrow: '->' | '<-' | '<->';
  readonly leftRoles: readonly string[];
  readonly rightRoles: readonly string[];
  readonly name?: string | undefined;
  readonly technology?: string | undefined;
  readonly exposed: readonly string[];
  readonly doc?: string | undefined;
}

export interface CmlMap {
  readonly line: number;
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  readonly state?: string | undefined;
  readonly contains: readonly string[];
  readonly relations: readonly CmlRelation[];
  readonly doc?: string | undefined;
}

export interface CmlDocument {
  readonly imports: readonly { readonly line: number; readonly path: string }[];
  readonly maps: readonly CmlMap[];
  readonly contexts: readonly CmlContext[];
  readonly domains: readonly CmlDomain[];
}
