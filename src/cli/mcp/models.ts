/** The models below one folder, as they are on disk at each question. */
import { realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { FileError } from '../../disk/file-error.js';
import { KnownTexts } from '../../disk/known-texts.js';
import { enclosingRoot, filesBelow, readOptional } from '../../disk/model-root.js';
import { hold } from '../../history/revisions.js';
import { closest } from '../../language/closest.js';
import { configurationFile } from '../../project/configuration.js';
import { Project } from '../../project/project.js';
import { UsageError } from '../failure.js';
import { findRoots, loadRoots, nameOf, refuseProblems, slashes, type LoadedRoot } from '../load.js';

export class Models {
  /** Absolute; names of models are paths below it. */
  readonly folder: string;
  readonly #texts = new KnownTexts();
  #projects = new Map<string, Project>();

  /**
   * @param path a folder below `cwd`; a model root around it counts for it
   * @throws UsageError where there is no such folder
   */
  constructor(path: string, cwd: string) {
    const folder = resolve(cwd, path);
    if (!isFolder(folder)) throw new UsageError(`${path}: no such folder.`);
    this.folder = enclosingRoot(folder) ?? folder;
  }

  /**
   * All models, sorted by path. What has not changed since the last question is not read again.
   *
   * @throws UsageError where there is none, or one has an invalid configuration or baseline
   * @throws FileError for what cannot be read
   */
  all(): readonly LoadedRoot[] {
    const before = this.#projects;
    this.#projects = new Map();
    const roots = findRoots(['.'], this.folder).map(([path, files]): LoadedRoot => {
      const project = before.get(path) ?? new Project();
      this.#projects.set(path, project);
      const root = { path, name: nameOf(path, this.folder), project };
      this.#refresh(root, files);
      return root;
    });
    for (const root of roots) refuseProblems(root);
    return roots;
  }

  /**
   * One model by its name; the only one where none is named.
   *
   * @throws UsageError for a name of none, and where several could be meant; as `all` does
   */
  one(name: string | undefined): LoadedRoot {
    const roots = this.all();
    const [only, second] = roots;
    const known = `The models are ${roots.map((root) => root.name).join(', ')}.`;
    if (name === undefined) {
      if (only && !second) return only;
      throw new UsageError(`There are several models: say which one with \`model\`. ${known}`);
    }
    const found = roots.find((root) => root.name === name.replace(/\/$/, ''));
    if (found) return found;
    const [near] = closest(
      name,
      roots.map((root) => root.name),
      1,
    );
    throw new UsageError(`There is no model ${name}. ${near ? `Did you mean ${near}?` : known}`);
  }

  /** As `one`; where the folder holds no model yet, an empty one to begin with. */
  oneOrNew(name: string | undefined): LoadedRoot {
    const isEmpty = filesBelow(this.folder).size === 0;
    return isEmpty && (name === undefined || name === '.')
      ? { path: this.folder, name: '.', project: this.#empty() }
      : this.one(name);
  }

  #empty(): Project {
    const project = new Project();
    project.configure(readOptional(join(this.folder, configurationFile)));
    return project;
  }

  /** All models, or the one that is named. */
  some(name: string | undefined): readonly LoadedRoot[] {
    return name === undefined ? this.all() : [this.one(name)];
  }

  /** The model loaded once more, for what goes back in time with it. */
  copy({ path }: LoadedRoot): LoadedRoot {
    const copy = loadRoots([path], this.folder).find((root) => root.path === path);
    if (!copy) throw new UsageError(`${path}: the model is gone.`);
    return copy;
  }

  #refresh({ path, project }: LoadedRoot, files: ReadonlySet<string>): void {
    const texts = new Map<string, string>();
    const add = (name: string) => {
      const text = this.#texts.read(join(path, name));
      if (text !== undefined) texts.set(name, text);
    };
    // Models are found without following links; these are not found, but named.
    const addNamed = (name: string) => {
      refuseOutside(path, name);
      add(name);
    };
    for (const file of files) add(slashes(relative(path, file)));
    addNamed(configurationFile);
    project.configure(texts.get(configurationFile));
    addNamed(project.configuration.baseline);
    hold(project, texts);
  }
}

/** @throws FileError for a file that links lead out of a model root */
function refuseOutside(root: string, name: string): void {
  let file: string;
  try {
    file = realpathSync(join(root, name));
  } catch {
    return;
  }
  if (!file.startsWith(realpathSync(root) + sep)) {
    throw new FileError(`${name}: a link leads out of the model; it is not followed.`);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
