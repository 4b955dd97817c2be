import { closest } from '../language/closest.js';
import type { Aspect, AnyRule, Severity } from './rule.js';
import { severities } from './rule.js';

export type RuleSetting = Severity | 'off';

export interface ConfiguredRule {
  readonly severity?: RuleSetting;
  readonly options: Readonly<Record<string, number>>;
}

export interface Override {
  /** Patterns of element names (`Legacy.*`), ids, `tag:pci`, `team:Checkout`. */
  readonly match: readonly string[];
  /** Globs of files. */
  readonly files: readonly string[];
  readonly rules: ReadonlyMap<string, ConfiguredRule>;
}

export type Preset = 'recommended' | 'strict' | 'all' | 'none';

/** The part of `archivolt.json` that rules need. */
export interface RuleConfiguration {
  readonly preset: Preset;
  readonly rules: ReadonlyMap<string, ConfiguredRule>;
  readonly overrides: readonly Override[];
  readonly aspects: ReadonlySet<Aspect>;
}

export const defaultRuleConfiguration: RuleConfiguration = {
  preset: 'recommended',
  rules: new Map(),
  overrides: [],
  aspects: new Set(),
};

/** What is wrong in a configuration; `path` leads to the place, `["rules", "sync-cycle"]`. */
export interface ConfigurationProblem {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/**
 * Reads a value such as `"warning"` or `["warning", { "warnHops": 3 }]` for a rule. Unknown rules,
 * severities and options are problems with a suggestion.
 */
export function readRuleSettings(
  value: unknown,
  rules: ReadonlyMap<string, AnyRule>,
  path: readonly (string | number)[],
  problems: ConfigurationProblem[],
): Map<string, ConfiguredRule> {
  const result = new Map<string, ConfiguredRule>();
  if (value === undefined) return result;
  if (!isObject(value)) {
    problems.push({ message: '`rules` is an object with rule ids as keys.', path });
    return result;
  }
  for (const [id, setting] of Object.entries(value)) {
    const rule = rules.get(id);
    if (!rule) {
      problems.push(unknownRule(id, rules, [...path, id]));
      continue;
    }
    const configured = readSetting(setting, rule, [...path, id], problems);
    if (configured) result.set(id, configured);
  }
  return result;
}

/** A list of rule ids; those that no rule has are problems. */
export function knownRules(
  ids: readonly string[],
  rules: ReadonlyMap<string, AnyRule>,
  path: readonly (string | number)[],
  problems: ConfigurationProblem[],
): Set<string> {
  for (const [index, id] of ids.entries()) {
    if (!rules.has(id)) problems.push(unknownRule(id, rules, [...path, index]));
  }
  return new Set(ids);
}

function unknownRule(
  id: string,
  rules: ReadonlyMap<string, AnyRule>,
  path: readonly (string | number)[],
): ConfigurationProblem {
  const near = closest(id, rules.keys(), 1)[0];
  const hint = near ? ` Did you mean \`${near}\`?` : ' `archivolt rules` lists them all.';
  return { message: `There is no rule \`${id}\`.${hint}`, path };
}

function readSetting(
  setting: unknown,
  rule: AnyRule,
  path: readonly (string | number)[],
  problems: ConfigurationProblem[],
): ConfiguredRule | undefined {
  const [severity, options] = Array.isArray(setting)
    ? (setting as unknown[])
    : [setting, undefined];
  const allowed = ['off', ...severities];
  if (typeof severity !== 'string' || !allowed.includes(severity)) {
    problems.push({ message: `A severity is one of ${allowed.join(', ')}.`, path });
    return undefined;
  }
  if (options !== undefined && !isObject(options)) {
    problems.push({ message: 'The options of a rule are an object.', path: [...path, 1] });
    return undefined;
  }
  const read: Record<string, number> = {};
  for (const [name, value] of Object.entries(options ?? {})) {
    const specs = rule.options as Readonly<Record<string, { minimum?: number }>>;
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (!spec) {
      const near = closest(name, Object.keys(specs), 1)[0];
      const names = Object.keys(specs);
      const hint = near
        ? ` Did you mean \`${near}\`?`
        : names.length > 0
          ? ` It has ${names.join(', ')}.`
          : ' It has none.';
      problems.push({
        message: `Rule \`${rule.id}\` has no option \`${name}\`.${hint}`,
        path: [...path, 1, name],
      });
    } else if (typeof value !== 'number' || value < (spec.minimum ?? -Infinity)) {
      const least = spec.minimum === undefined ? '' : ` of at least ${String(spec.minimum)}`;
      problems.push({
        message: `Option \`${name}\` is a number${least}.`,
        path: [...path, 1, name],
      });
    } else {
      read[name] = value;
    }
  }
  return { severity: severity as RuleSetting, options: read };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a rule is off wherever no override says otherwise. */
export function isOff(rule: string, { preset, rules }: RuleConfiguration): boolean {
  const severity = rules.get(rule)?.severity;
  return severity === 'off' || (preset === 'none' && severity === undefined);
}

/** Whether some override turns a rule on. */
export function isOverridden(rule: string, { overrides }: RuleConfiguration): boolean {
  return overrides.some(({ rules }) => (rules.get(rule)?.severity ?? 'off') !== 'off');
}
