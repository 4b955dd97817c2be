import { fileURLToPath } from 'node:url';
import type { Picture } from '../../diagram/picture.js';
import { Folder } from '../../disk/folder.js';
import { RevisionError } from '../../history/revision-error.js';
import { todayIso } from '../../project/project.js';
import type { ContextMapParams } from '../../protocol/context-map.js';
import {
  approveChangeRequest,
  revisionFileRequest,
  revisionsRequest,
  type ApproveChangeParams,
  type MapReview,
  type RevisionFileParams,
  type Revisions,
  type RevisionsParams,
} from '../../protocol/map-review.js';
import { approvalsFile, withApproval } from '../../review/approvals.js';
import type { Root } from '../roots.js';
import type { Session } from '../session.js';
import { KnownTexts } from './known-texts.js';
import type { ReviewedMap } from './messages.js';
import { ReviewEngine } from './review-engine.js';

/** There was nothing to compare with; the map is the one of the text. */
interface Uncompared {
  readonly picture?: undefined;
  readonly review: MapReview;
}

/** Maps of what changed since a revision, and what goes with them. Git is only read. */
export class MapChanges {
  readonly #texts = new KnownTexts();
  readonly #engine = new ReviewEngine(() => {
    this.#texts.forget();
  });
  readonly #session: Session;
  /** The last of each root without syntax errors. */
  readonly #good = new Map<string, ReviewedMap>();

  constructor(session: Session) {
    this.#session = session;
    const { connection, roots } = session;
    const folderOf = (uri: string) => pathOf(roots.locate(uri).root);
    connection.onRequest(revisionsRequest, ({ uri }: RevisionsParams) => {
      const folder = folderOf(uri);
      return this.#engine.ask<Revisions>(() => ({ kind: 'revisions', folder }));
    });
    connection.onRequest(revisionFileRequest, ({ uri, commit, file }: RevisionFileParams) => {
      const folder = folderOf(uri);
      return this.#engine.ask<string | null>(() => ({ kind: 'file', folder, commit, file }));
    });
    connection.onRequest(
      approveChangeRequest,
      async ({ uri, fingerprint, because }: ApproveChangeParams): Promise<void> => {
        const path = folderOf(uri);
        const who = await this.#engine.ask<string | null>(() => ({ kind: 'user', folder: path }));
        if (who === null) {
          throw new RevisionError('Git does not know your name yet: git config user.name "…"');
        }
        const folder = new Folder(path);
        const approval = { fingerprint, who, why: because, when: todayIso() };
        folder.write(approvalsFile, withApproval(folder.read(approvalsFile), approval));
      },
    );
  }

  /**
   * The map of a root's changes, for a query that asks for them.
   *
   * @param broken whether the text has syntax errors now; then the last map without is shown
   */
  async map(
    root: Root,
    params: ContextMapParams,
    broken: boolean,
    previous: Picture | undefined,
    signal: AbortSignal,
  ): Promise<ReviewedMap | Uncompared> {
    const query = queryOf(params);
    const exact = exactKey(root, params);
    const last = broken ? this.#good.get(exact) : undefined;
    if (last) return last;
    const textOf = (uri: string) => this.#session.roots.text(uri);
    try {
      const folder = pathOf(root);
      const reviewed = await this.#engine.ask<ReviewedMap>(
        () => ({
          kind: 'map',
          ...{ folder, query, today: todayIso() },
          texts: this.#texts.news(root, textOf),
          ...(previous ? { previous } : {}),
        }),
        signal,
      );
      if (!broken) {
        this.#good.clear();
        this.#good.set(exact, reviewed);
      }
      return reviewed;
    } catch (error) {
      if (!(error instanceof RevisionError)) throw error;
      const { against = '', side = 'both' } = params.changes ?? {};
      return { review: { side, against, groups: [], more: 0, problem: error.message } };
    }
  }

  /** Whether there is such a map of a text without syntax errors. */
  keeps(root: Root, params: ContextMapParams): boolean {
    return this.#good.has(exactKey(root, params));
  }

  dispose(): void {
    this.#engine.dispose();
  }
}

function queryOf({ revision: _, reset: __, ...query }: ContextMapParams) {
  return query;
}

/** What a map is kept under. */
function exactKey(root: Root, params: ContextMapParams): string {
  return JSON.stringify([root.uri, { ...queryOf(params), uri: root.uri }]);
}

function pathOf({ uri }: Root): string {
  if (!uri.startsWith('file:')) throw new RevisionError('Only folders on disk have revisions.');
  return fileURLToPath(uri);
}
