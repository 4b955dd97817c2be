import { InvalidArgumentError, Option, type Command } from 'commander';
import { contractKinds, type ContractKind } from '../../contracts/document.js';
import type { GenerateOptions } from '../contracts/run.js';
import type { Host } from '../host.js';

export function registerGenerate(program: Command, host: Host): void {
  program
    .command('generate')
    .description(
      'write contracts (OpenAPI, AsyncAPI, protobuf, GraphQL, JSON Schema), keeping hand edits',
    )
    .argument('[paths...]', 'files or folders', ['.'])
    .option(
      '--only <kinds>',
      `only these, separated by commas: ${contractKinds.join(', ')}`,
      kindsOf,
    )
    .option('--service <name>', 'only what this service offers, sends and receives')
    .option('--out <dir>', 'folder to write to, in place of the configured one')
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--check', 'write nothing, and fail where a contract does not follow its model')
    .addOption(
      new Option('--accept <side>', 'settle every conflict for the file or for the model').choices([
        'mine',
        'model',
      ]),
    )
    .addOption(new Option('--format <format>', 'output').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `
Examples:
  archivolt generate                      all contracts of the model in this folder
  archivolt generate --only openapi       OpenAPI documents only
  archivolt generate --check              for CI: fails when a contract is stale or has drifted
  archivolt generate --accept mine        settles open conflicts: the files are right`,
    )
    .action(async (paths: string[], options: GenerateOptions) => {
      // The generators are the larger part of the program; other commands start without them.
      const { generate } = await import('../contracts/run.js');
      await generate(host, paths, options);
    });
}

function kindsOf(text: string): ContractKind[] {
  return text.split(',').map((part) => {
    const kind = contractKinds.find((one) => one === part.trim());
    if (!kind)
      throw new InvalidArgumentError(`"${part.trim()}" is none of ${contractKinds.join(', ')}.`);
    return kind;
  });
}
