/** Contexts, teams and all else that an import declares, put together from several documents. */
import { kebabCase } from '../../contracts/naming.js';
import { archText } from './print.js';
import { titled } from './literals.js';
import { localized } from './references.js';
import type { Statement } from './statement.js';

export type OwnerKeyword = 'context' | 'external' | 'aggregate' | 'service' | 'api';

/** A declaration with a block that several documents may add to. */
export class Owner {
  readonly keyword: OwnerKeyword;
  readonly name: string;
  title: string | undefined;
  doc: string | undefined;
  /** What stands between name and block: `implements Retail.Ordering`. */
  tail = '';
  annotations: readonly string[] = [];
  readonly properties = new Map<string, Statement>();
  private readonly parts = new Map<string, Owner>();
  private readonly members = new Map<string, Statement>();

  constructor(keyword: OwnerKeyword, name: string) {
    this.keyword = keyword;
    this.name = name;
  }

  /** The part of this name, made at the first call. */
  part(keyword: OwnerKeyword, name: string): Owner {
    let part = this.parts.get(`${keyword} ${name}`);
    if (!part) this.parts.set(`${keyword} ${name}`, (part = new Owner(keyword, name)));
    return part;
  }

  find(keyword: OwnerKeyword, name: string): Owner | undefined {
    return this.parts.get(`${keyword} ${name}`);
  }

  /** Adds a member; the first of a key stays. */
  add(key: string, statement: Statement): void {
    if (!this.members.has(key)) this.members.set(key, statement);
  }

  set(keyword: string, statement: Statement | undefined): void {
    if (statement && !this.properties.has(keyword)) this.properties.set(keyword, statement);
  }

  statement(): Statement {
    const parts = [...this.parts.values()];
    const types = parts.filter(({ keyword }) => keyword === 'aggregate');
    const rest = parts.filter(({ keyword }) => keyword !== 'aggregate');
    const suffix = this.keyword === 'api' ? ': rest' : this.tail;
    return {
      doc: this.doc,
      annotations: this.annotations,
      head: `${this.keyword} ${titled(this.name, this.title)}${suffix}`,
      members: [
        ...this.properties.values(),
        ...(this.keyword === 'aggregate'
          ? withRoot([...this.members.values()], this.name)
          : this.members.values()),
        ...types.map((part) => part.statement()),
        ...rest.map((part) => part.statement()),
      ],
    };
  }
}

const entity = /^entity (\w+)/;

/** An aggregate with entities has one root: that of its name, else the first. */
function withRoot(members: readonly Statement[], name: string): readonly Statement[] {
  if (members.some(({ head }) => head.startsWith('root entity '))) return members;
  const entities = members.filter(({ head }) => entity.test(head));
  const root = entities.find(({ head }) => entity.exec(head)?.[1] === name) ?? entities[0];
  return members.map((one) => (one === root ? { ...one, head: `root ${one.head}` } : one));
}

export interface ArchFile {
  /** Relative to the folder of the import. */
  readonly path: string;
  readonly text: string;
}

export class Landscape {
  /** Contexts and externals that the model has already: what belongs to them is there. */
  private readonly present: ReadonlySet<string>;
  private readonly presentTop: ReadonlySet<string>;
  private readonly owners = new Map<string, Owner>();
  private readonly top = new Map<string, Statement>();

  /** @param presentTop keys of teams, brokers and such that the model has */
  constructor(
    present: ReadonlySet<string> = new Set(),
    presentTop: ReadonlySet<string> = new Set(),
  ) {
    this.present = present;
    this.presentTop = presentTop;
  }

  context(name: string): Owner {
    return this.owner('context', name);
  }

  external(name: string): Owner {
    return this.owner('external', name);
  }

  find(keyword: 'context' | 'external', name: string): Owner | undefined {
    return this.owners.get(`${keyword} ${name}`);
  }

  /** A team, a broker, a map, …; of several with one key the one that says most. */
  declare(key: string, statement: Statement): void {
    if (this.presentTop.has(key)) return;
    const known = this.top.get(key);
    if (!known || sizeOf(statement) > sizeOf(known)) this.top.set(key, statement);
  }

  /**
   * One file for each context, and one for what belongs to none; a single file where there is only
   * one context.
   *
   * @param rest name of the file for what belongs to no context
   */
  files(rest = 'landscape'): ArchFile[] {
    const top = [...this.top.values()];
    const owners = [...this.owners.values()].filter(({ name }) => !this.present.has(name));
    if (owners.length <= 1) {
      const name = kebabCase(owners[0]?.name ?? rest);
      const statements = [
        ...top,
        ...owners.map((owner) => localized(owner.statement(), owner.name)),
      ];
      return [{ path: `${name}.arch`, text: archText(statements) }];
    }
    const files = owners.map((owner) => ({
      path: `${kebabCase(owner.name)}.arch`,
      text: archText([localized(owner.statement(), owner.name)]),
    }));
    const all =
      top.length === 0 ? files : [{ path: `${rest}.arch`, text: archText(top) }, ...files];
    const taken = new Set<string>();
    return all.map(({ path, text }) => {
      let free = path;
      for (let n = 2; taken.has(free); n++) free = path.replace(/\.arch$/, `-${String(n)}.arch`);
      taken.add(free);
      return { path: free, text };
    });
  }

  private owner(keyword: 'context' | 'external', name: string): Owner {
    let owner = this.owners.get(`${keyword} ${name}`);
    if (!owner) this.owners.set(`${keyword} ${name}`, (owner = new Owner(keyword, name)));
    return owner;
  }
}

function sizeOf({ members = [] }: Statement): number {
  return members.filter((member) => member !== undefined).length;
}
