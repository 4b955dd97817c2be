import { FileError } from '../../disk/file-error.js';
import { RevisionError } from '../../history/revision-error.js';
import { version } from '../../project/version.js';
import { UsageError } from '../failure.js';
import type { Answer } from './answer.js';
import { instructions } from './instructions.js';
import type { Models } from './models.js';
import { registerPrompts } from './prompts.js';
import { registerResources } from './resources.js';
import { McpServer } from './sdk.js';
import type { Tool } from './tool.js';
import { tools } from './tools/all.js';
import { pausing, Turns } from './turns.js';

/** Characters of an error at most. */
const mostWords = 2000;

/**
 * The server of one connection.
 *
 * @param report where errors go that are ours
 */
export function mcpServer(models: Models, report: (error: unknown) => void): McpServer {
  const fixed = { listChanged: false };
  const server = new McpServer(
    { name: 'archivolt', title: 'Archivolt', version },
    { capabilities: { tools: fixed, resources: fixed, prompts: fixed }, instructions },
  );
  const turns = new Turns();
  for (const tool of tools) {
    server.registerTool(
      tool.name,
      {
        ...{ title: tool.title, description: tool.description, inputSchema: tool.input },
        annotations: {
          ...{ readOnlyHint: true, destructiveHint: false, idempotentHint: true },
          openWorldHint: false,
        },
      },
      (input, { mcpReq: { signal } }) =>
        turns.take(() => answered(tool, input, models, signal, report)),
    );
  }
  registerResources(server, models, turns);
  registerPrompts(server);
  return server;
}

async function answered(
  tool: Tool,
  input: Parameters<Tool['run']>[0],
  models: Models,
  signal: AbortSignal,
  report: (error: unknown) => void,
) {
  try {
    const pause = pausing(signal);
    await pause();
    return contentOf(await tool.run(input, { models, pause }));
  } catch (error) {
    if (signal.aborted) return failed('Cancelled.');
    const isTheirs =
      error instanceof UsageError || error instanceof FileError || error instanceof RevisionError;
    if (isTheirs) return failed(error.message);
    report(error);
    const text = error instanceof Error ? error.message : String(error);
    return failed(`Internal error of Archivolt, please report it: ${text}`);
  }
}

function contentOf({ text, notes }: Answer) {
  return { content: [text, ...notes].map((part) => ({ type: 'text' as const, text: part })) };
}

/** What is wrong, in words; names of a model, which some errors list, can be many. */
function failed(words: string) {
  const text = words.length > mostWords ? `${words.slice(0, mostWords)}…` : words;
  return { content: [{ type: 'text' as const, text }], isError: true };
}
