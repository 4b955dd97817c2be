import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { closest } from '../../language/closest.js';
import type { Model } from '../../model/model.js';
import { exitCode, UsageError } from '../failure.js';
import type { Host } from '../host.js';
import { loadRoots } from '../load.js';

interface MapOptions {
  readonly view?: string;
  readonly context?: string;
  readonly level?: 'contexts' | 'services' | 'apis';
  readonly format: 'svg' | 'json';
  readonly theme: 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';
  readonly output?: string;
}

export function registerMap(program: Command, host: Host): void {
  program
    .command('map')
    .description('draw the context map, or a view of it')
    .argument('[path]', 'file or folder of one model', '.')
    .option('--view <name>', 'a view of the model')
    .option('--context <name>', 'one context opened, with its neighbours')
    .addOption(
      new Option('--level <level>', 'how deep to look').choices(['contexts', 'services', 'apis']),
    )
    .addOption(new Option('--format <format>', 'output').choices(['svg', 'json']).default('svg'))
    .addOption(
      new Option('--theme <theme>', 'colours of the drawing')
        .choices(['light', 'dark', 'high-contrast', 'high-contrast-light'])
        .default('light'),
    )
    .option('-o, --output <file>', 'file to write instead of standard output')
    .addHelpText(
      'after',
      `
Examples:
  archivolt map -o map.svg
  archivolt map shop --context Ordering -o ordering.svg
  archivolt map --level services --theme dark > map.svg`,
    )
    .action(async (path: string, options: MapOptions) => {
      const [root, second] = loadRoots([path], host.cwd);
      if (!root) throw new UsageError(`${path}: there is no model.`);
      if (second) {
        throw new UsageError(
          `${path} holds several models (${root.name}, ${second.name}, …). Name one of them.`,
        );
      }
      const drawing = await draw(root.project.model, options);
      if (options.output === undefined) {
        host.out(drawing);
      } else {
        const file = resolve(host.cwd, options.output);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, drawing);
      }
      host.exitCode = exitCode.done;
    });
}

async function draw(model: Model, options: MapOptions): Promise<string> {
  const view = named('view', options.view, model.views);
  const context = named('context', options.context, model.contexts);
  const deep = options.level === 'services' || options.level === 'apis';
  const selection = {
    ...(view ? { view } : {}),
    ...(context ? { context: context.id } : {}),
    ...(deep ? { open: new Set(model.contexts.map(({ id }) => id)) } : {}),
  };
  // The layout engine is larger than everything else; other commands start without it.
  const { mapSvg, pictureOf } = await import('../../diagram/render.js');
  if (options.format === 'json') {
    return `${JSON.stringify(await pictureOf(model, selection), undefined, 2)}\n`;
  }
  return mapSvg(model, { ...selection, theme: options.theme });
}

function named<E extends { readonly name: string }>(
  kind: string,
  name: string | undefined,
  elements: readonly E[],
): E | undefined {
  if (name === undefined) return undefined;
  const found = elements.find((element) => element.name === name);
  if (found) return found;
  const near = closest(
    name,
    elements.map((element) => element.name),
    1,
  )[0];
  const known = elements.map((element) => element.name).join(', ');
  const hint = near
    ? `Did you mean ${near}?`
    : known === ''
      ? 'The model has none.'
      : `There are ${known}.`;
  throw new UsageError(`There is no ${kind} ${name}. ${hint}`);
}
