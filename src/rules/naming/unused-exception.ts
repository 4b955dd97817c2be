import type { RuleSetting } from '../configuration.js';
import type { ExceptionReport } from '../exceptions.js';
import { fill } from '../text.js';
import type { Finding } from '../finding.js';
import { fingerprintOf } from '../../model/fingerprint.js';
import { defineRule, type MessageTemplate, type Severity } from '../rule.js';

const why = 'An exception that does not hold hides nothing and misleads whoever reads it.';

export const unusedException = defineRule({
  id: 'unused-exception',
  category: 'naming',
  severity: 'warning',
  severityNote: 'warning / error (expired, reasonless)',
  gate: { kind: 'structural' },
  summary: 'An @accept matches no finding, has expired, gives no reason, or names no rule.',
  sources: ['Archivolt: language reference, accepted exceptions'],
  messages: {
    unused: {
      what: 'This `@accept({rule})` accepts nothing: the rule has no finding here.',
      why,
      remedy: 'Remove it, or move it to the declaration where the finding is.',
    },
    expired: {
      what: 'This exception for `{rule}` expired on {until}.',
      why: 'Whoever granted it wanted to look again by then.',
      remedy: 'Mend the finding, or agree on a new date and reason.',
    },
    reasonless: {
      what: 'This exception for `{rule}` gives no reason.',
      why: 'Without a reason nobody can tell later whether it still holds.',
      remedy: 'Add one: `because: "…"`. Until then it accepts nothing.',
    },
    'unknown-rule': {
      what: 'There is no rule `{rule}`.{hint}',
      why,
      remedy: 'Name a rule that exists; `archivolt rules` lists them.',
    },
    'no-rule': {
      what: 'This `@accept` names no rule.',
      why,
      remedy: 'Put the id of the rule first: `@accept(shared-datastore, because: "…")`.',
    },
  },
  /** The engine reports these itself, since they depend on what all other rules found. */
  check: () => undefined,
});

/** The finding for an exception that does not hold. */
export function exceptionFinding(report: ExceptionReport, setting?: RuleSetting): Finding {
  const { problem, rule, acceptance, owner, suggestion } = report;
  const data = {
    rule,
    until: acceptance.until ?? '',
    hint: suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`,
  };
  const own: Severity = problem === 'expired' || problem === 'reasonless' ? 'error' : 'warning';
  const template: MessageTemplate = unusedException.messages[problem];
  const remove = {
    title: 'Remove the exception',
    edits: [{ span: acceptance.span, text: '' }],
    // Nothing rests on an exception that accepts nothing; an expired one somebody still needs.
    safe: problem === 'unused',
  };
  return {
    rule: unusedException.id,
    severity: setting === undefined || setting === 'off' ? own : setting,
    what: fill(template.what, data),
    why: fill(template.why, data),
    remedy: fill(template.remedy, data),
    span: acceptance.span,
    element: owner,
    elements: [owner],
    related: [],
    data: { problem, rule },
    fingerprint: fingerprintOf(unusedException.id, problem, owner, rule),
    fixes: problem === 'unused' || problem === 'expired' ? [remove] : [],
  };
}
