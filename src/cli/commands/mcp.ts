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
  archivolt mcp shop                                   serves the models below shop
  claude mcp add archivolt -- npx archivolt mcp        for Claude Code
  { "servers": { "archivolt": { "command": "npx", "args": ["archivolt", "mcp"] } } }
                                                       .vscode/mcp.json, without the extension`,
    )
    .action(async (folder: string) => {
      const { serve } = await import('../mcp/serve.js');
      serve(host, folder);
    });
}
