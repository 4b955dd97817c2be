import type { Host } from '../host.js';
import { Models } from './models.js';
import { serveStdio, StdioServerTransport } from './sdk.js';
import { mcpServer } from './server.js';

/** A question with texts of whole files may be this long, in bytes; a longer one ends the server. */
const longest = 64 * 1024 * 1024;

/**
 * Serves agents over standard input and output until the input ends.
 *
 * @param path the folder of the models
 * @throws UsageError where there is no such folder
 */
export function serve(host: Host, path: string): void {
  const models = new Models(path, host.cwd);
  const report = (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    host.err(`archivolt mcp: ${text}\n`);
  };
  const { stdin, stdout } = process;
  serveStdio(() => mcpServer(models, report), {
    transport: new StdioServerTransport(stdin, stdout, { maxBufferSize: longest }),
    // What a client gets wrong is no failure of ours.
    onerror: ({ message }) => {
      host.err(`archivolt mcp: ${message}\n`);
    },
  });
}
