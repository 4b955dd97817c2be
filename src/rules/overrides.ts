import picomatch from 'picomatch';
import { nameOfId } from '../model/lookup.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import type { ConfiguredRule, Override } from './configuration.js';

/** What an override says of a rule for an element in a file. */
export type OverrideLookup = (
  rule: string,
  element: ElementId,
  file: string,
) => ConfiguredRule | undefined;

/** Finds the last override that covers an element or file and sets the rule. */
export function overrideLookup(model: Model, overrides: readonly Override[]): OverrideLookup {
  const compiled = overrides.map(({ match, files, rules }) => ({
    rules,
    element: match.map((pattern) => elementMatcher(model, pattern)),
    file: files.length > 0 ? picomatch([...files], { dot: true }) : undefined,
    any: match.length === 0,
  }));
  return (rule, element, file) => {
    for (let i = compiled.length - 1; i >= 0; i--) {
      const override = compiled[i];
      const configured = override?.rules.get(rule);
      if (!override || !configured) continue;
      const byFile = !override.file || override.file(file);
      const byElement = override.any || override.element.some((matches) => matches(element));
      if (byFile && byElement && (override.file || !override.any)) return configured;
    }
    return undefined;
  };
}

/**
 * `Legacy.*` covers what `Legacy` contains, at any depth; `*` stands for any characters. A pattern
 * may begin with a kind (`service:Legacy.*`), `tag:` or `team:`. An edge counts as its source.
 */
function elementMatcher(model: Model, pattern: string): (id: ElementId) => boolean {
  if (pattern.startsWith('tag:')) {
    const tag = pattern.slice(4);
    return (id) => chain(model, id).some((element) => element.tags.includes(tag));
  }
  if (pattern.startsWith('team:')) {
    const team = `team:${pattern.slice(5)}`;
    return (id) => chain(model, id).some((element) => 'team' in element && element.team === team);
  }
  const withKind = pattern.includes(':');
  const source = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  const regexp = new RegExp(`^${source}$`);
  return (id) => {
    const own = id.split('->')[0] ?? id;
    return regexp.test(withKind ? own : nameOfId(own));
  };
}

/** An element and everything around it; for an edge, its source's. */
function chain(model: Model, id: ElementId) {
  const name = nameOfId(id.split('->')[0] ?? id);
  const start =
    model.elements.get(id) ??
    ['operation', 'service', 'external', 'actor']
      .map((kind) => model.elements.get(`${kind}:${name}`))
      .find((element) => element !== undefined);
  const result = [];
  for (let element = start; element;) {
    result.push(element);
    element = element.parent === undefined ? undefined : model.elements.get(element.parent);
  }
  return result;
}
