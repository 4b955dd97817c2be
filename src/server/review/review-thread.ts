import { parentPort } from 'node:worker_threads';
import { localEngine } from '../../diagram/layout/local-engine.js';
import { namedRevisions, userName, usualRevision } from '../../history/named-revisions.js';
import { RevisionError } from '../../history/revision-error.js';
import { textAt } from '../../history/revisions.js';
import { yieldToOthers } from '../background.js';
import { ChangesOfRoot } from './changes-of-root.js';
import type { ReviewAnswer, ReviewMessage, ReviewRequest } from './messages.js';

/** Runs as the server's review thread: reads git, compares and lays out while the server answers. */
export function runReviewThread(): void {
  yieldToOthers();
  const roots = new Map<string, ChangesOfRoot>();
  const rootOf = (folder: string): ChangesOfRoot => {
    const root = roots.get(folder) ?? new ChangesOfRoot(folder);
    roots.set(folder, root);
    return root;
  };
  const answer = async (request: ReviewRequest): Promise<unknown> => {
    switch (request.kind) {
      case 'map':
        return rootOf(request.folder).map(request, localEngine);
      case 'revisions':
        return {
          usual: usualRevision(request.folder),
          revisions: namedRevisions(request.folder),
        };
      case 'file':
        return textAt(request.folder, request.commit, request.file) ?? null;
      case 'user':
        return userName(request.folder) ?? null;
    }
  };
  const send = (message: ReviewAnswer) => parentPort?.postMessage(message);
  parentPort?.on('message', ({ id, request }: ReviewMessage) => {
    answer(request).then(
      (result) => {
        send({ id, result });
      },
      (error: unknown) => {
        const text = error instanceof Error ? error.message : String(error);
        send({ id, error: text, expected: error instanceof RevisionError });
      },
    );
  });
}
