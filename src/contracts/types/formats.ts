/** The formats of JSON Schema that the language's primitives have, and an example for each. */
import type { PrimitiveName } from '../../model/elements/types.js';

/** `format` by primitive, from the OpenAPI format registry where JSON Schema has none. */
export const formats: Readonly<Partial<Record<PrimitiveName, string>>> = {
  int32: 'int32',
  int64: 'int64',
  float32: 'float',
  float64: 'double',
  decimal: 'decimal',
  uuid: 'uuid',
  uri: 'uri',
  email: 'email',
  hostname: 'hostname',
  date: 'date',
  time: 'time',
  datetime: 'date-time',
  localDatetime: 'date-time-local',
  duration: 'duration',
};

/** A valid value for each format of strings. Fixed, so that the same model gives the same bytes. */
export const formatExamples: ReadonlyMap<string, string> = new Map([
  ['uuid', '3f2b8a9e-6c1d-4e57-9b0a-5d2f7c8e1a44'],
  ['uri', 'https://example.org/resource'],
  ['uri-reference', '/resource'],
  ['url', 'https://example.org/resource'],
  ['iri', 'https://example.org/resource'],
  ['email', 'person@example.org'],
  ['idn-email', 'person@example.org'],
  ['hostname', 'host.example.org'],
  ['idn-hostname', 'host.example.org'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
  ['date', '2027-03-31'],
  ['time', '10:15:30Z'],
  ['date-time', '2027-03-31T10:15:30Z'],
  ['date-time-local', '2027-03-31T10:15:30'],
  ['time-local', '10:15:30'],
  ['duration', 'PT15M'],
  ['json-pointer', '/items/0'],
  ['regex', '^[a-z]+$'],
  ['byte', 'QXJjaGl2b2x0'],
]);

const shapes: ReadonlyMap<string, RegExp> = new Map([
  ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i],
  ['uri', /^[a-z][a-z0-9+.-]*:(\/\/)?[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%-]+$/i],
  ['url', /^https?:\/\/[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%-]+$/i],
  [
    'email',
    /^[A-Za-z0-9._%+-]+@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$/,
  ],
  [
    'hostname',
    /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/,
  ],
  ['ipv4', /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.|$)){4}$/],
  ['time', /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i],
  ['time-local', /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?$/],
  ['duration', /^P(?!$)((\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|\d+W)$/],
  ['byte', /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/],
]);

/**
 * Whether a value that an author wrote (an example, a default) may stand under a format. Strict on
 * purpose: what is doubtful is left out, as validators differ there.
 */
export function hasFormat(text: string, format: string): boolean {
  if (format === 'date') return isDate(text);
  if (format === 'date-time') {
    return (
      isDate(text.slice(0, 10)) && /^t/i.test(text.slice(10)) && hasFormat(text.slice(11), 'time')
    );
  }
  if (format === 'date-time-local') {
    return (
      isDate(text.slice(0, 10)) &&
      /^t/i.test(text.slice(10)) &&
      hasFormat(text.slice(11), 'time-local')
    );
  }
  const shape = shapes.get(format);
  if (shape) return shape.test(text);
  // Formats that no validator knows are names only; of the others only the fixed example is sure.
  return formatExamples.has(format) ? text === formatExamples.get(format) : true;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
