/** Types of the model as protobuf types, with wrappers where protobuf cannot nest. */
import type { Constraints, PrimitiveName, Type } from '../../model/elements/types.js';
import type { Model } from '../../model/model.js';
import { pascalCase } from '../naming.js';
import { baseType, mergedConstraints, typeElement } from '../types/resolve.js';
import { constraintWords } from './constraints.js';

export interface ProtoType {
  /** `string`, `repeated Money`, `map<string, Money>`. */
  readonly text: string;
  /** Whether it may have the label `optional`. */
  readonly singular: boolean;
  /** What the type means beyond protobuf, for the comment. */
  readonly words: readonly string[];
}

/** A message that exists only because protobuf has no list of lists and no map of lists. */
export interface Wrapper {
  readonly name: string;
  readonly field: string;
}

export interface ProtoTypes {
  readonly model: Model;
  /** Message or enum name by element id. */
  readonly names: ReadonlyMap<string, string>;
  readonly imports: Set<string>;
  readonly wrappers: Map<string, Wrapper>;
}

const scalars: Readonly<Record<PrimitiveName, readonly [type: string, meaning?: string]>> = {
  boolean: ['bool'],
  int32: ['int32'],
  int64: ['int64'],
  float32: ['float'],
  float64: ['double'],
  decimal: ['string', 'A decimal number as text, so that no digit is lost.'],
  string: ['string'],
  uuid: ['string', 'A UUID (RFC 9562).'],
  uri: ['string', 'A URI (RFC 3986).'],
  email: ['string', 'An email address.'],
  hostname: ['string', 'A host name.'],
  date: ['string', 'A date, `2027-03-31`.'],
  time: ['string', 'A time of day with offset, `10:15:30Z`.'],
  datetime: ['google.protobuf.Timestamp'],
  localDatetime: ['string', 'A date and time without offset, `2027-03-31T10:15:30`.'],
  duration: ['google.protobuf.Duration'],
  bytes: ['bytes'],
  json: ['google.protobuf.Value', 'Any JSON value.'],
};

const imports: Readonly<Record<string, string>> = {
  'google.protobuf.Timestamp': 'google/protobuf/timestamp.proto',
  'google.protobuf.Duration': 'google/protobuf/duration.proto',
  'google.protobuf.Value': 'google/protobuf/struct.proto',
  'google.protobuf.Empty': 'google/protobuf/empty.proto',
};

export function protoType(types: ProtoTypes, type: Type, constraints: Constraints): ProtoType {
  const base = baseType(types.model, type);
  const words = constraintWords(mergedConstraints([...base.constraints, constraints]), base.type);
  const target = base.type;
  switch (target.shape) {
    case 'list':
    case 'set': {
      const item = single(types, target.item);
      const set = target.shape === 'set' ? ['Holds no value twice.', ...withoutNull(target)] : [];
      return {
        text: `repeated ${item.text}`,
        singular: false,
        words: [...item.words, ...set, ...words],
      };
    }
    case 'map': {
      const value = single(types, target.value);
      return {
        text: `map<string, ${value.text}>`,
        singular: false,
        words: [...value.words, ...withoutNull(target), ...words],
      };
    }
    default: {
      const one = single(types, target);
      return { ...one, words: [...one.words, ...words] };
    }
  }
}

/** Protobuf has no null in lists and maps. */
function withoutNull(type: { readonly nullableItems?: true }): string[] {
  return type.nullableItems ? ['Null among them is left out here.'] : [];
}

/** A type that may stand in a list or a map: lists and maps themselves get a message around them. */
function single(types: ProtoTypes, type: Type): ProtoType {
  const target = baseType(types.model, type).type;
  switch (target.shape) {
    case 'primitive': {
      const [text, meaning] = scalars[target.name];
      const file = imports[text];
      if (file) types.imports.add(file);
      return { text, singular: true, words: meaning ? [meaning] : [] };
    }
    case 'named': {
      const name = typeElement(types.model, target.target) && types.names.get(target.target);
      return name ? { text: name, singular: true, words: [] } : anyValue(types);
    }
    case 'list':
    case 'set':
    case 'map':
      return { text: wrapper(types, target), singular: true, words: [] };
    default:
      return anyValue(types);
  }
}

function anyValue(types: ProtoTypes): ProtoType {
  types.imports.add(imports['google.protobuf.Value']!);
  return { text: 'google.protobuf.Value', singular: true, words: ['Any JSON value.'] };
}

function wrapper(types: ProtoTypes, type: Type): string {
  const { text } = protoType(types, type, {});
  const known = types.wrappers.get(text);
  if (known) return known.name;
  const taken = new Set([
    ...types.names.values(),
    ...[...types.wrappers.values()].map((one) => one.name),
  ]);
  const inner = pascalCase(
    text.replace(/^repeated |^map<string, |>$/g, '').replace(/^google\.protobuf\./, ''),
  );
  const stem = `${inner}${type.shape === 'map' ? 'Map' : 'List'}`;
  let name = stem;
  for (let n = 2; taken.has(name); n++) name = `${stem}${n}`;
  types.wrappers.set(text, { name, field: type.shape === 'map' ? 'entries' : 'items' });
  return name;
}
