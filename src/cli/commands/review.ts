import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { IsoDate } from '../../model/model.js';
import { configurationFile } from '../../project/configuration.js';
import { Project, todayIso } from '../../project/project.js';
import { approvalsFile, readApprovals } from '../../review/approvals.js';
import { fails, review, type Review, type Revision } from '../../review/review.js';
import { jsonReview } from '../../review/report/json.js';
import { markdownReview } from '../../review/report/markdown.js';
import { textReview } from '../../review/report/text.js';
import { exitCode, UsageError } from '../failure.js';
import { Folder } from '../../disk/folder.js';
import { mergeBase } from '../../history/git.js';
import type { Host } from '../host.js';
import { loadRoots, type LoadedRoot } from '../load.js';
import { hold, textsAt, type RootTexts } from '../../history/revisions.js';

const formats = ['text', 'json', 'markdown', 'html'] as const;

interface ReviewOptions {
  readonly format: (typeof formats)[number];
  readonly failOn: 'breaking' | 'warning' | 'never';
  readonly output?: string;
}

export function registerReview(program: Command, host: Host): void {
  program
    .command('review')
    .description('what changed in a model, and what it breaks for whom')
    .argument('<base>', 'BASE, BASE..HEAD or BASE...HEAD of git, or a folder')
    .argument('[path]', 'the model, default here; or the folder to compare with')
    .addOption(new Option('--format <format>', 'output').choices(formats).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'what fails, unless it is approved')
        .choices(['breaking', 'warning', 'never'])
        .default('breaking'),
    )
    .option('-o, --output <file>', 'file to write instead of standard output')
    .addHelpText(
      'after',
      `
Examples:
  archivolt review main                       the working tree against main
  archivolt review v1.0..HEAD shop --format markdown
  archivolt review main...HEAD --format html -o review.html
  archivolt review as-is/ to-be/              two folders`,
    )
    .action(async (base: string, path: string | undefined, options: ReviewOptions) => {
      const today = todayIso();
      const reviewed =
        path !== undefined && isFolder(host, base) && isFolder(host, path)
          ? reviewFolders(host, base, path, today)
          : reviewRevisions(host, base, path ?? '.', today);
      const written = await report(reviewed, options.format);
      if (options.output === undefined) host.out(written);
      else {
        const file = resolve(host.cwd, options.output);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, written);
      }
      host.exitCode = fails(reviewed, options.failOn) ? exitCode.findings : exitCode.done;
    });
}

async function report(reviewed: Review, format: ReviewOptions['format']): Promise<string> {
  switch (format) {
    case 'text':
      return textReview(reviewed);
    case 'json':
      return jsonReview(reviewed);
    case 'markdown':
      return markdownReview(reviewed);
    case 'html': {
      // The layout engine is larger than everything else; other formats start without it.
      const { htmlReview } = await import('../../review/report/html.js');
      return htmlReview(reviewed);
    }
  }
}

function reviewFolders(host: Host, one: string, other: string, today: IsoDate): Review {
  const before = oneRoot([one], host);
  const after = oneRoot([other], host);
  return review(
    revision(one, before.project, today),
    revision(other, after.project, today),
    today,
    approvalsOf(new Folder(after.path).read(approvalsFile)),
  );
}

function reviewRevisions(host: Host, range: string, path: string, today: IsoDate): Review {
  const [, base = range, dots = '', head = ''] = /^(.*?)(\.{2,3})(.*)$/.exec(range) ?? [];
  if (base === '' || base.startsWith('-')) throw new UsageError(`${range}: name a revision first.`);
  const root = head === '' ? oneRoot([path], host) : undefined;
  const folder = root?.path ?? resolve(host.cwd, path);
  if (!root && !isFolder(host, path)) throw new UsageError(`${path}: no such folder.`);
  const from = dots === '...' ? mergeBase(folder, base, head === '' ? 'HEAD' : head) : base;
  const then = textsAt(folder, from);
  const now = head === '' ? undefined : textsAt(folder, head);
  const project = now ? checked(hold(new Project(), now), now, head) : root!.project;
  const after = revision(head === '' ? 'the working tree' : head, project, today);
  const approvals = approvalsOf(
    now ? now.get(approvalsFile) : new Folder(folder).read(approvalsFile),
  );
  // The same project goes back in time, so that only what differs is read again.
  const before = revision(base, hold(project, then), today);
  return review(before, after, today, approvals);
}

function checked(project: Project, texts: RootTexts, name: string): Project {
  const [problem] = project.configurationProblems;
  if (problem) throw new UsageError(`${name}: ${configurationFile}: ${problem.message}`);
  if (![...texts.keys()].some((file) => file.endsWith('.arch'))) {
    throw new UsageError(`${name}: there are no .arch files in this folder.`);
  }
  return project;
}

function revision(name: string, project: Project, today: IsoDate): Revision {
  const { model } = project;
  return { name, model, findings: project.check(today).findings };
}

function approvalsOf(text: string | undefined) {
  const { approvals, problem } = readApprovals(text);
  if (problem !== undefined) throw new UsageError(`${approvalsFile}: ${problem}`);
  return approvals;
}

function oneRoot(paths: readonly string[], host: Host): LoadedRoot {
  const [root, second] = loadRoots(paths, host.cwd);
  if (!root) throw new UsageError(`${paths.join(' ')}: there is no model.`);
  if (second) {
    throw new UsageError(
      `${paths.join(' ')} holds several models (${root.name}, ${second.name}, …). Name one of them.`,
    );
  }
  return root;
}

function isFolder(host: Host, path: string): boolean {
  try {
    return statSync(resolve(host.cwd, path)).isDirectory();
  } catch {
    return false;
  }
}
