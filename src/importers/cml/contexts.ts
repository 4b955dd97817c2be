/** Bounded contexts with what they hold. */
import type { Landscape, Owner } from '../arch/landscape.js';
import { quote } from '../arch/literals.js';
import { memberName, Names, typeName } from '../arch/names.js';
import { property, type Statement } from '../arch/statement.js';
import type { LineCoverage } from './line-coverage.js';
import type { CmlContext, CmlField, CmlObject, CmlService } from './syntax.js';
import type { TypeNames } from './type-names.js';

const contextKinds: Readonly<Record<string, string>> = {
  FEATURE: 'feature',
  APPLICATION: 'application',
  SYSTEM: 'system',
};

export class Contexts {
  private readonly landscape: Landscape;
  private readonly types: TypeNames;
  private readonly coverage: LineCoverage;
  private readonly teams: ReadonlySet<string>;

  constructor(
    landscape: Landscape,
    types: TypeNames,
    coverage: LineCoverage,
    teams: ReadonlySet<string>,
  ) {
    this.landscape = landscape;
    this.types = types;
    this.coverage = coverage;
    this.teams = teams;
  }

  /**
   * @param parts the domains and subdomains that the context implements, by path
   * @param team the team that realizes it
   */
  read(context: CmlContext, parts: readonly string[], team: string | undefined): void {
    const { name, vision, type, responsibilities, technology, doc, line } = context;
    const owner = this.landscape.context(name);
    owner.doc = doc;
    if (parts.length > 0) owner.tail = ` implements ${parts.join(', ')}`;
    const kind = Object.hasOwn(contextKinds, type ?? '') ? contextKinds[type!] : undefined;
    owner.set('vision', property('vision', vision === undefined ? undefined : quote(vision)));
    owner.set(
      'responsibilities',
      property('responsibilities', responsibilities.map(quote).join(', ')),
    );
    owner.set('kind', property('kind', kind));
    owner.set('team', property('team', team));
    this.objects(owner, context.objects, name, undefined);
    const services = new Names();
    for (const aggregate of context.aggregates) {
      const part = owner.part('aggregate', aggregate.name);
      part.doc = aggregate.doc;
      if (aggregate.owner !== undefined) {
        if (this.teams.has(aggregate.owner)) part.set('team', { head: `team ${aggregate.owner}` });
        else
          this.coverage.unsupported(
            aggregate.line,
            `${aggregate.owner} is no team of the document.`,
          );
      }
      this.objects(part, aggregate.objects, name, aggregate.name);
      for (const service of aggregate.services) {
        this.service(owner, service, services, name, aggregate.name, technology);
      }
    }
    for (const service of context.services) {
      this.service(owner, service, services, name, undefined, technology);
    }
    const count =
      context.services.length + context.aggregates.flatMap((one) => one.services).length;
    if (technology !== undefined && count === 0) {
      this.coverage.unsupported(line, 'Technology belongs to services, and the context has none.');
    }
  }

  /** Types that are named and never described: any text, until somebody describes them. */
  missing(): void {
    for (const [context, names] of this.types.missing) {
      for (const name of names) {
        this.landscape.context(context).add(`type ${name}`, {
          doc: 'Named in the imported document, and not described there.',
          head: `scalar ${typeName(name, 'Type')} = string`,
        });
      }
    }
  }

  private objects(
    owner: Owner,
    objects: readonly CmlObject[],
    context: string,
    aggregate: string | undefined,
  ): void {
    const names = new Names();
    let hasRoot = false as boolean;
    for (const object of objects) {
      const name = typeName(object.name, 'Type');
      if (names.has(`${object.kind} ${name}`)) {
        this.coverage.unsupported(object.line, 'Something of this name is there already.');
        continue;
      }
      names.take(`${object.kind} ${name}`);
      const isRoot: boolean =
        object.isRoot && object.kind === 'entity' && !hasRoot && aggregate !== undefined;
      if (object.isRoot && !isRoot) {
        this.coverage.unsupported(object.line, 'An aggregate has one root, which is an entity.');
      }
      hasRoot ||= isRoot;
      owner.add(`type ${name}`, this.object(object, name, isRoot, context, aggregate));
    }
  }

