import type { Draft, DraftContextBlock } from '../build/draft.js';
import { mergeContext, repeatedProperties } from './merge-context.js';
import type { Context } from '../elements/context.js';
import type { ElementId } from '../elements/identity.js';
import type { Domain, Subdomain } from '../elements/strategic.js';
import type { Problem } from '../problem.js';
import { none } from '../none.js';
import type { NameIndex } from '../resolve/name-index.js';
import type { ElementTable } from './element-table.js';

/**
 * The blocks that contexts are written in, by context and file. Only contexts whose blocks changed
 * are merged again, unless a subdomain, domain or team came, went or changed its type.
 */
export class ContextBlocks {
  readonly #table: ElementTable;
  readonly #names: NameIndex;
  readonly #blocks = new Map<ElementId, Map<string, readonly DraftContextBlock[]>>();
  readonly #problems = new Map<ElementId, readonly Problem[]>();
  readonly #strategic = new Map<string, readonly (Domain | Subdomain)[]>();
  readonly #stale = new Set<ElementId>();

  constructor(table: ElementTable, names: NameIndex) {
    this.#table = table;
    this.#names = names;
  }

  exchange(file: string, before: Draft | undefined, after: Draft | undefined): void {
    for (const { element } of before?.contexts ?? []) {
      this.#blocks.get(element.id)?.delete(file);
      this.#stale.add(element.id);
    }
    for (const block of after?.contexts ?? []) {
      const { id } = block.element;
      const byFile = this.#blocks.get(id) ?? new Map<string, readonly DraftContextBlock[]>();
      this.#blocks.set(id, byFile);
      byFile.set(file, [...(byFile.get(file) ?? []), block]);
      this.#stale.add(id);
    }
    if (signature(before) === signature(after)) return;
    const strategic = (after?.elements ?? []).flatMap(({ element }) =>
      element.kind === 'domain' || element.kind === 'subdomain' ? [element] : [],
    );
    if (strategic.length > 0) this.#strategic.set(file, strategic);
    else this.#strategic.delete(file);
    for (const id of this.#blocks.keys()) this.#stale.add(id);
  }

  /** Merges what is stale; answers the files that link to a context whose team changed. */
  merge(): ReadonlySet<string> {
    const relink = new Set<string>();
    if (this.#stale.size === 0) return relink;
    const subdomains = new Map<ElementId, Domain | Subdomain>();
    for (const elements of this.#strategic.values()) {
      for (const element of elements) subdomains.set(element.id, element);
    }
    for (const id of this.#stale) {
      const before = this.#table.get(id) as Context | undefined;
      const byFile = this.#blocks.get(id);
      const blocks = [...(byFile?.keys() ?? [])].sort().flatMap((file) => byFile?.get(file) ?? []);
      if (blocks.length === 0) this.#blocks.delete(id);
      const problems = repeatedProperties(blocks);
      if (problems.length > 0) this.#problems.set(id, problems);
      else this.#problems.delete(id);
      const after =
        blocks.length === 0
          ? undefined
          : mergeContext(blocks, this.#names, (target) => subdomains.get(target));
      this.#table.set(id, after);
      if (before?.team !== after?.team) for (const file of byFile?.keys() ?? []) relink.add(file);
    }
    this.#stale.clear();
    return relink;
  }

  problems(): Problem[] {
    return [...this.#problems.keys()].sort().flatMap((id) => this.#problems.get(id) ?? []);
  }
}

/** What contexts take from the strategic part of a file. */
function signature(draft: Draft | undefined): string {
  let text = '';
  for (const { element } of draft?.elements ?? none) {
    if (element.kind === 'subdomain') text += `${element.id} ${element.type}\n`;
    else if (element.kind === 'domain' || element.kind === 'team') text += `${element.id}\n`;
  }
  return text;
}
