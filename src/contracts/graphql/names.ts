/** Names as GraphQL allows them: letters, digits and `_`, not two of them in front. */
import type { PrimitiveName } from '../../model/elements/types.js';

export function graphqlName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^_{2,}/, '_');
  return /^[A-Za-z_]/.test(safe) ? safe : `_${safe}`;
}

export function enumValueName(name: string): string {
  const safe = graphqlName(name);
  return safe === 'true' || safe === 'false' || safe === 'null' ? `${safe}_` : safe;
}

export interface GraphqlScalar {
  readonly name: string;
  readonly description: string;
  readonly url?: string;
}

/** Scalars beyond GraphQL's own, by primitive. */
export const customScalars: Readonly<Partial<Record<PrimitiveName, GraphqlScalar>>> = {
  int64: {
    name: 'BigInt',
    description: 'A signed 64-bit integer as text, so that no digit is lost.',
  },
  decimal: { name: 'Decimal', description: 'A decimal number as text, so that no digit is lost.' },
  uuid: { name: 'UUID', description: 'A UUID.', url: 'https://www.rfc-editor.org/rfc/rfc9562' },
  uri: { name: 'URI', description: 'A URI.', url: 'https://www.rfc-editor.org/rfc/rfc3986' },
  email: { name: 'EmailAddress', description: 'An email address.' },
  hostname: { name: 'Hostname', description: 'A host name.' },
  date: { name: 'Date', description: 'A date, `2027-03-31`.' },
  time: { name: 'Time', description: 'A time of day with offset, `10:15:30Z`.' },
  datetime: {
    name: 'DateTime',
    description: 'An instant with offset.',
    url: 'https://www.rfc-editor.org/rfc/rfc3339',
  },
  localDatetime: {
    name: 'LocalDateTime',
    description: 'A date and time without offset, `2027-03-31T10:15:30`.',
  },
  duration: { name: 'Duration', description: 'A duration of ISO 8601, `PT15M`.' },
  bytes: { name: 'Base64', description: 'Bytes in Base64.' },
  json: { name: 'JSON', description: 'Any JSON value.' },
};

export const builtInScalars: Readonly<Partial<Record<PrimitiveName, string>>> = {
  boolean: 'Boolean',
  int32: 'Int',
  float32: 'Float',
  float64: 'Float',
  string: 'String',
};

/** Names that types of the model may not take. */
export const reservedNames: readonly string[] = [
  'Query',
  'Mutation',
  'Subscription',
  'Int',
  'Float',
  'String',
  'Boolean',
  'ID',
  ...Object.values(customScalars).map((scalar) => scalar.name),
];
