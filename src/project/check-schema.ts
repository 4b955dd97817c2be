import { severities } from '../rules/rule.js';

/** JSON schema of `archivolt check --format json`. */
export function checkSchema(): object {
  const string = { type: 'string' };
  const count = { type: 'integer', minimum: 0 };
  const counts = (...names: readonly string[]) =>
    closed(Object.fromEntries(names.map((name) => [name, count])));
  const position = closed({
    line: { type: 'integer', minimum: 1 },
    column: { type: 'integer', minimum: 1 },
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Output of archivolt check --format json',
    description: 'Lines and columns count from 1. Files are relative to the root of their model.',
    ...closed({
      version: { const: 1 },
      models: { type: 'array', items: { $ref: '#/$defs/model' } },
    }),
    $defs: {
      range: closed({ start: position, end: position }),
      model: closed(
        {
          root: string,
          files: count,
          services: count,
          summary: counts('error', 'warning', 'info', 'hint', 'accepted', 'baselined'),
          findings: { type: 'array', items: { $ref: '#/$defs/finding' } },
        },
        {
          // Entries of the baseline that nothing answers to any more.
          stale: {
            type: 'array',
            items: closed({ fingerprint: string, rule: string, element: string }),
          },
        },
      ),
      finding: closed(
        {
          rule: string,
          severity: { enum: severities },
          message: string,
          file: string,
          range: { $ref: '#/$defs/range' },
          element: string,
          elements: { type: 'array', items: string },
          related: {
            type: 'array',
            items: closed({ file: string, range: { $ref: '#/$defs/range' }, message: string }),
          },
          data: { type: 'object' },
          fingerprint: string,
          help: { type: 'string', format: 'uri' },
          fixes: { type: 'array', items: string },
        },
        {
          accepted: closed({ because: string }, { until: string, adr: string, by: string }),
          baselined: { const: true },
        },
      ),
    },
  };
}

/** An object with these properties, all required, and some optional ones. */
function closed(
  required: Readonly<Record<string, object>>,
  optional: Readonly<Record<string, object>> = {},
) {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(required),
    properties: { ...required, ...optional },
  };
}
