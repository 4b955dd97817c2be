import type { Command } from 'commander';
import { todayIso } from '../../project/project.js';
import { writeBaseline } from '../../project/baseline-file.js';
import { baselineOf, type Baseline } from '../../rules/baseline.js';
import { plural } from '../../rules/text.js';
import { exitCode, UsageError } from '../failure.js';
import { Folder } from '../../disk/folder.js';
import type { Host } from '../host.js';
import { loadRoots, type LoadedRoot } from '../load.js';
import { pathOf } from '../reporters/report.js';

export function registerBaseline(program: Command, host: Host): void {
  const command = program
    .command('baseline')
    .description('take over the findings of today, so that only new ones count')
    .addHelpText(
      'after',
      `
Examples:
  archivolt baseline create    accept what is found today; commit the file
  archivolt baseline prune     take out what has been mended since
  archivolt check --no-baseline   show everything`,
    )
    .allowExcessArguments()
    .action((_: object, { args: [what] }: Command) => {
      const unknown = what === undefined ? '' : `There is no \`baseline ${what}\`. `;
      throw new UsageError(
        `${unknown}Say \`archivolt baseline create\` or \`archivolt baseline prune\`.`,
      );
    });
  command
    .command('create')
    .description("write today's findings to the baseline of each model")
    .argument('[paths...]', 'files or folders', ['.'])
    .option('--force', 'replace a baseline that is there')
    .action((paths: string[], { force = false }: { readonly force?: boolean }) => {
      const roots = loadRoots(paths, host.cwd, { baseline: false });
      for (const root of roots) {
        const known = new Folder(root.path).read(root.project.configuration.baseline);
        if (known !== undefined && !force) {
          throw new UsageError(
            `${baselinePath(root)} is there already; nothing was written. \`archivolt baseline prune\` shrinks it, --force starts anew.`,
          );
        }
      }
      for (const root of roots) {
        const { neverBaselined } = root.project.configuration;
        const baseline = baselineOf(root.project.findings(todayIso()), neverBaselined);
        write(root, baseline);
        host.err(`${baselinePath(root)}: ${plural(baseline.length, 'finding')}\n`);
      }
      host.exitCode = exitCode.done;
    });
  command
    .command('prune')
    .description('take findings that are gone out of the baseline of each model')
    .argument('[paths...]', 'files or folders', ['.'])
    .action((paths: string[]) => {
      for (const root of loadRoots(paths, host.cwd)) {
        const { baseline } = root.project.baseline;
        if (baseline.length === 0) continue;
        const kept = renewed(root);
        if (kept.length < baseline.length || kept.some((entry) => !baseline.includes(entry))) {
          write(root, kept);
        }
        const gone = baseline.length - kept.length;
        host.err(
          `${baselinePath(root)}: ${plural(gone, 'finding')} gone, ${String(kept.length)} left\n`,
        );
      }
      host.exitCode = exitCode.done;
    });
}

/** The entries that findings still answer to, under the names that they have today. */
function renewed({ project }: LoadedRoot): Baseline {
  const { baseline } = project.baseline;
  const known = new Map(baseline.map((entry) => [entry.fingerprint, entry]));
  return project
    .findings(todayIso())
    .filter(({ baselined }) => baselined === true)
    .map(
      ({ fingerprint, rule, element }) => known.get(fingerprint) ?? { fingerprint, rule, element },
    );
}

function write({ path, project }: LoadedRoot, baseline: Baseline): void {
  new Folder(path).write(project.configuration.baseline, writeBaseline(baseline));
}

function baselinePath(root: LoadedRoot): string {
  return pathOf(root, root.project.configuration.baseline);
}
