import type { ContractPlace } from '../../contracts/document.js';
import { generating, type GeneratedContract } from '../../contracts/generation.js';
import type { ContractState } from '../../contracts/merge/state.js';
import { contractPlaces } from '../../contracts/plan.js';
import { version } from '../../project/version.js';
import { contractsChangedNotification } from '../../protocol/contracts.js';
import { canonicalUri } from '../../protocol/uris.js';
import type { Root } from '../roots.js';
import type { Session } from '../session.js';
import { ContractDiagnosticsPublisher } from './diagnostics.js';
import { isContractFile } from './selector.js';
import type { ContractTexts } from './texts.js';
import { breath } from '../breath.js';

/**
 * How long all must be quiet before contracts are compared with their files, in ms; longer where
 * planning them, which is done at one go, takes long.
 */
const pause = { least: 400, most: 5000, timesPlanning: 10 };

/** How a contract stands to its file; `contract` is missing where nothing was generated yet. */
export interface ContractStanding extends ContractPlace {
  readonly state: ContractState;
  readonly contract?: GeneratedContract;
}

/**
 * Knows how the contracts stand to their files. It looks again when everything has been quiet for
 * a while, one document at a time, and begins anew when somebody types in between: nobody waits
 * for it.
 */
export class ContractSurvey {
  readonly #session: Session;
  readonly #texts: ContractTexts;
  readonly #publisher: ContractDiagnosticsPublisher;
  readonly #standings = new Map<Root, ReadonlyMap<string, ContractStanding>>();
  /** URIs of the contracts to look at again, or all there are. */
  #wanted: 'all' | Set<string> = new Set();
  #timer: NodeJS.Timeout | undefined;
  /** Milliseconds that planning the contracts of the largest root took last. */
  #planning = 0;
  /** Counts what happened, so that a run sees that it is late. */
  #turn = 0;

  constructor(session: Session, texts: ContractTexts) {
    this.#session = session;
    this.#texts = texts;
    this.#publisher = new ContractDiagnosticsPublisher(session);
    session.onChecked(() => {
      this.soon();
    });
    session.onOtherFiles(() => {
      this.soon();
    });
    session.documents.onDidChangeContent(({ document: { uri } }) => {
      if (this.of(uri)) this.soon(uri);
      // A model is checked first; until then a run of before must not get in the way.
      else if (!isContractFile(uri)) this.#stop();
    });
    session.documents.onDidClose(({ document: { uri } }) => {
      if (this.of(uri)) this.soon(uri);
    });
  }

  /** What was found last, by root and path; roots that were never looked at are missing. */
  get standings(): ReadonlyMap<Root, ReadonlyMap<string, ContractStanding>> {
    return this.#standings;
  }

  /** The contract that a document is; undefined for other files. */
  of(document: string): { readonly root: Root; readonly standing: ContractStanding } | undefined {
    const uri = canonicalUri(document);
    for (const [root, standings] of this.#standings) {
      if (!uri.startsWith(root.uri)) continue;
      const standing = standings.get(pathIn(root, uri));
      if (standing) return { root, standing };
    }
    return undefined;
  }

  /** Looks again when all is quiet: at one contract, else at all of them. */
  soon(uri?: string): void {
    if (uri === undefined) this.#wanted = 'all';
    else if (this.#wanted !== 'all') this.#wanted.add(canonicalUri(uri));
    this.#stop();
    const turn = this.#turn;
    this.#timer = setTimeout(
      () => {
        this.#run(turn).catch((error: unknown) => {
          this.#session.connection.console.error(`Comparing contracts failed: ${String(error)}`);
        });
      },
      Math.min(Math.max(pause.least, this.#planning * pause.timesPlanning), pause.most),
    );
  }

  #stop(): void {
    this.#turn++;
    clearTimeout(this.#timer);
  }

  async #run(turn: number): Promise<void> {
    const { roots } = this.#session;
    for (const root of this.#standings.keys()) {
      if (roots.all.includes(root)) continue;
      this.#standings.delete(root);
      this.#publisher.publish(root, []);
    }
    const wanted = this.#wanted;
    for (const root of roots.all) {
      // Half a model has half the contracts: what was found last stays until it can be read.
      if (root.project.model.problems.length > 0) continue;
      const own = (uri: string) => uri.startsWith(root.uri) && this.#standings.has(root);
      const paths =
        wanted === 'all'
          ? undefined
          : new Set([...wanted].filter(own).map((uri) => pathIn(root, uri)));
      if (paths?.size === 0) continue;
      if (!(await this.#survey(root, paths, turn))) return;
    }
    this.#wanted = new Set();
    await this.#session.connection.sendNotification(contractsChangedNotification);
  }

  /** Whether it came to its end before something else happened. */
  async #survey(
    root: Root,
    paths: ReadonlySet<string> | undefined,
    turn: number,
  ): Promise<boolean> {
    try {
      const found = await this.#standingsOf(root, paths, turn);
      if (turn !== this.#turn || !found) return false;
      const before = this.#standings.get(root) ?? new Map<string, ContractStanding>();
      const others = paths ? [...before.values()].filter(({ path }) => !paths.has(path)) : [];
      const all = [...others, ...found].sort((a, b) => (a.path < b.path ? -1 : 1));
      this.#standings.set(root, new Map(all.map((standing) => [standing.path, standing])));
      this.#publisher.publish(
        root,
        found.flatMap(({ contract }) => contract ?? []),
        paths,
      );
    } catch (failure) {
      // A folder that leads out is a problem of the configuration, which says so itself.
      if (!(failure instanceof SyntaxError || failure instanceof RangeError)) throw failure;
      this.#standings.set(root, new Map());
      if (failure instanceof SyntaxError) this.#publisher.publishLockProblem(root, failure.message);
    }
    return true;
  }

  async #standingsOf(
    root: Root,
    paths: ReadonlySet<string> | undefined,
    turn: number,
  ): Promise<ContractStanding[] | undefined> {
    const { model, configuration } = root.project;
    const config = configuration.contracts;
    const start = performance.now();
    const places = contractPlaces(model, config);
    this.#planning = Math.max(performance.now() - start, this.#planning / 2);
    const asked = paths ? [...paths] : places.map(({ path }) => path);
    const snapshot = await this.#texts.snapshot(root, asked, () => turn !== this.#turn);
    if (!snapshot) return undefined;
    const { files, lock, isEmpty } = snapshot;
    // Whoever never generated pays nothing.
    if (isEmpty) {
      return places
        .filter(({ path }) => paths?.has(path) ?? true)
        .map((place) => ({ ...place, state: 'missing' }));
    }
    const steps = generating({ model, config, lock, files, paths, generator: version });
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        return step.value.contracts.map((contract) => {
          const { kind, element, path, state } = contract;
          return { kind, element, path, state, contract };
        });
      }
      await breath();
      if (turn !== this.#turn) return undefined;
    }
  }
}

function pathIn(root: Root, uri: string): string {
  return decodeURIComponent(uri.slice(root.uri.length));
}
