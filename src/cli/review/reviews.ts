import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { Folder } from '../../disk/folder.js';
import { commitNamed } from '../../history/named-revisions.js';
import { mergeBase } from '../../history/git.js';
import { goneRoots, hold, textsAt, type RootTexts } from '../../history/revisions.js';
import type { ContextMap } from '../../model/elements/context-map.js';
import type { IsoDate } from '../../model/elements/literals.js';
import { configurationFile } from '../../project/configuration.js';
import { Project } from '../../project/project.js';
import { agreedOf, approvalsFile } from '../../review/approvals.js';
import { breakingChange } from '../../rules/evolution/breaking-change.js';
import { allRules } from '../../rules/generated/index.js';
import { mapNamed, withOnly } from '../../review/context-maps.js';
import { comparedModels, type Compared } from '../../review/compared.js';
import { review as reviewed, type Review, type Revision } from '../../review/review.js';
import { UsageError } from '../failure.js';
import { findRoots, loadRoots, slashes, type LoadedRoot } from '../load.js';
import { approvalsOf } from './approvals.js';

/** The review of one model root. */
export interface RootedReview {
  /** Absolute path of the root. */
  readonly path: string;
  /** Relative to the working directory, `.` for itself. */
  readonly name: string;
  readonly review: Review;
}

/** Texts of a root with what they are called. */
interface Stand {
  readonly name: string;
  readonly texts: RootTexts;
}

/** What changed shows as changes of contracts, with more to say on each. */
const reviewedRules: ReadonlySet<string> = new Set(
  allRules.map(({ id }) => id).filter((id) => id !== breakingChange.id),
);

/**
 * Reviews of two folders, root by root; a root that only one of them has is compared with nothing.
 *
 * @throws UsageError where there is no model
 */
export function reviewFolders(
  cwd: string,
  one: string,
  other: string,
  today: IsoDate,
): RootedReview[] {
  const [before, after] = [one, other].map((folder) => {
    const start = resolve(cwd, folder);
    return new Map(
      loadRoots([folder], cwd).map((root) => [slashes(relative(start, root.path)), root]),
    );
  }) as [Map<string, LoadedRoot>, Map<string, LoadedRoot>];
  // Two folders with one model each are two states of it, wherever its root lies in them.
  const single = before.size === 1 && after.size === 1;
  const pairs = single
    ? [[[...before.values()][0], [...after.values()][0]] as const]
    : [...new Set([...before.keys(), ...after.keys()])]
        .sort()
        .map((name) => [before.get(name), after.get(name)] as const);
  return pairs.flatMap(([then, now]) => {
    const root = now ?? then;
    if (!root) return [];
    const stand = (name: string, loaded: LoadedRoot | undefined): Stand => ({
      name,
      texts: loaded ? textsOf(loaded) : new Map(),
    });
    const project = now?.project ?? new Project();
    const review = reviewStands(stand(one, then), stand(other, now), today, project);
    return { path: root.path, name: root.name, review };
  });
}

/**
 * Reviews of the model roots below a path against a git revision.
 *
 * @param range `BASE`, `BASE..HEAD` or `BASE...HEAD`; without HEAD the working tree
 * @throws UsageError or RevisionError where there is no model or no such revision
 */
