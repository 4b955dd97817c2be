/** How documents look: casing, numbers, media type. The part of `archivolt.json` that follows from it. */
import {
  defaultContractsConfig,
  type Casing,
  type ContractsConfig,
  type ContractServer,
  type ContractStyle,
} from '../contracts/config.js';
import { cased } from '../contracts/naming.js';
import { isList, isMap, type Tree, type TreeMap } from '../contracts/tree.js';

export interface DocumentSettings {
  readonly openapi?: ContractsConfig['openapi'];
  readonly asyncapi?: ContractsConfig['asyncapi'];
  readonly format?: ContractsConfig['format'];
  readonly license?: string | undefined;
  readonly servers?: readonly ContractServer[];
  readonly style: Partial<ContractStyle>;
}

interface Seen {
  readonly names: Set<string>;
  decimalText: boolean;
  decimalNumber: boolean;
  int64Text: boolean;
  int64Number: boolean;
}

const casings: readonly Casing[] = ['camelCase', 'snake_case', 'PascalCase', 'kebab-case'];

/** The style that a document was written in. */
export function styleOf(tree: Tree): Partial<ContractStyle> {
  const seen: Seen = {
    names: new Set(),
    decimalText: false,
    decimalNumber: false,
    int64Text: false,
    int64Number: false,
  };
  look(tree, seen, 0);
  const casing =
    casings.find((one) => [...seen.names].every((name) => cased(name, one) === name)) ?? 'preserve';
  return {
    casing,
    ...written('decimal', seen.decimalText, seen.decimalNumber),
    ...written('int64', seen.int64Text, seen.int64Number),
  };
}

/** Digits in strings anywhere decide for all. */
function written(
  key: 'decimal' | 'int64',
  asText: boolean,
  asNumber: boolean,
): Partial<ContractStyle> {
  return asText ? { [key]: 'string' } : asNumber ? { [key]: 'number' } : {};
}

function look(tree: Tree, seen: Seen, depth: number): void {
  if (depth > 200) return;
  if (isList(tree)) for (const item of tree) look(item, seen, depth + 1);
  if (!isMap(tree)) return;
  const { type, format } = tree;
  const types = isList(type) ? type : [type];
  if (types.includes('string') && format === 'decimal') seen.decimalText = true;
  if (types.includes('string') && format === 'int64') seen.int64Text = true;
  if (types.includes('number') && format !== 'float' && format !== 'double')
    seen.decimalNumber = true;
  // Within bounds both ways of writing agree on numbers.
  const isBounded = typeof tree['minimum'] === 'number' && typeof tree['maximum'] === 'number';
  if (types.includes('integer') && format !== 'int32' && !isBounded) seen.int64Number = true;
  if (isMap(tree['properties']))
    for (const name of Object.keys(tree['properties'])) seen.names.add(name);
  const { in: place, name } = tree;
  if (typeof name === 'string' && (place === 'query' || place === 'path')) seen.names.add(name);
  for (const [key, value] of Object.entries(tree)) {
    if (key !== 'example' && key !== 'examples') look(value, seen, depth + 1);
  }
}

const licences: readonly (readonly [pattern: RegExp, identifier: string])[] = [
  [/^apache(?: license)?,?(?: version)?[- ]2(?:\.0)?$/i, 'Apache-2.0'],
  [/^mit(?: license)?$/i, 'MIT'],
  [/^bsd[- ]3/i, 'BSD-3-Clause'],
  [/^bsd[- ]2/i, 'BSD-2-Clause'],
  [/^(?:mozilla public license|mpl)[- ]2(?:\.0)?$/i, 'MPL-2.0'],
  [/^(?:eclipse public license|epl)[- ](?:v\s?)?2(?:\.0)?$/i, 'EPL-2.0'],
];

/** The SPDX identifier of a licence that is named by words. */
export function licenceIdentifier(name: string | undefined): string | undefined {
  return licences.find(([pattern]) => pattern.test(name?.trim() ?? ''))?.[1];
}

/**
 * The `contracts` section that makes generating follow these documents; undefined where the
 * defaults do. Of settings that contradict each other the first counts.
 */
export function contractsSection(all: readonly DocumentSettings[]): TreeMap | undefined {
  const section: Record<string, Tree> = {};
  const style: Record<string, Tree> = {};
  for (const one of all) {
    for (const key of ['openapi', 'asyncapi', 'format', 'license'] as const) {
      const value = one[key];
      if (value !== undefined && !(key in section)) section[key] = value;
    }
    for (const [key, value] of Object.entries(one.style)) {
      if (!(key in style) || value === 'string') style[key] = value;
    }
  }
  const servers = all.length === 1 ? (all[0]!.servers ?? []) : [];
  if (servers.length > 0) {
    section['servers'] = servers.map(({ url, description }) => ({
      url,
      ...(description === undefined ? {} : { description }),
    }));
  }
  const changed = Object.fromEntries(
    Object.entries(section).filter(
      ([key, value]) => value !== (defaultContractsConfig as unknown as Record<string, Tree>)[key],
    ),
  );
  const ownStyle = Object.fromEntries(
    Object.entries(style).filter(
      ([key, value]) =>
        value !== (defaultContractsConfig.style as unknown as Record<string, Tree>)[key],
    ),
  );
  if (Object.keys(ownStyle).length > 0) changed['style'] = ownStyle;
  return Object.keys(changed).length === 0 ? undefined : changed;
}
