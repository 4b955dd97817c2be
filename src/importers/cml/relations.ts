/** Context maps with their relations. */
import type { Landscape } from '../arch/landscape.js';
import { quote } from '../arch/literals.js';
import { property, type Statement } from '../arch/statement.js';
import type { LineCoverage } from './line-coverage.js';
import type { CmlMap, CmlRelation } from './syntax.js';
import type { TypeNames } from './type-names.js';

const states: Readonly<Record<string, string>> = { AS_IS: 'as-is', TO_BE: 'to-be' };

export class Relations {
  private readonly landscape: Landscape;
  private readonly types: TypeNames;
  private readonly coverage: LineCoverage;
  private readonly contexts: ReadonlySet<string>;

  constructor(
    landscape: Landscape,
    types: TypeNames,
    coverage: LineCoverage,
    contexts: ReadonlySet<string>,
  ) {
    this.landscape = landscape;
    this.types = types;
    this.coverage = coverage;
    this.contexts = contexts;
  }

  /** @param name for maps without one */
  read(map: CmlMap, name: string): void {
    const state = Object.hasOwn(states, map.state ?? '') ? states[map.state!] : undefined;
    const seen = new Set<string>();
    const relations = map.relations.flatMap((relation) => {
      const between = [relation.left, relation.right].sort().join(' ');
      const unknown = [relation.left, relation.right].find((one) => !this.contexts.has(one));
      if (unknown !== undefined) {
        this.coverage.unsupported(relation.line, `${unknown} is no context of the document.`);
        return [];
      }
      if (relation.left === relation.right || seen.has(between)) {
        this.coverage.unsupported(relation.line, 'Two contexts have one relation in a map.');
        return [];
      }
      seen.add(between);
      return [this.relation(relation)];
    });
    if (relations.length === 0) return;
    this.landscape.declare(`contextmap ${name}`, {
      doc: map.doc,
      head: `contextmap ${name}`,
      members: [property('state', state), ...relations],
    });
  }

  private relation(relation: CmlRelation): Statement {
    const { arrow, name, technology, exposed, doc } = relation;
    const isBackward = arrow === '<-';
    const [upstream, downstream] = isBackward
      ? [relation.right, relation.left]
      : [relation.left, relation.right];
    const [up, down] = isBackward
      ? [relation.rightRoles, relation.leftRoles]
      : [relation.leftRoles, relation.rightRoles];
    const symmetric = arrow === '<->' ? symmetricKind(up, down) : undefined;
    const comment = name === undefined ? '' : ` ${quote(name.replaceAll('_', ' '))}`;
    const head = symmetric
      ? `${upstream} <-> ${downstream} : ${symmetric}${comment}`
      : `${upstream} ${roles(up, 'U')}-> ${roles(down, 'D')}${downstream}${comment}`;
    const exposes = exposed.flatMap((aggregate) => {
      const context = this.types.contextOfAggregate(aggregate, upstream);
      if (context !== undefined) return [`${context}.${aggregate}`];
      this.coverage.unsupported(relation.line, `${aggregate} is no aggregate of the document.`);
      return [];
    });
    return {
      doc,
      head,
      members: [
        property('exposes', exposes.join(', ')),
        property('technology', technology === undefined ? undefined : quote(technology)),
      ],
    };
  }
}

/** Without roles the two share a kernel, as Context Mapper has it. */
function symmetricKind(left: readonly string[], right: readonly string[]): string {
  return [...left, ...right].includes('P') ? 'partnership' : 'shared-kernel';
}

/** Roles in brackets, without the one that the arrow says. */
function roles(all: readonly string[], implied: string): string {
  const said = [...new Set(all)].filter((role) => role !== implied);
  const shown = said.length === 0 ? '' : `[${said.join(', ')}]`;
  return shown === '' ? '' : `${shown} `;
}
