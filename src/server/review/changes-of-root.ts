import { statSync } from 'node:fs';
import type { LayoutEngine } from '../../diagram/layout/layout.js';
import { layout } from '../../diagram/layout/layout.js';
import type { Picture } from '../../diagram/picture.js';
import { select, type Selection } from '../../diagram/select.js';
import { Folder } from '../../disk/folder.js';
import { commitNamed, headLog, usualRevision } from '../../history/named-revisions.js';
import { hold, textsAt, type RootTexts } from '../../history/revisions.js';
import type { Model } from '../../model/model.js';
import { Project } from '../../project/project.js';
import { approvalsFile, readApprovals } from '../../review/approvals.js';
import { compareModels } from '../../review/compare/compare.js';
import { changedPicture } from '../../review/map/changed-picture.js';
import { changeList } from '../../review/map/change-list.js';
import type { Compared } from '../../review/map/marks.js';
import { overlaidModel } from '../../review/map/overlaid-model.js';
import { reviewedContracts } from '../../review/review.js';
import { selectOptions } from '../map-pictures.js';
import type { ChangesAsked, ReviewedMap } from './messages.js';

/** Edits after which the model before is read again: what it shares with today's grows older. */
const mostEdits = 50;

/** For so long an answer of git is believed, in ms. */
const patience = 2000;

interface Revision {
  readonly name: string;
  readonly commit: string;
}

/** What git answered, and when. */
interface Answer {
  readonly asked: string | undefined;
  readonly head: string;
  readonly at: number;
  readonly revision: Revision;
}

interface Before {
  readonly commit: string;
  readonly texts: RootTexts;
  readonly model: Model;
}

interface Base {
  readonly key: string;
  readonly compared: Compared;
  readonly model: Model;
  readonly selection: Selection;
  readonly picture: Picture;
}

/** The changes of one model root against revisions, kept up to date as its texts change. */
export class ChangesOfRoot {
  readonly #folder: string;
  readonly #project = new Project();
  readonly #texts = new Map<string, string>();
  #before: Before | undefined;
  #edits = 0;
  #headLog: string | undefined;
  #asked: Answer | undefined;
  #compared:
    { readonly key: string; readonly after: Model; readonly compared: Compared } | undefined;
  #base: Base | undefined;

  /** @param folder absolute path of the root */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws RevisionError where there is no such revision */
  async map(
    { texts, query, previous, today }: ChangesAsked,
    engine: LayoutEngine,
  ): Promise<ReviewedMap> {
    for (const [file, text] of texts) {
      if (text === null) this.#texts.delete(file);
      else this.#texts.set(file, text);
    }
    if (texts.length > 0) this.#edits++;
    const { side = 'both' } = query.changes ?? {};
    const { name: against, commit } = this.#revision(query.changes?.against);
    const compared = this.#compare(commit, today);
    const base = await this.#laidOut(compared, query, previous, engine);
    const names = { before: against, after: 'now' };
    const { picture, selection, model } = base;
    return {
      base: picture,
      picture: changedPicture(picture, selection, model, compared, side, names),
      review: {
        side,
        against,
        commit: this.#before?.commit ?? '',
        ...changeList(compared, model),
      },
    };
  }

  /** What is compared with. Git is asked again when HEAD has moved, or some time has passed. */
  #revision(asked: string | undefined): Revision {
    const now = Date.now();
    const known = this.#asked;
    this.#headLog ??= headLog(this.#folder);
    const head = stamp(this.#headLog);
    if (known && known.asked === asked && known.head === head && now - known.at < patience) {
      return known.revision;
    }
    const name = asked ?? usualRevision(this.#folder);
    const revision = { name, commit: commitNamed(this.#folder, name) };
    this.#asked = { asked, head, at: now, revision };
    return revision;
  }

  #compare(commit: string, today: string): Compared {
    if (this.#before?.commit !== commit || this.#edits > mostEdits) {
      const texts =
        this.#before?.commit === commit ? this.#before.texts : textsAt(this.#folder, commit);
      // The same project goes back in time, so that what both have is the same object.
      this.#before = { commit, texts, model: hold(this.#project, texts).model };
      this.#edits = 0;
    }
    const after = hold(this.#project, this.#texts).model;
    const approvals = new Folder(this.#folder).read(approvalsFile) ?? '';
    const key = JSON.stringify([commit, today, approvals]);
    const known = this.#compared;
    if (known?.after === after && known.key === key) return known.compared;
    const comparison = compareModels(this.#before.model, after);
    const contracts = reviewedContracts(
      comparison,
      today,
      readApprovals(approvals === '' ? undefined : approvals).approvals,
    );
    const compared = { comparison, contracts };
    this.#compared = { key, after, compared };
    return compared;
  }

  /** Both revisions in one picture; the same for each of its sides. */
  async #laidOut(
    compared: Compared,
    query: ChangesAsked['query'],
    previous: Picture | undefined,
    engine: LayoutEngine,
  ): Promise<Base> {
    const { changes: _, ...shown } = query;
    const key = JSON.stringify(shown);
    if (this.#base?.compared === compared && this.#base.key === key) return this.#base;
    const model = overlaidModel(compared.comparison);
    const selection = select(model, selectOptions(model, query));
    const picture = await layout(model, selection, engine, {
      ...(previous ? { previous } : {}),
      pins: query.pins ?? {},
    });
    this.#base = { key, compared, model, selection, picture };
    return this.#base;
  }
}

/** Tells versions of a file apart; empty where there is none. */
function stamp(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${String(stats.mtimeMs)} ${String(stats.size)}` : '';
}
