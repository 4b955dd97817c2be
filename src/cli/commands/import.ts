import { Option, type Command } from 'commander';
import { importKinds } from '../../importers/document.js';
import type { Host } from '../host.js';
import type { ImportOptions } from '../import/run.js';

export function registerImport(program: Command, host: Host): void {
  program
    .command('import')
    .description(
      'write .arch from OpenAPI, AsyncAPI and Context Mapper documents, and say what of them it holds',
    )
    .argument('<files...>', 'documents in YAML, JSON or CML')
    .addOption(
      new Option('--from <kind>', 'what the documents are; found out where left out').choices([
        ...importKinds,
      ]),
    )
    .option('-o, --output <dir>', 'folder for the models and their contracts; else to stdout')
    .option('--report <file>', 'write the whole coverage report, as .md or .json')
    .addOption(
      new Option('--format <format>', 'what stands on stdout: the models, or a report')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Examples:
  archivolt import petstore.yaml                       prints the model
  archivolt import petstore.yaml -o shop               writes it, with the document as its contract
  archivolt import api/*.yaml -o shop --report imported.md
  archivolt import insurance.cml -o insurance          a Context Mapper model

The document becomes the contract and its base at once, so \`archivolt generate\` merges into it
what changes in the model later, and keeps all else. Nothing is overwritten or fetched.`,
    )
    .action(async (files: string[], options: ImportOptions) => {
      const { importDocumentFiles } = await import('../import/run.js');
      await importDocumentFiles(host, files, options);
    });
}
