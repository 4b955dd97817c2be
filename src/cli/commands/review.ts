import { Option, type Command } from 'commander';
import type { IsoDate } from '../../model/elements/literals.js';
import { todayIso } from '../../project/project.js';
import { fails } from '../../review/review.js';
import { jsonReview } from '../../review/report/json.js';
import { markdownReview } from '../../review/report/markdown.js';
import { textReview } from '../../review/report/text.js';
import { exitCode, UsageError } from '../failure.js';
import type { Host } from '../host.js';
import { approve } from '../review/approvals.js';
import {
  isFolder,
  reviewFolders,
  reviewMaps,
  reviewRevisions,
  type RootedReview,
} from '../review/reviews.js';
import { writeOutput } from '../write.js';

const formats = ['text', 'json', 'markdown', 'html'] as const;

interface ReviewOptions {
  readonly format: (typeof formats)[number];
  readonly failOn: 'breaking' | 'warning' | 'never';
  readonly output?: string;
  readonly maps?: string;
  readonly approve?: readonly string[];
  readonly because?: string;
}

export function registerReview(program: Command, host: Host): void {
  program
    .command('review')
    .description('what changed in models, and what it breaks for whom')
    .argument('[base]', 'BASE, BASE..HEAD or BASE...HEAD of git, or a folder')
    .argument('[path]', 'the models, default here; or the folder to compare with')
    .addOption(new Option('--format <format>', 'output').choices(formats).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'what fails, unless it is approved')
        .choices(['breaking', 'warning', 'never'])
        .default('breaking'),
    )
    .option('--maps <range>', 'compare two context maps of one model: Today..Target, as-is..to-be')
    .option(
      '--approve <fingerprint>',
      'record that a change is agreed to; several with commas, or several times',
      collected,
    )
    .option('--because <text>', 'why it is agreed to')
    .option('-o, --output <file>', 'file to write instead of standard output')
    .addHelpText(
      'after',
      `
Examples:
  archivolt review main                       the working tree against main
  archivolt review v1.0..HEAD shop --format markdown
  archivolt review main...HEAD --format html -o review.html
  archivolt review as-is/ to-be/              two folders
  archivolt review --maps as-is..to-be shop   two context maps of one model
  archivolt review main --approve 09a9afa34eb9ce --because "Billing reads the new field"`,
    )
    .action(async (base: string | undefined, path: string | undefined, options: ReviewOptions) => {
      const today = todayIso();
      let reviews = reviewsOf(host, base, path, options, today);
      if (options.approve) {
        const isRevision = base !== undefined && !isFolder(host.cwd, base);
        const reason = reasonOf(isRevision ? base : '', options);
        reviews = approve(reviews, options.approve, reason, today);
      }
      const written = await report(reviews, options.format);
      if (options.output === undefined) host.out(written);
      else writeOutput(host.cwd, options.output, written);
      const failed = reviews.some(({ review }) => fails(review, options.failOn));
      host.exitCode = failed ? exitCode.findings : exitCode.done;
    });
}

function reviewsOf(
  { cwd }: Host,
  base: string | undefined,
  path: string | undefined,
  { maps }: ReviewOptions,
  today: IsoDate,
): readonly RootedReview[] {
  if (maps !== undefined) return reviewMaps(cwd, maps, base ?? '.', today);
  if (base === undefined) throw new UsageError('Name a revision or a folder to compare with.');
  return path !== undefined && isFolder(cwd, base) && isFolder(cwd, path)
    ? reviewFolders(cwd, base, path, today)
    : reviewRevisions(cwd, base, path ?? '.', today);
}

/** Why something is approved, where that can be recorded. */
function reasonOf(range: string, { because = '', maps }: ReviewOptions): string {
  if (because.trim() === '') {
    throw new UsageError('Say why it is agreed to: --because "…".');
  }
  // What a commit has is not changed; the approval belongs to the work on top of it.
  if (maps !== undefined || /\.\.\.?[^.]/.test(range)) {
    throw new UsageError('Approvals are recorded in the working tree: name BASE alone.');
  }
  return because.trim();
}

async function report(
  reviews: readonly RootedReview[],
  format: ReviewOptions['format'],
): Promise<string> {
  switch (format) {
    case 'text':
      return textReview(reviews);
    case 'json':
      return jsonReview(reviews);
    case 'markdown':
      return markdownReview(reviews);
    case 'html': {
      // The layout engine is larger than everything else; other formats start without it.
      const { htmlReview } = await import('../../review/report/html.js');
      return htmlReview(reviews);
    }
  }
}

function collected(words: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...words.split(',').filter((word) => word !== '')];
}
