import { nameOfId } from '../model/lookup.js';
import type { Fact } from '../model/describe.js';
import type { Field } from '../model/elements/data-types.js';
import type { Element } from '../model/elements/element.js';
import type { Model } from '../model/model.js';
import { neededFor } from '../model/needed.js';
import { serviceLevelUnits } from '../model/requirements.js';
import { counts, type Finding } from '../rules/finding.js';
import { severities } from '../rules/rule.js';
import { readablePercent } from '../model/quantities.js';

/** Findings of a hover at most; the list of findings has the rest. */
const shown = 3;

/** What its dependencies leave of an availability: `99.89 % possible (99.9 % × 99.99 %)`. */
export function chainFacts(model: Model, { id, kind }: Element | Field): Fact[] {
  if (kind !== 'service' && kind !== 'operation') return [];
  const unit = serviceLevelUnits(model).find((candidate) => candidate.id === id);
  const needed = unit ? neededFor(model, unit) : [];
  if (needed.length === 0) return [];
  const possible = needed.reduce((product, { ratio }) => product * ratio, 1);
  const factors = needed
    .map((dependency) => `${dependency.percent} % of \`${nameOfId(dependency.id)}\``)
    .join(' × ');
  return [['availability possible', `${readablePercent(possible)} (${factors})`]];
}

/** The findings at an element, with their rules. */
export function findingFacts(findings: readonly Finding[], id: string): Fact[] {
  const own = findings
    .filter((finding) => finding.element === id && counts(finding) && finding.severity !== 'hint')
    .sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
  const facts = own
    .slice(0, shown)
    .map(({ severity, what, rule }): Fact => [severity, `${what} (\`${rule}\`)`]);
  const more = own.length - shown;
  return more > 0 ? [...facts, ['more', `${String(more)} findings`]] : facts;
}
