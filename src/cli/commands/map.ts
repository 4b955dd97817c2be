import { Option, type Command } from 'commander';
import type { MapFormat } from '../../diagram/render.js';
import { mapSides } from '../../review/map/map-side.js';
import { exitCode, UsageError } from '../failure.js';
import type { Host } from '../host.js';
import { loadRoots } from '../load.js';
import { drawing, type DrawingOptions } from '../map/drawing.js';
import { writeOutput } from '../write.js';

const formats: readonly MapFormat[] = [
  'svg',
  'png',
  'pdf',
  'mermaid',
  'plantuml',
  'structurizr',
  'drawio',
  'dot',
  'json',
];

export function registerMap(program: Command, host: Host): void {
  program
    .command('map')
    .description('draw the context map, or a view of it')
    .argument('[path]', 'file or folder of one model', '.')
    .option('--view <name>', 'a view of the model')
    .option('--context <name>', 'one context opened, with its neighbours')
    .addOption(
      new Option('--flow <name>', 'a flow, as a sequence diagram').conflicts([
        'view',
        'context',
        'level',
        'map',
        'groupBy',
        'direction',
        'since',
      ]),
    )
    .addOption(
      new Option(
        '--overlay <name>',
        'what lies over the map: findings, teams, coupling, flow:<name>, chain:<operation>',
      ).conflicts(['flow', 'since']),
    )
    .option('--since <revision>', 'what changed since a git revision, marked on the map')
    .addOption(
      new Option('--side <side>', 'with --since: both revisions in one map, or one of them')
        .choices(mapSides)
        .default('both'),
    )
    .addOption(
      new Option('--level <level>', 'how deep to look').choices(['contexts', 'services', 'apis']),
    )
    .option('--map <name>', 'the context map whose relations are shown (default: the as-is one)')
    .addOption(
      new Option('--group-by <what>', 'frames around contexts').choices(['domain', 'team']),
    )
    .addOption(
      new Option('--direction <direction>', 'where upstream flows to').choices(['right', 'down']),
    )
    .addOption(
      new Option(
        '--format <format>',
        'output (default: by the name of the file, else svg)',
      ).choices([...formats]),
    )
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
  archivolt map --level services --theme dark > map.svg
  archivolt map --group-by team -o teams.pdf
  archivolt map --format mermaid
  archivolt map --since main -o changes.svg
  archivolt map --overlay findings -o findings.png
  archivolt map --overlay flow:Checkout --level services -o steps.svg
  archivolt map --flow Checkout -o checkout.svg`,
    )
    .action(async (path: string, options: DrawingOptions) => {
      const [root, second] = loadRoots([path], host.cwd);
      if (!root) throw new UsageError(`${path}: there is no model.`);
      if (second) {
        throw new UsageError(
          `${path} holds several models (${root.name}, ${second.name}, …). Name one of them.`,
        );
      }
      const drawn = await drawing(root, options);
      if (options.output === undefined) {
        host.out(drawn);
      } else {
        writeOutput(host.cwd, options.output, drawn);
      }
      host.exitCode = exitCode.done;
    });
}
