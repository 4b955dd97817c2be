import { extname, relative, resolve } from 'node:path';
import { Folder } from '../../disk/folder.js';
import { importFiles, importInputs, unreadable } from '../../disk/import-files.js';
import { UnreadableDocument, type ImportKind } from '../../importers/document.js';
import { planImport, type ImportPlan } from '../../importers/plan.js';
import { importJson } from '../../importers/report/json.js';
import { reportMarkdown } from '../../importers/report/markdown.js';
import { reportText } from '../../importers/report/text.js';
import { emptyLock } from '../../contracts/merge/lock.js';
import { exitCode, UsageError } from '../failure.js';
import type { Host } from '../host.js';
import { slashes } from '../load.js';

export interface ImportOptions {
  readonly from?: ImportKind;
  readonly output?: string;
  readonly report?: string;
  readonly format: 'text' | 'json';
}

/** Imports files into a folder, or prints the models where none is given. */
export async function importDocumentFiles(
  host: Host,
  names: readonly string[],
  options: ImportOptions,
): Promise<void> {
  const reportFormat = formatOf(options.report);
  const sources = names.map((name) => ({
    name: slashes(name),
    file: resolve(host.cwd, name),
    kind: options.from,
  }));
  if (options.output === undefined) {
    const plan = planned(importInputs(sources));
    host.out(options.format === 'json' ? withModels(plan) : models(plan));
    finish(host, plan, options, reportFormat);
    return;
  }
  const { root, plan } = await importFiles(sources, resolve(host.cwd, options.output));
  const shown = (path: string) => slashes(relative(host.cwd, resolve(root, path))) || '.';
  if (options.format === 'json') host.out(importJson(plan));
  for (const path of [...plan.models, ...plan.adopted.map((one) => one.path)]) {
    host.err(`wrote ${shown(path)}\n`);
  }
  finish(host, plan, options, reportFormat);
  host.err(`Next: archivolt check ${shown('.')}\n`);
}

function planned(inputs: Parameters<typeof planImport>[0]): ImportPlan {
  try {
    return planImport(inputs, {
      models: new Map(),
      configuration: undefined,
      lock: emptyLock,
      folder: '',
    });
  } catch (failure) {
    throw failure instanceof UnreadableDocument ? unreadable(failure) : failure;
  }
}

function finish(
  host: Host,
  plan: ImportPlan,
  { report }: ImportOptions,
  format: 'md' | 'json' | undefined,
): void {
  host.err(reportText(plan.reports));
  for (const remark of plan.remarks) host.err(`${remark}\n`);
  if (report !== undefined) {
    const file = resolve(host.cwd, report);
    const text = format === 'json' ? importJson(plan) : reportMarkdown(plan.reports, plan.remarks);
    new Folder(resolve(file, '..')).write(file, text);
    host.err(`wrote ${slashes(relative(host.cwd, file))}\n`);
  }
  host.exitCode = exitCode.done;
}

function formatOf(report: string | undefined): 'md' | 'json' | undefined {
  if (report === undefined) return undefined;
  const extension = extname(report).slice(1).toLowerCase();
  if (extension === 'md' || extension === 'json') return extension;
  throw new UsageError(`${report}: a report is a .md or a .json file.`);
}

/** The models one after the other, each under its name where there are several. */
function models({ files, models: paths }: ImportPlan): string {
  const texts = files.filter(({ path }) => paths.includes(path));
  if (texts.length === 1) return texts[0]!.text;
  return texts.map(({ path, text }) => `// ${path}\n${text}`).join('\n');
}

function withModels(plan: ImportPlan): string {
  const tree = JSON.parse(importJson({ ...plan, adopted: [] })) as Record<string, unknown>;
  const texts = plan.files
    .filter(({ path }) => plan.models.includes(path))
    .map(({ path, text }) => ({ path, text }));
  return `${JSON.stringify({ ...tree, models: texts }, null, 2)}\n`;
}