  private object(
    object: CmlObject,
    name: string,
    isRoot: boolean,
    context: string,
    aggregate: string | undefined,
  ): Statement {
    const { kind, doc } = object;
    if (kind === 'enum') {
      const members = [...new Set(object.values)].map((value) => ({ head: value }));
      return { doc, head: `enum ${name}`, members };
    }
    const own = object.fields.map((field) => field.name);
    const inherited = this.types
      .inherited(object, context, aggregate)
      .filter((field) => !own.includes(field.name));
    const names = new Names();
    const isIdentified = kind === 'entity' || kind === 'value';
    let hasKey = false;
    const fields = [...inherited, ...object.fields].flatMap((field) => {
      const wanted = memberName(field.name, 'field');
      if (names.has(wanted)) {
        this.coverage.unsupported(field.line, 'A field of this name is there already.');
        return [];
      }
      names.take(wanted);
      const isKey = field.isKey && isIdentified && !hasKey;
      hasKey ||= isKey;
      return [this.field(field, wanted, isKey, context, aggregate)];
    });
    return { doc, head: `${isRoot ? 'root ' : ''}${kind} ${name}`, members: fields };
  }

  private field(
    field: CmlField,
    name: string,
    isKey: boolean,
    context: string,
    aggregate: string | undefined,
  ): Statement {
    const type = this.types.use(field, context, aggregate);
    const limits = field.collection === undefined ? limitsOf(field, type) : [];
    return {
      doc: field.doc,
      head: `${isKey ? 'id ' : ''}${name}: ${type}${field.isNullable ? '?' : ''}${limits.length > 0 ? ` (${limits.join(', ')})` : ''}`,
    };
  }

  private service(
    owner: Owner,
    service: CmlService,
    names: Names,
    context: string,
    aggregate: string | undefined,
    technology: string | undefined,
  ): void {
    const part = owner.part('service', names.take(service.name));
    part.doc = service.doc;
    part.set(
      'technology',
      property('technology', technology === undefined ? undefined : quote(technology)),
    );
    if (service.operations.length === 0) return;
    const taken = new Names();
    const operations = service.operations.map(({ name, result, parameters, doc }) => {
      const list = parameters.map(
        (one) => `${one.name}: ${this.types.use(one, context, aggregate)}`,
      );
      const returned = result ? `: ${this.types.use(result, context, aggregate)}` : '';
      return { doc, head: `rpc ${taken.take(name)}(${list.join(', ')})${returned}` };
    });
    part.add('api', {
      head: `api ${service.name}: grpc`,
      members: [{ head: 'audience context' }, ...operations],
    });
  }
}

const texts = new Set(['string', 'uri', 'email']);
const numbers = new Set(['int32', 'int64', 'float32', 'float64', 'decimal']);

/** Limits that the language has for the type. */
function limitsOf({ limits }: CmlField, type: string): string[] {
  const found: string[] = [];
  const number = (text: string | undefined) =>
    text !== undefined && /^-?\d+(?:\.\d+)?$/.test(text) ? text : undefined;
  if (numbers.has(type)) {
    const least = number(limits.get('min') ?? limits.get('decimalMin'));
    const most = number(limits.get('max') ?? limits.get('decimalMax'));
    if (least !== undefined) found.push(`min ${least}`);
    if (most !== undefined) found.push(`max ${most}`);
  }
  if (texts.has(type)) {
    const most = number(limits.get('length') ?? limits.get('max'));
    const pattern = limits.get('pattern');
    if (most !== undefined && /^\d+$/.test(most)) found.push(`maxLength ${most}`);
    if (pattern !== undefined && isPattern(pattern)) found.push(`pattern ${quote(pattern)}`);
  }
  return found;
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
