import { closest } from '../language/closest.js';
import type { Position } from '../model/span.js';
import {
  asyncApiVersions,
  contractsConfig,
  openApiVersions,
  type ContractsConfig,
  type ContractsConfigInput,
} from '../contracts/config.js';
import {
  knownRules,
  readRuleSettings,
  type ConfigurationProblem,
  type Override,
  type Preset,
  type RuleConfiguration,
} from '../rules/configuration.js';
import { aspects as knownAspects, type AnyRule, type Aspect } from '../rules/rule.js';
import { parseJsonText } from './json-text.js';

export const configurationFile = 'archivolt.json';

/** Everything that `archivolt.json` says, with defaults filled in. */
export interface Configuration {
  readonly rules: RuleConfiguration;
  /** Globs of files that do not belong to the model. */
  readonly exclude: readonly string[];
  readonly contracts: ContractsConfig;
  /** Path of the baseline, relative to the root. */
  readonly baseline: string;
  /** Rules whose findings no baseline hides. */
  readonly neverBaselined: ReadonlySet<string>;
}

export interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly problems: readonly { readonly message: string; readonly position: Position }[];
}

export const defaultBaseline = '.archivolt/baseline.json';

type Check = (value: unknown, path: Path, problems: ConfigurationProblem[]) => void;
type Path = readonly (string | number)[];

const oneOf =
  (...allowed: readonly string[]): Check =>
  (value, path, problems) => {
    if (typeof value === 'string' && allowed.includes(value)) return;
    const near = typeof value === 'string' ? closest(value, allowed, 1)[0] : undefined;
    const hint = near ? ` Did you mean "${near}"?` : '';
    const key = String(path.at(-1));
    problems.push({
      message: `\`${key}\` is one of ${allowed.map((word) => `"${word}"`).join(', ')}.${hint}`,
      path,
    });
  };
const text: Check = (value, path, problems) => {
  if (typeof value !== 'string' || value === '') {
    problems.push({ message: `\`${String(path.at(-1))}\` is a text.`, path });
  }
};
const texts: Check = (value, path, problems) => {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    problems.push({ message: `\`${String(path.at(-1))}\` is a list of texts.`, path });
  }
};
const folder: Check = (value, path, problems) => {
  text(value, path, problems);
  if (typeof value === 'string' && escapes(value)) {
    problems.push({
      message: `\`${String(path.at(-1))}\` stays inside the model root: no absolute path, no \`..\`.`,
      path,
    });
  }
};
const object =
  (keys: Readonly<Record<string, Check>>): Check =>
  (value, path, problems) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      const what = path.length === 0 ? 'The configuration' : `\`${String(path.at(-1))}\``;
      problems.push({ message: `${what} is an object.`, path });
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      const check = Object.hasOwn(keys, key) ? keys[key] : undefined;
      if (check) {
        check(inner, [...path, key], problems);
        continue;
      }
      const near = closest(key, Object.keys(keys), 1)[0];
      const hint = near ? ` Did you mean \`${near}\`?` : ` Known: ${Object.keys(keys).join(', ')}.`;
      problems.push({ message: `There is no setting \`${key}\`.${hint}`, path: [...path, key] });
    }
  };
const anything: Check = () => undefined;
const listOf =
  (item: Check): Check =>
  (value, path, problems) => {
    if (!Array.isArray(value)) {
      problems.push({ message: `\`${String(path.at(-1))}\` is a list.`, path });
      return;
    }
    for (const [index, inner] of value.entries()) item(inner, [...path, index], problems);
  };

const shape = object({
  $schema: text,
  extends: oneOf('recommended', 'strict', 'all', 'none'),
  rules: anything,
  overrides: listOf(object({ match: texts, files: texts, rules: anything })),
  aspects: listOf(oneOf(...knownAspects)),
  exclude: texts,
  contracts: object({
    outDir: folder,
    openapi: oneOf(...openApiVersions),
    asyncapi: oneOf(...asyncApiVersions),
    format: oneOf('yaml', 'json'),
    license: text,
    servers: listOf(object({ url: text, description: text })),
    style: object({
      casing: oneOf('camelCase', 'snake_case', 'kebab-case', 'PascalCase', 'preserve'),
      pagination: oneOf('cursor', 'offset', 'page'),
      versioning: oneOf('path', 'header', 'query', 'media-type'),
      mediaType: text,
      decimal: oneOf('string', 'number'),
      int64: oneOf('string', 'number'),
    }),
  }),
  baseline: folder,
  neverBaselined: texts,
});

/**
 * Reads `archivolt.json`. Configuration is data: nothing in it is executed. Whatever is wrong is a
 * problem with its place; the rest holds.
 */
export function readConfiguration(
  source: string | undefined,
  rules: ReadonlyMap<string, AnyRule>,
): ReadConfiguration {
  if (source === undefined) return { configuration: toConfiguration({}, rules, []), problems: [] };
  const json = parseJsonText(source.replace(/^\uFEFF/, ''));
  if (json.errors.length > 0) {
    const problems = json.errors.map(({ message, position }) => ({
      message: `${message}.`,
      position,
    }));
    return { configuration: toConfiguration({}, rules, []), problems };
  }
  const problems: ConfigurationProblem[] = [];
  shape(json.value, [], problems);
  const broken = problems.length > 0;
  const configuration = toConfiguration(broken ? {} : (json.value as Raw), rules, problems);
  return {
    configuration,
    problems: problems.map(({ message, path }) => ({ message, position: json.locate(path) })),
  };
}

interface Raw {
  readonly extends?: Preset;
  readonly rules?: unknown;
  readonly overrides?: readonly { match?: string[]; files?: string[]; rules?: unknown }[];
  readonly aspects?: readonly Aspect[];
  readonly exclude?: readonly string[];
  readonly contracts?: ContractsConfigInput;
  readonly baseline?: string;
  readonly neverBaselined?: readonly string[];
}

function toConfiguration(
  raw: Raw,
  rules: ReadonlyMap<string, AnyRule>,
  problems: ConfigurationProblem[],
): Configuration {
  const overrides = (raw.overrides ?? []).map((override, index): Override => ({
    match: override.match ?? [],
    files: override.files ?? [],
    rules: readRuleSettings(override.rules, rules, ['overrides', index, 'rules'], problems),
  }));
  return {
    rules: {
      preset: raw.extends ?? 'recommended',
      rules: readRuleSettings(raw.rules, rules, ['rules'], problems),
      overrides,
      aspects: new Set(raw.aspects ?? []),
    },
    exclude: raw.exclude ?? [],
    contracts: contractsConfig(raw.contracts),
    baseline: raw.baseline ?? defaultBaseline,
    neverBaselined: knownRules(raw.neverBaselined ?? [], rules, ['neverBaselined'], problems),
  };
}

/** Whether a path from a configuration leads out of the folder that it is relative to. */
export function escapes(path: string): boolean {
  if (/^([A-Za-z]:)?[\\/]/.test(path) || path.includes('\u0000')) return true;
  return path.split(/[\\/]/).includes('..');
}
