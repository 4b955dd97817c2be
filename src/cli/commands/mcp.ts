import type { Command } from 'commander';
import type { Host } from '../host.js';

export function registerMcp(program: Command, host: Host): void {
  program
    .command('mcp')
    .description('serve AI agents over the Model Context Protocol (stdio); nothing is written')
    .argument('[folder]', 'the folder of the models', '.')
    .addHelpText(
      'after',
      `
Agents ask it for the model and its figures, findings, rules, maps, contracts and reviews, and let
it check text before they write it.

Examples:
  archivolt mcp architecture                     serves the models below this folder
  claude mcp add archivolt -- archivolt mcp      for Claude Code
  { "mcpServers": { "archivolt": { "command": "archivolt", "args": ["mcp", "/path"] } } }
                                                 for clients that are configured like this`,
    )
    .action(async (folder: string) => {
      const { serve } = await import('../mcp/serve.js');
      serve(host, folder);
    });
}
