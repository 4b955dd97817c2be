/** What an agent or its user may attach to a conversation: the guide, and the files of the models. */
import { languageGuide } from './generated/language-guide.js';
import type { Models } from './models.js';
import type { Turns } from './turns.js';
import { ResourceNotFoundError, ResourceTemplate, type McpServer } from './sdk.js';

const mimeType = 'text/plain';
const base = 'archivolt://model/';
/** More files than this are not listed; all can be read. */
const mostListed = 500;

export function registerResources(server: McpServer, models: Models, turns: Turns): void {
  const guide = 'archivolt://language';
  server.registerResource(
    'language',
    guide,
    {
      title: 'The .arch language',
      description: 'Reference of the language and of archivolt.json',
      mimeType: 'text/markdown',
    },
    () => ({ contents: [{ uri: guide, mimeType: 'text/markdown', text: languageGuide }] }),
  );
  const files = new ResourceTemplate(`${base}{+path}`, {
    list: () =>
      turns.take(() => ({
        resources: pathsOf(models)
          .slice(0, mostListed)
          .map((path) => ({ uri: uriOf(path), name: path, mimeType })),
      })),
    complete: {
      path: (start) => turns.take(() => pathsOf(models).filter((path) => path.startsWith(start))),
    },
  });
  server.registerResource(
    'model-file',
    files,
    { title: 'A file of a model', description: 'By its path below the folder', mimeType },
    async ({ href }) => {
      const text = await turns.take(() => textAt(models, href));
      if (text === undefined) throw new ResourceNotFoundError(href);
      return { contents: [{ uri: href, mimeType, text }] };
    },
  );
}

/** Files of all models; none where a model cannot be loaded, which the tools explain. */
function pathsOf(models: Models): string[] {
  try {
    return models
      .all()
      .flatMap(({ name, project }) =>
        project.workspace.files.map((file) => (name === '.' ? file : `${name}/${file}`)),
      );
  } catch {
    return [];
  }
}

/** Only files of models are found, so a path leads nowhere else. */
function textAt(models: Models, uri: string): string | undefined {
  for (const { name, project } of models.all()) {
    for (const file of project.workspace.files) {
      if (uriOf(name === '.' ? file : `${name}/${file}`) === uri)
        return project.workspace.text(file);
    }
  }
  return undefined;
}

function uriOf(path: string): string {
  return base + path.split('/').map(encodeURIComponent).join('/');
}
