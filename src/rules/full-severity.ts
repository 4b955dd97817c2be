import type { Model } from '../model/model.js';
import type { RuleConfiguration } from './configuration.js';
import type { AnyRule } from './rule.js';

/** Whether a rule runs at its full severity: the model or the configuration asks for its facts. */
export type FullSeverity = (rule: AnyRule) => boolean;

/** Finds it out of a rule when it is first asked, which is when the rule reports something. */
export function fullSeverity(model: Model, configuration: RuleConfiguration): FullSeverity {
  const { preset, aspects } = configuration;
  const isStrict = preset === 'strict' || preset === 'all';
  const known = new Map<AnyRule, boolean>();
  return (rule) => {
    const { gate } = rule;
    if (gate.kind !== 'absence' || isStrict || aspects.has(gate.aspect)) return true;
    let isDeclared = known.get(rule);
    if (isDeclared === undefined) known.set(rule, (isDeclared = gate.declared(model)));
    return isDeclared;
  };
}
