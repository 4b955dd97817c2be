import type { Picture } from '../../src/diagram/picture.js';
import type { ShownContract } from '../../src/protocol/map-webview.js';
import { ChainPane } from './chain-pane.js';
import { ChangesPane } from './changes-pane.js';
import { ContractPane } from './contract-pane.js';
import { send } from './host.js';
import { LegendPane } from './legend-pane.js';
import type { Questions } from './questions.js';
import { SequencePane } from './sequence-pane.js';
import type { Show, ShownMap } from './shown-map.js';
import { SidePanel } from './side-panel.js';

interface SideActions {
  readonly reveal: (id: string) => void;
  readonly selectFirst: (ids: readonly string[]) => void;
  /** The element of what is selected. */
  readonly selected: () => string | undefined;
  /** Contracts are shown beside the map now, or no longer. */
  readonly pressContracts: (shown: boolean) => void;
  /** The legend is shown beside the map now, or no longer. */
  readonly pressLegend: (shown: boolean) => void;
  readonly announce: (text: string) => void;
  /** The panel was closed. */
  readonly closed: () => void;
}

/** What stands beside the map: a flow as a sequence, a chain, changes, contracts, the legend. */
export class SidePanes {
  readonly #actions: SideActions;
  readonly #side: SidePanel;
  readonly #sequence: SequencePane;
  readonly #chain: ChainPane;
  readonly #changes: ChangesPane;
  readonly #contract = new ContractPane({
    ask: (id, path) => {
      send({ type: 'contracts', id, path });
    },
    act: (action, path) => {
      send({ type: 'contract-action', action, path });
    },
  });
  /** Whether contracts of what is selected stand beside the map. */
  #contractsShown = false;
  readonly #legend = new LegendPane();
  #legendShown = false;

  constructor(map: ShownMap, questions: Questions, actions: SideActions) {
    this.#actions = actions;
    const { reveal, selectFirst } = actions;
    this.#side = new SidePanel(() => {
      if (this.#contractsShown) this.toggleContracts();
      if (this.#legendShown) this.toggleLegend();
      actions.closed();
    });
    this.#sequence = new SequencePane({
      reveal,
      select: selectFirst,
      copy: () => {
        send({ type: 'copy-sequence' });
      },
      save: () => {
        send({ type: 'export', flow: true });
      },
    });
    this.#chain = new ChainPane(reveal);
    this.#changes = new ChangesPane({
      side: (side) => {
        questions.change({ changes: { ...map.query.changes, side } });
      },
      choose: () => {
        send({ type: 'choose-revision' });
      },
      select: selectFirst,
      reveal: (place) => {
        send({ type: 'reveal-place', place });
      },
      revealFormer: (commit, place) => {
        send({ type: 'reveal-former', commit, place });
      },
      approve: (fingerprint, title) => {
        send({ type: 'approve', fingerprint, title });
      },
    });
  }

  get element(): HTMLElement {
    return this.#side.element;
  }

  show({ sequence, chain, review }: Show, picture: Picture): void {
    this.#legend.show(picture);
    this.#sequence.show(sequence);
    this.#chain.show(chain);
    this.#changes.show(review);
    this.#side.offer('changes', review && { title: 'Changes', pane: this.#changes.element });
    this.#side.offer('chain', chain && { title: 'Chain', pane: this.#chain.element });
    this.#side.offer('flow', sequence && { title: 'Sequence', pane: this.#sequence.element });
  }

  showContract(contract: ShownContract): void {
    this.#contract.show(contract);
  }

  /** Contracts beside the map, or no longer. */
  readonly toggleContracts = (): void => {
    const shown = !this.#contractsShown;
    this.#contractsShown = shown;
    this.#actions.pressContracts(shown);
    this.#side.offer(
      'contracts',
      shown ? { title: 'Contracts', pane: this.#contract.element } : undefined,
    );
    this.#actions.announce(`Contracts ${shown ? 'beside the map' : 'closed'}`);
    if (shown) this.askContracts(this.#actions.selected());
    else send({ type: 'contracts' });
  };

  /** The legend in letters of the page, beside the map, or no longer. */
  readonly toggleLegend = (): void => {
    const shown = !this.#legendShown;
    this.#legendShown = shown;
    this.#actions.pressLegend(shown);
    this.#side.offer('legend', shown ? { title: 'Legend', pane: this.#legend.element } : undefined);
    this.#actions.announce(`Legend ${shown ? 'beside the map' : 'closed'}`);
  };

  /** Asks for the contracts of an element, where they are shown. */
  readonly askContracts = (id: string | undefined): void => {
    if (this.#contractsShown && id !== undefined) send({ type: 'contracts', id });
  };
}
