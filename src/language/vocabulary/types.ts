/** Words that types of fields are written with. */

export const primitives = [
  'boolean',
  'int32',
  'int64',
  'float32',
  'float64',
  'decimal',
  'string',
  'uuid',
  'uri',
  'email',
  'hostname',
  'date',
  'time',
  'datetime',
  'localDatetime',
  'duration',
  'bytes',
  'json',
] as const;

export type PrimitiveName = (typeof primitives)[number];

export const constraintNames = [
  'min',
  'max',
  'exclusiveMin',
  'exclusiveMax',
  'multipleOf',
  'minLength',
  'maxLength',
  'length',
  'pattern',
  'precision',
  'scale',
  'unique',
  'format',
  'example',
] as const;
