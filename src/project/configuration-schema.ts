import { asyncApiVersions, defaultContractsConfig, openApiVersions } from '../contracts/config.js';
import { aspects, severities, type AnyRule, type OptionSpec } from '../rules/rule.js';

/** JSON schema (draft-07, which VS Code reads best) of `archivolt.json`. */
export function configurationSchema(rules: readonly AnyRule[]): object {
  const strings = { type: 'array', items: { type: 'string' } };
  const { style } = defaultContractsConfig;
  const word = (description: string, ...values: readonly string[]) => ({
    description,
    enum: values,
    default: values[0],
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Archivolt configuration',
    description: 'Settings of one model root. Comments are allowed.',
    type: 'object',
    additionalProperties: false,
    allowComments: true,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string' },
      extends: word('Rules to start from.', 'recommended', 'strict', 'all', 'none'),
      rules: { $ref: '#/definitions/rules' },
      overrides: {
        description: 'Other settings for some elements or files; the last that fits holds.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['rules'],
          properties: {
            match: {
              ...strings,
              description: 'Names such as `Legacy.*`, `tag:pci` or `team:Checkout`.',
            },
            files: { ...strings, description: 'Globs of files.' },
            rules: { $ref: '#/definitions/rules' },
          },
        },
      },
      aspects: {
        description: 'Rules that report a missing fact run at full severity for these.',
        type: 'array',
        uniqueItems: true,
        items: { enum: aspects },
      },
      exclude: { ...strings, description: 'Globs of files that do not belong to the model.' },
      contracts: {
        description: 'What `archivolt generate` writes, and where.',
        type: 'object',
        additionalProperties: false,
        properties: {
          outDir: {
            type: 'string',
            default: 'contracts',
            description: 'Folder below the model root.',
          },
          openapi: word('Version of OpenAPI documents.', ...openApiVersions),
          asyncapi: word('Version of AsyncAPI documents.', ...asyncApiVersions),
          format: word('Format of OpenAPI and AsyncAPI documents.', 'yaml', 'json'),
          license: { type: 'string', description: 'SPDX identifier.' },
          servers: {
            type: 'array',
            description: 'Base URLs of the REST APIs.',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['url'],
              properties: { url: { type: 'string' }, description: { type: 'string' } },
            },
          },
          style: {
            type: 'object',
            additionalProperties: false,
            properties: {
              casing: word(
                'Casing of fields.',
                'camelCase',
                'snake_case',
                'kebab-case',
                'PascalCase',
                'preserve',
              ),
              pagination: word('How a page is asked for.', 'cursor', 'offset', 'page'),
              versioning: word(
                'How a version is asked for.',
                'path',
                'header',
                'query',
                'media-type',
              ),
              mediaType: { type: 'string', default: style.mediaType },
              decimal: word('How `decimal` is written.', 'string', 'number'),
              int64: word('How `int64` is written.', 'string', 'number'),
            },
          },
        },
      },
      baseline: {
        type: 'string',
        default: '.archivolt/baseline.json',
        description:
          'File of findings that were there before, as `archivolt baseline create` writes it.',
      },
      neverBaselined: {
        type: 'array',
        description: 'Rules whose findings no baseline hides.',
        uniqueItems: true,
        items: { enum: rules.map(({ id }) => id) },
      },
    },
    definitions: {
      severity: { enum: ['off', ...severities] },
      rules: {
        description: 'Severity of rules, with options where they have some.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
      },
    },
  };
}

function ruleSchema(rule: AnyRule): object {
  const severity = { $ref: '#/definitions/severity' };
  const options = Object.entries(rule.options as Readonly<Record<string, OptionSpec>>);
  if (options.length === 0) return { description: rule.summary, ...{ allOf: [severity] } };
  const properties = Object.fromEntries(
    options.map(([name, { default: value, minimum, description }]) => [
      name,
      {
        type: 'number',
        default: value,
        description,
        ...(minimum === undefined ? {} : { minimum }),
      },
    ]),
  );
  return {
    description: rule.summary,
    anyOf: [
      severity,
      {
        type: 'array',
        minItems: 1,
        maxItems: 2,
        items: [severity, { type: 'object', additionalProperties: false, properties }],
      },
    ],
  };
}
