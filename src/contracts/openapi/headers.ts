/** Headers that operations share, as components. */
import type { TreeMap } from '../tree.js';
import type { OpenApiScope } from './scope.js';

export type HeaderName = 'ETag' | 'Location' | 'Deprecation' | 'Sunset' | 'Retry-After';

const headers: Readonly<Record<HeaderName, TreeMap>> = {
  ETag: {
    description: 'The version of the representation, for `If-Match` (RFC 9110).',
    schema: { type: 'string' },
    example: '"33a64df5"',
  },
  Location: {
    description: 'Where the new resource is (RFC 9110).',
    schema: { type: 'string', format: 'uri-reference' },
    example: '/resource/3f2b8a9e',
  },
  Deprecation: {
    description: 'When the operation was or will be deprecated (RFC 9745): `@` and a Unix time.',
    schema: { type: 'string', pattern: '^@-?[0-9]+$' },
    example: '@1798761600',
  },
  Sunset: {
    description: 'When the operation will stop to answer (RFC 8594), as an HTTP date.',
    schema: { type: 'string' },
    example: 'Wed, 30 Jun 2027 00:00:00 GMT',
  },
  'Retry-After': {
    description: 'Seconds to wait before the next try (RFC 9110).',
    schema: { type: 'integer', minimum: 0 },
    example: 30,
  },
};

/** References to the named headers, as the `headers` of a response; undefined for none. */
export function headerRefs(
  { parts }: OpenApiScope,
  names: readonly HeaderName[],
): TreeMap | undefined {
  if (names.length === 0) return undefined;
  return Object.fromEntries(
    names.map((name) => [
      name,
      parts.use('headers', name, name.replace('-', ''), () => headers[name]),
    ]),
  );
}