export function reviewRevisions(
  cwd: string,
  range: string,
  path: string,
  today: IsoDate,
): RootedReview[] {
  const [, base = range, dots = '', head = ''] = /^(.*?)(\.{2,3})(.*)$/.exec(range) ?? [];
  if (base === '' || base.startsWith('-')) throw new UsageError(`${range}: name a revision first.`);
  const loaded = head === '' ? loadRoots([path], cwd) : undefined;
  const roots =
    loaded ??
    rootsOnDisk(cwd, path).map((root) => ({
      path: root,
      name: slashes(relative(cwd, root)) || '.',
    }));
  const from = (folder: string) =>
    dots === '...'
      ? mergeBase(folder, base, head === '' ? 'HEAD' : head)
      : commitNamed(folder, base);
  const reviews = roots.flatMap((root): RootedReview[] => {
    const then: Stand = { name: base, texts: textsAt(root.path, from(root.path)) };
    const now: Stand =
      'project' in root
        ? { name: 'the working tree', texts: textsOf(root) }
        : { name: head, texts: textsAt(root.path, head) };
    // It may be on disk and gone from the revision; where neither has it, it came later.
    if (!hasModel(now.texts) && !hasModel(then.texts)) {
      if (roots.length > 1) return [];
      throw new UsageError(`${head}: there are no .arch files in this folder.`);
    }
    const project = 'project' in root ? root.project : new Project();
    return [
      { ...{ path: root.path, name: root.name }, review: reviewStands(then, now, today, project) },
    ];
  });
  const folder = resolve(cwd, path);
  // Models that are gone as a whole; a single root that was asked for is not one of several.
  const gone =
    isFolder(cwd, path) && !roots.some((root) => root.path === folder)
      ? goneRoots(
          folder,
          from(folder),
          roots.map((root) => root.path),
        )
      : [];
  for (const { name, texts } of gone) {
    const then: Stand = { name: base, texts };
    const now: Stand = { name: head === '' ? 'the working tree' : head, texts: new Map() };
    const place = resolve(folder, name);
    reviews.push({
      ...{ path: place, name: slashes(relative(cwd, place)) },
      review: reviewStands(then, now, today, new Project()),
    });
  }
  if (reviews.length === 0)
    throw new UsageError(`${head}: there are no .arch files in this folder.`);
  return reviews.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Reviews of two context maps of one model, as if the first became the second.
 *
 * @param range `Today..Target`: names of maps, or `as-is..to-be`
 * @throws UsageError where a model has no such map
 */
export function reviewMaps(
  cwd: string,
  range: string,
  path: string,
  today: IsoDate,
): RootedReview[] {
  const [one = '', other = '', ...more] = range.split('..');
  if (one === '' || other === '' || more.length > 0) {
    throw new UsageError(`${range}: name two context maps, as in Today..Target or as-is..to-be.`);
  }
  return loadRoots([path], cwd).map((root) => {
    const { project } = root;
    const { model } = project;
    const [before, after] = [one, other].map((name) => {
      const map = mapNamed(model, name);
      if (map) return map;
      const known = model.maps.map((candidate) => candidate.name).join(', ') || 'none';
      throw new UsageError(`${root.name}: there is no context map ${name} (known: ${known}).`);
    }) as [ContextMap, ContextMap];
    const revision = (map: ContextMap): Revision => {
      const own = withOnly(model, map, after.name);
      return { name: map.title ?? map.name, model: own, findings: project.checkModel(own, today) };
    };
    const review = reviewed(revision(before), revision(after), today);
    return { path: root.path, name: root.name, review };
  });
}

/**
 * What changed in a model root since a git revision, without what the rules say.
 *
 * @throws UsageError or RevisionError where there is no such revision
 */
export function comparedSince(root: LoadedRoot, revision: string, today: IsoDate): Compared {
  const { path, project } = root;
  const now = textsOf(root);
  const before = hold(project, textsAt(path, commitNamed(path, revision))).model;
  const after = hold(project, now).model;
  return comparedModels(before, after, today, approvalsOf(now.get(approvalsFile)));
}

/** Goes back in time with one project and forth again, so that only what differs is read twice. */
function reviewStands(then: Stand, now: Stand, today: IsoDate, project: Project): Review {
  const approvals = approvalsOf(now.texts.get(approvalsFile));
  hold(project, then.texts);
  const before = { name: then.name, model: project.model, findings: project.check(today).findings };
  hold(project, now.texts);
  const [problem] = project.configurationProblems;
  if (problem) throw new UsageError(`${now.name}: ${configurationFile}: ${problem.message}`);
  project.setPrevious(before.model);
  project.setAgreed(agreedOf(approvals));
  const after = {
    name: now.name,
    model: project.model,
    findings: project.check(today, reviewedRules).findings,
  };
  return reviewed(before, after, today, approvals);
}

function textsOf({ path, project }: LoadedRoot): RootTexts {
  const { workspace, configuration } = project;
  const texts = new Map(workspace.files.map((file) => [file, workspace.text(file) ?? '']));
  const folder = new Folder(path);
  for (const name of [configurationFile, configuration.baseline, approvalsFile]) {
    const text = folder.read(name);
    if (text !== undefined) texts.set(name, text);
  }
  return texts;
}

function hasModel(texts: RootTexts): boolean {
  return [...texts.keys()].some((file) => file.endsWith('.arch'));
}

/** Roots below a path; the path itself where it holds no model any more. */
function rootsOnDisk(cwd: string, path: string): string[] {
  const folder = resolve(cwd, path);
  if (!isFolder(cwd, path)) throw new UsageError(`${path}: no such folder.`);
  try {
    return findRoots([path], cwd).map(([root]) => root);
  } catch (error) {
    if (error instanceof UsageError) return [folder];
    throw error;
  }
}

export function isFolder(cwd: string, path: string): boolean {
  try {
    return statSync(resolve(cwd, path)).isDirectory();
  } catch {
    return false;
  }
}
