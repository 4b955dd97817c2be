/**
 * Value types for a JSON example, the outermost first. Nested objects become types of their own,
 * named by their key; lists take the type of their first item. Undefined for what is no JSON
 * object.
 */
export function valueFromJson(json: string, name: string): string | undefined {
  const parsed = parse(json);
  if (!isObject(parsed)) return undefined;
  const types: string[] = [];
  const used = new Set<string>();
  declare(parsed, typeName(name, used), types, used);
  return types.join('\n');
}

function declare(
  value: Readonly<Record<string, unknown>>,
  name: string,
  types: string[],
  used: Set<string>,
): void {
  const place = types.length;
  types.push('');
  const fields = Object.entries(value).map(([key, example]) => {
    const field = fieldName(key);
    const type = typeOf(example, key, types, used);
    // The name on the wire may be one that the language has no identifier for.
    const note = field === key ? '' : ` // "${key.replaceAll(/[\r\n]/g, ' ')}"`;
    return `  ${field}: ${type}${note}`;
  });
  types[place] = `value ${name} {\n${fields.map((field) => `${field}\n`).join('')}}`;
}

function typeOf(example: unknown, key: string, types: string[], used: Set<string>): string {
  if (example === null) return 'json | null';
  if (Array.isArray(example)) {
    const first: unknown = example[0];
    return first === undefined ? 'json[]' : `${typeOf(first, singular(key), types, used)}[]`;
  }
  if (isObject(example)) {
    const name = typeName(key, used);
    declare(example, name, types, used);
    return name;
  }
  if (typeof example === 'boolean') return 'boolean';
  if (typeof example === 'number') {
    if (!Number.isInteger(example)) return 'decimal';
    return Math.abs(example) > 2_147_483_647 ? 'int64' : 'int32';
  }
  return stringType(String(example));
}

function stringType(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return 'uuid';
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    return 'datetime';
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'date';
  return 'string';
}

function typeName(key: string, used: Set<string>): string {
  const field = fieldName(key);
  const base = field.charAt(0).toUpperCase() + field.slice(1);
  let name = base;
  for (let count = 2; used.has(name); count++) name = `${base}${String(count)}`;
  used.add(name);
  return name;
}

function fieldName(key: string): string {
  const words = key.split(/[^A-Za-z0-9_]+/).filter((word) => word !== '');
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  return /^[A-Za-z_]/.test(joined) ? joined : `_${joined}`;
}

function singular(key: string): string {
  return key.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
