import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { FileError } from '../disk/file-error.js';
import { Folder } from '../disk/folder.js';
import { enclosingRoot, filesBelow, readOptional } from '../disk/model-root.js';
import { configurationFile } from '../project/configuration.js';
import { Project } from '../project/project.js';
import { UsageError } from './failure.js';

/** A model root with its project loaded. */
export interface LoadedRoot {
  /** Absolute path. */
  readonly path: string;
  /** Relative to the working directory, `.` for itself, with `/`. */
  readonly name: string;
  readonly project: Project;
}

export interface LoadOptions {
  /** Whether the baseline is read; default yes. */
  readonly baseline?: boolean;
}

/**
 * Loads every model root below the given files and folders.
 *
 * @throws UsageError where `findRoots` does, and for an invalid configuration or baseline
 */
export function loadRoots(
  paths: readonly string[],
  cwd = process.cwd(),
  options: LoadOptions = {},
): LoadedRoot[] {
  return findRoots(paths, cwd).map(([root, files]) => loadRoot(root, files, cwd, options));
}

/**
 * Model roots below the given files and folders with their files, all as absolute paths, sorted. A
 * root is a folder that holds `archivolt.json`; a given folder without one is a root for the files
 * that belong to no other. Files given by name, outside of any root, form one model by themselves.
 *
 * @throws UsageError for a path that does not exist, or a folder without `.arch` files
 */
export function findRoots(
  paths: readonly string[],
  cwd: string,
): readonly (readonly [root: string, files: ReadonlySet<string>])[] {
  const roots = new Map<string, Set<string>>();
  const add = (root: string, files: Iterable<string>) => {
    const known = roots.get(root) ?? new Set<string>();
    for (const file of files) known.add(file);
    roots.set(root, known);
  };
  for (const path of paths.length > 0 ? paths : ['.']) {
    const absolute = resolve(cwd, path);
    const stats = statOf(absolute, path);
    const enclosing = enclosingRoot(stats.isDirectory() ? absolute : dirname(absolute));
    if (stats.isDirectory()) {
      const found = filesBelow(absolute);
      if (found.size === 0 && !enclosing) {
        throw new UsageError(
          `${path}: there are no .arch files in this folder. \`archivolt init\` makes a first one.`,
        );
      }
      if (enclosing && enclosing !== absolute) {
        for (const [root, files] of filesBelow(enclosing)) {
          if (root === enclosing || root.startsWith(absolute + sep)) add(root, files);
        }
      } else {
        for (const [root, files] of found) add(root, files);
      }
    } else if (enclosing) {
      add(enclosing, filesBelow(enclosing).get(enclosing) ?? []);
    } else {
      add(commonFolder(paths, cwd), [absolute]);
    }
  }
  return [...roots].sort(([a], [b]) => (a < b ? -1 : 1));
}

function statOf(absolute: string, path: string) {
  try {
    return statSync(absolute);
  } catch {
    throw new UsageError(`${path}: no such file or folder.`);
  }
}

/** The deepest folder around all files that were given by name. */
function commonFolder(paths: readonly string[], cwd: string): string {
  const folders = paths.map((path) => dirname(resolve(cwd, path)).split(sep));
  const [first = [], ...rest] = folders;
  let length = first.length;
  for (const other of rest) {
    let same = 0;
    while (same < length && first[same] === other[same]) same++;
    length = same;
  }
  return first.slice(0, length).join(sep) || sep;
}

function loadRoot(
  root: string,
  files: ReadonlySet<string>,
  cwd: string,
  { baseline = true }: LoadOptions,
): LoadedRoot {
  const project = new Project();
  const loaded = { path: root, name: nameOf(root, cwd), project };
  project.configure(readOptional(join(root, configurationFile)));
  refuseProblems(loaded);
  for (const file of files) project.setFile(slashes(relative(root, file)), readText(file));
  if (baseline) project.setBaseline(readBelow(loaded, project.configuration.baseline));
  refuseProblems(loaded);
  return loaded;
}

/** @throws UsageError where it cannot be read, or lies behind a link that leads out of the root */
function readBelow({ path, name }: LoadedRoot, file: string): string | undefined {
  try {
    return new Folder(path).read(file)?.replace(/^\uFEFF/, '');
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new UsageError(name === '.' ? error.message : `${name}/${error.message}`);
  }
}

/** What a root is called: its path from the working directory, `.` for that itself. */
export function nameOf(root: string, cwd: string): string {
  return slashes(relative(cwd, root)) || '.';
}

/** @throws UsageError for an invalid configuration or baseline */
export function refuseProblems({ name, project }: LoadedRoot): void {
  const below = (file: string) => (name === '.' ? file : `${name}/${file}`);
  const [problem] = project.configurationProblems;
  if (problem) {
    const { line, column } = problem.position;
    const place = `${below(configurationFile)}:${String(line)}:${String(column)}`;
    throw new UsageError(`${place}: ${problem.message}`);
  }
  const { baseline, configuration } = project;
  const [wrong] = baseline.problems;
  if (wrong) {
    const { line, column } = wrong.position;
    const place = `${below(configuration.baseline)}:${String(line)}:${String(column)}`;
    throw new UsageError(`${place}: ${wrong.message}`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new UsageError(`${file}: the file cannot be read.`);
  }
}

/** A path as it is written in outputs. */
export function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
