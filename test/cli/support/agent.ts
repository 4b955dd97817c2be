import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { bundle } from '../../support/bundle.js';

/** A result of a tool as an agent reads it. */
export interface Said {
  readonly text: string;
  /** What stands behind the first part: what was left out. */
  readonly notes: readonly string[];
  readonly isError: boolean;
}

export interface Agent {
  readonly client: Client;
  /** What the server wrote to standard error. */
  readonly log: () => string;
  ask(tool: string, input?: object): Promise<Said>;
  /** The answer as data; fails where the tool did. */
  data<T>(tool: string, input?: object): Promise<T>;
  /** All pages of a text. */
  whole(tool: string, input?: object): Promise<string>;
  stop(): Promise<void>;
}

let built: Promise<string> | undefined;

/** The bundled command line. */
export async function agentServer(): Promise<string> {
  return join(await (built ??= bundle('src/cli/main.ts')), 'cli.cjs');
}

/** An agent that is connected to `archivolt mcp` on a folder. */
export async function startAgent(
  folder: string,
  protocol: 'legacy' | { pin: string } = 'legacy',
): Promise<Agent> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [await agentServer(), 'mcp', folder],
    stderr: 'pipe',
  });
  let log = '';
  transport.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  const client = new Client(
    { name: 'test', version: '1' },
    { versionNegotiation: { mode: protocol } },
  );
  await client.connect(transport);
  const ask = async (tool: string, input: object = {}): Promise<Said> => {
    const result = await client.callTool({ name: tool, arguments: { ...input } });
    const [text = '', ...notes] = result.content.map((part) =>
      part.type === 'text' ? part.text : '',
    );
    return { text, notes, isError: result.isError === true };
  };
  return {
    client,
    log: () => log,
    ask,
    data: async <T>(tool: string, input?: object) => {
      const { text, isError } = await ask(tool, input);
      if (isError) throw new Error(text);
      return JSON.parse(text) as T;
    },
    whole: async (tool, input) => {
      let text = '';
      for (;;) {
        const page = await ask(tool, { ...input, offset: text.length });
        if (page.isError) throw new Error(page.text);
        text += page.text;
        if (!page.notes.some((note) => note.includes('`offset`'))) return text;
      }
    },
    stop: () => client.close(),
  };
}
