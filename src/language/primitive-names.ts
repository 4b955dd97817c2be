import { primitives } from './vocabulary/types.js';

/** What other languages call the primitive types, in lower case. */
const names: Readonly<Record<string, string>> = {
  str: 'string',
  text: 'string',
  varchar: 'string',
  char: 'string',
  int: 'int32',
  integer: 'int32',
  short: 'int32',
  long: 'int64',
  bigint: 'int64',
  float: 'float32',
  double: 'float64',
  number: 'decimal',
  numeric: 'decimal',
  bigdecimal: 'decimal',
  bool: 'boolean',
  guid: 'uuid',
  url: 'uri',
  localdate: 'date',
  localtime: 'time',
  instant: 'datetime',
  timestamp: 'datetime',
  zoneddatetime: 'datetime',
  offsetdatetime: 'datetime',
  binary: 'bytes',
  blob: 'bytes',
  object: 'json',
  any: 'json',
};

const primitiveByLowerCase = new Map(primitives.map((name) => [name.toLowerCase(), name]));

/** The primitive type that an author means by another language’s name of it (`Integer`). */
export function primitiveMeantBy(name: string): string | undefined {
  const lower = name.toLowerCase();
  return (
    (Object.hasOwn(names, lower) ? names[lower] : undefined) ?? primitiveByLowerCase.get(lower)
  );
}
