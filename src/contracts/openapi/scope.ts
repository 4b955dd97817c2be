/** What every part of one OpenAPI document shares while it is written. */
import type { Api } from '../../model/elements/apis.js';
import type { Model } from '../../model/model.js';
import type { ContractsConfig } from '../config.js';
import { unique } from '../naming.js';
import type { Provider } from '../owner.js';
import { map, sortedEntries, type TreeMap } from '../tree.js';
import type { Schemas } from '../types/schemas.js';

export interface OpenApiScope {
  readonly model: Model;
  readonly config: ContractsConfig;
  readonly api: Api;
  readonly provider: Provider;
  readonly schemas: Schemas;
  readonly parts: Parts;
}

type Section = 'schemas' | 'responses' | 'parameters' | 'headers';

/** Components that come into being when something refers to them, so that none is left unused. */
export class Parts {
  private readonly sections = new Map<Section, Map<string, { name: string; tree: TreeMap }>>();
  private readonly taken = new Map<Section, Set<string>>();

  /** Keeps names of a section for others, the model's own types. */
  reserve(section: Section, names: Iterable<string>): void {
    const taken = this.namesOf(section);
    for (const name of names) taken.add(name);
  }

  /**
   * A reference to the component with this key, which is made at the first call.
   *
   * @param name what it is called, if that is free
   */
  use(section: Section, key: string, name: string, make: () => TreeMap): TreeMap {
    let parts = this.sections.get(section);
    if (!parts)
      this.sections.set(section, (parts = new Map<string, { name: string; tree: TreeMap }>()));
    let part = parts.get(key);
    if (!part) {
      const own = unique(name, this.namesOf(section));
      // In place before it is made: what it holds may refer to it.
      parts.set(key, (part = { name: own, tree: {} }));
      part.tree = make();
    }
    return { $ref: `#/components/${section}/${part.name}` };
  }

  /** The section's components by name; empty where nothing was used. */
  section(section: Section): TreeMap {
    const parts = [...(this.sections.get(section)?.values() ?? [])];
    return map(sortedEntries(parts.map((part) => [part.name, part.tree] as const)));
  }

  private namesOf(section: Section): Set<string> {
    let names = this.taken.get(section);
    if (!names) this.taken.set(section, (names = new Set()));
    return names;
  }
}

export function isModern(config: ContractsConfig): boolean {
  return config.openapi !== '3.0.3';
}
