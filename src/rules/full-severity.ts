import type { Model } from '../model/model.js';
import type { RuleConfiguration } from './configuration.js';
import type { AnyRule } from './rule.js';

/**
 * Whether a rule runs at its full severity where a fact is missing: the model or the configuration
 * asks for it. Rules that miss one kind of fact only call it nothing.
 */
export type FullSeverity = (rule: AnyRule, fact?: string) => boolean;

/** Finds it out of a rule when it is first asked, which is when the rule reports something. */
export function fullSeverity(model: Model, configuration: RuleConfiguration): FullSeverity {
  const { preset, aspects } = configuration;
  const isStrict = preset === 'strict' || preset === 'all';
  const known = new Map<AnyRule, Map<string, boolean>>();
  return (rule, fact = '') => {
    const { gate } = rule;
    if (gate.kind !== 'absence' || isStrict || aspects.has(gate.aspect)) return true;
    let ofRule = known.get(rule);
    if (!ofRule) known.set(rule, (ofRule = new Map<string, boolean>()));
    let isDeclared = ofRule.get(fact);
    if (isDeclared === undefined) ofRule.set(fact, (isDeclared = gate.declared(model, fact)));
    return isDeclared;
  };
}
