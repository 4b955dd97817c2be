import { severities } from '../rules/rule.js';

/** JSON schema of `archivolt review --format json`. */
export function reviewSchema(): object {
  const impact = { enum: ['info', 'warning', 'breaking'] };
  const span = { $ref: '#/$defs/span' };
  const stand = closed({ text: string, span });
  const findings = list({ $ref: '#/$defs/finding' });
  const model = {
    before: string,
    after: string,
    changes: list({ $ref: '#/$defs/change' }),
    fileMoves: list(closed({ from: string, to: string })),
    contracts: list({ $ref: '#/$defs/contract' }),
    findings: closed({ new: findings, fixed: findings, remaining: findings, accepted: findings }),
    expiring: list(closed({ rules: list(string), owner: string, until: string })),
    figures: list(closed({ name: string }, { before: number, after: number })),
    signOff: list(closed({ team: string, reasons: list(string) })),
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Output of archivolt review --format json',
    description:
      'Lines and columns count from 1. Places named `before` are in the files of the revision before.',
    oneOf: [
      closed({ version: { const: 1 }, ...model }),
      // Where a folder holds several models.
      closed({ version: { const: 1 }, models: list(closed({ root: string, ...model })) }),
    ],
    $defs: {
      position: closed({ line: count, column: count }),
      span: closed({
        file: string,
        start: { $ref: '#/$defs/position' },
        end: { $ref: '#/$defs/position' },
      }),
      change: closed(
        {
          change: { enum: ['added', 'removed', 'renamed', 'moved', 'changed'] },
          kind: string,
          id: string,
          properties: list(
            closed(
              {
                name: string,
                aspect: { enum: ['owner', 'objective', 'policy', 'property', 'documentation'] },
              },
              { before: string, after: string, beforeSpan: span, afterSpan: span },
            ),
          ),
        },
        { formerId: string, before: span, after: span },
      ),
      contract: closed(
        {
          rule: string,
          severity: impact,
          impact,
          contract: string,
          provider: string,
          place: string,
          what: string,
          hits: list(
            closed(
              { consumer: string, edge: string, span, pattern: string, severity: impact },
              { team: string },
            ),
          ),
          version: closed(
            { needed: { enum: ['major', 'minor', 'patch'] }, made: { type: 'boolean' } },
            { before: string, after: string },
          ),
          fingerprint: string,
        },
        {
          team: string,
          owner: string,
          before: stand,
          after: stand,
          sunset: { enum: ['respected', 'early', 'unannounced'] },
          approval: closed({ fingerprint: string, who: string, why: string, when: string }),
        },
      ),
      finding: closed({
        rule: string,
        severity: { enum: severities },
        message: string,
        element: string,
        fingerprint: string,
        span,
      }),
    },
  };
}

/** JSON schema of `.archivolt/approvals.json`, of the draft that editors know. */
export function approvalsSchema(): object {
  const text = (description: string) => ({ type: 'string', minLength: 1, description });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Approvals of changes of contracts',
    description:
      'Changes that somebody agreed to. An approval holds for the change with its fingerprint, until that becomes another one.',
    ...closed(
      {
        version: { const: 1 },
        approvals: list(
          closed({
            fingerprint: text('Of the change, as `archivolt review` shows it.'),
            who: text('Who agreed to it.'),
            why: text('Why it is agreed to.'),
            when: { ...text('The day, as in 2026-11-25.'), format: 'date' },
          }),
        ),
      },
      { $schema: string },
    ),
  };
}

const string = { type: 'string' };
const number = { type: 'number' };
const count = { type: 'integer', minimum: 1 };

function list(items: object): object {
  return { type: 'array', items };
}

function closed(
  required: Readonly<Record<string, object>>,
  optional: Readonly<Record<string, object>> = {},
): object {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}
