/** Models at revisions: of git, or as they lie in a folder. */
import { posix } from 'node:path';
import { configurationFile, readConfiguration } from '../project/configuration.js';
import type { Project } from '../project/project.js';
import { approvalsFile } from '../review/approvals.js';
import { ruleById } from '../rules/generated/index.js';
import { RevisionTree } from './revision-tree.js';

/** Texts of one model root at a revision, by path below the root. */
export type RootTexts = ReadonlyMap<string, string>;

const skipped = /(^|\/)(node_modules|dist|out|\.[^/]+)\//;

/** The files of a model root at a git revision: models, configuration, approvals, baseline. */
export function textsAt(root: string, revision: string): RootTexts {
  return textsBelow(new RevisionTree(root, revision), '');
}

/** A model root that a folder held at a revision. */
export interface FormerRoot {
  /** Relative to the folder. */
  readonly name: string;
  readonly texts: RootTexts;
}

/**
 * Model roots that a folder held at a revision and that are gone: none of today's stands there, or
 * came from there.
 *
 * @param roots absolute paths of today's
 */
export function goneRoots(
  folder: string,
  revision: string,
  roots: readonly string[],
): readonly FormerRoot[] {
  const tree = new RevisionTree(folder, revision);
  const taken = new Set(roots.map((root) => new RevisionTree(root, revision).start));
  return tree.paths
    .filter((path) => posix.basename(path) === configurationFile && !skipped.test(path))
    .map((path) => path.slice(0, -configurationFile.length))
    .filter((below) => !taken.has(tree.start + below))
    .map((below) => ({ name: below.slice(0, -1), texts: textsBelow(tree, below) }))
    .filter(({ texts }) => [...texts.keys()].some((file) => file.endsWith('.arch')));
}

/** @param below the root's path in the tree, empty or with a slash at its end */
function textsBelow(tree: RevisionTree, below: string): RootTexts {
  const read = (wanted: (path: string) => boolean) =>
    new Map(
      [...tree.read((path) => path.startsWith(below) && wanted(path.slice(below.length)))].map(
        ([path, text]) => [path.slice(below.length), text] as const,
      ),
    );
  const files = read(
    (path) =>
      (path.endsWith('.arch') && !skipped.test(path)) ||
      posix.basename(path) === configurationFile ||
      path === approvalsFile,
  );
  // What lies below another `archivolt.json` is another model.
  const others = [...files.keys()]
    .filter((path) => posix.basename(path) === configurationFile && path !== configurationFile)
    .map((path) => path.slice(0, -configurationFile.length));
  const own = [...files].filter(([path]) => !others.some((other) => path.startsWith(other)));
  const { configuration } = readConfiguration(files.get(configurationFile), ruleById);
  return new Map([...own, ...read((path) => path === configuration.baseline)]);
}

/** Makes a project hold these texts and no others; files that stay the same are not read again. */
export function hold(project: Project, texts: RootTexts): Project {
  project.configure(texts.get(configurationFile));
  for (const file of project.workspace.files) {
    if (!texts.has(file)) project.setFile(file, undefined);
  }
  for (const [file, text] of texts) if (file.endsWith('.arch')) project.setFile(file, text);
  project.setBaseline(texts.get(project.configuration.baseline));
  return project;
}

/** The text of one file of a model root at a git revision; undefined where there was none. */
export function textAt(root: string, revision: string, file: string): string | undefined {
  return new RevisionTree(root, revision).read((path) => path === file).get(file);
}
