import { statSync } from 'node:fs';
import type { LayoutEngine } from '../../diagram/layout/layout.js';
import type { Picture } from '../../diagram/picture.js';
import { Folder } from '../../disk/folder.js';
import { commitNamed, headLog, usualRevision } from '../../history/named-revisions.js';
import { hold, textsAt, type RootTexts } from '../../history/revisions.js';
import type { Model } from '../../model/model.js';
import { Project } from '../../project/project.js';
import { approvalsFile, readApprovals } from '../../review/approvals.js';
import { changeList } from '../../review/map/change-list.js';
import { mapOfChanges, type MapOfChanges } from '../../review/map/map-of-changes.js';
import { comparedModels, type Compared } from '../../review/compared.js';
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

/** The last map, for its other sides. */
interface Last {
  readonly key: string;
  readonly compared: Compared;
  readonly map: MapOfChanges;
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
  #last: Last | undefined;

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
    const { base, model, side: sideOf } = await this.#laidOut(compared, query, previous, engine);
    return {
      base,
      picture: sideOf(side, { before: against, after: 'now' }),
      review: { side, against, commit, ...changeList(compared, model) },
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
    const last = this.#compared;
    if (last?.after === after && last.key === key) return last.compared;
    const known = readApprovals(approvals === '' ? undefined : approvals);
    const compared = comparedModels(this.#before.model, after, today, known.approvals);
    this.#compared = { key, after, compared };
    return compared;
  }

  /** Both revisions in one map; the same for each of its sides. */
  async #laidOut(
    compared: Compared,
    query: ChangesAsked['query'],
    previous: Picture | undefined,
    engine: LayoutEngine,
  ): Promise<MapOfChanges> {
    const { changes: _, ...shown } = query;
    const key = JSON.stringify(shown);
    const known = this.#last;
    if (known?.compared === compared && known.key === key) return known.map;
    const arrangement = { ...(previous ? { previous } : {}), pins: query.pins ?? {} };
    const options = (model: Model) => selectOptions(model, query);
    const map = await mapOfChanges(compared, options, engine, arrangement);
    this.#last = { key, compared, map };
    return map;
  }
}

/** Tells versions of a file apart; empty where there is none. */
function stamp(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${String(stats.mtimeMs)} ${String(stats.size)}` : '';
}
