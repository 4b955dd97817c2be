/** Examples that tools do not take for something else. */
import { map, type Tree, type TreeMap } from '../tree.js';
import type { Dialect } from './dialect.js';

const ofSamples = ['default', 'example'];
const ofSchemas = ['enum', 'type', 'format', 'properties', 'items'];

/**
 * An object of an example. Spectral takes whatever has keys of a schema and of a sample for a schema
 * with a sample that has to fit it, wherever it stands in OpenAPI; so such a value goes without the
 * sample, and there is none where that is required.
 *
 * @param required keys that the object must have
 */
export function readable(
  dialect: Dialect,
  value: TreeMap,
  required: ReadonlySet<string>,
): Tree | undefined {
  const isOpenApi = dialect.name === 'openapi-3.0' || dialect.name === 'openapi-3.1';
  if (!isOpenApi || !ofSchemas.some((key) => Boolean(value[key]))) return value;
  const samples = ofSamples.filter((key) => Object.hasOwn(value, key));
  if (samples.some((key) => required.has(key))) return undefined;
  return map(Object.entries(value).filter(([key]) => !samples.includes(key)));
}
