import type { DraftContextBlock, Ref } from '../build/draft.js';
import type { Context } from '../elements/context.js';
import type { ElementId } from '../elements/identity.js';
import type { Domain, Subdomain, SubdomainType } from '../elements/strategic.js';
import type { Problem } from '../problem.js';
import type { NameIndex } from '../resolve/name-index.js';

const byImportance: readonly SubdomainType[] = ['core', 'supporting', 'generic'];
const volatilityOf = { core: 'high', supporting: 'medium', generic: 'low' } as const;

/** A property stands in one block of a context only; a second one is a problem at its place. */
export function repeatedProperties(blocks: readonly DraftContextBlock[]): Problem[] {
  if (blocks.length < 2) return [];
  const problems: Problem[] = [];
  const first = new Map<string, DraftContextBlock['propertySpans'][string]>();
  for (const { element, propertySpans } of blocks) {
    for (const [name, span] of Object.entries(propertySpans)) {
      const before = first.get(name);
      if (!before) {
        first.set(name, span);
        continue;
      }
      problems.push({
        message: `\`${name}\` of context \`${element.name}\` is already given in another block. Keep it in one of them.`,
        span,
        related: [{ span: before, message: 'First given here.' }],
      });
    }
  }
  return problems;
}

/** One context from all its blocks, whose members are one set. */
export function mergeContext(
  blocks: readonly DraftContextBlock[],
  names: NameIndex,
  subdomainOf: (id: ElementId) => Subdomain | Domain | undefined,
): Context {
  const elements = blocks.map(({ element }) => element);
  const resolve = (ref: Ref | undefined) => {
    const found = ref && names.resolve(ref);
    return typeof found === 'string' ? found : undefined;
  };
  const implemented = blocks.flatMap(({ refs }) =>
    ((refs['implements'] ?? []) as readonly Ref[]).flatMap((ref) => resolve(ref) ?? []),
  );
  const implementing = [...new Set(implemented)];
  const types = implementing.flatMap((id) => {
    const target = subdomainOf(id);
    return target?.kind === 'subdomain' ? [target.type] : [];
  });
  const subdomainType = byImportance.find((type) => types.includes(type));
  const team = blocks.map(({ refs }) => resolve(refs['team'] as Ref | undefined)).find(Boolean);
  const pick = <K extends keyof Context>(key: K): Pick<Context, K> | undefined => {
    const owner = elements.find((element) => element[key] !== undefined);
    return owner && ({ [key]: owner[key] } as Pick<Context, K>);
  };
  const volatility =
    elements.find((element) => element.volatility)?.volatility ??
    (subdomainType && volatilityOf[subdomainType]);
  const [first] = elements as [Context, ...Context[]];
  return {
    ...first,
    ...pick('title'),
    ...pick('doc'),
    ...pick('vision'),
    ...pick('contextKind'),
    ...pick('evolution'),
    ...pick('deprecated'),
    ...pick('stability'),
    ...pick('renamedFrom'),
    annotations: elements.flatMap(({ annotations }) => annotations),
    tags: [...new Set(elements.flatMap(({ tags }) => tags))],
    links: elements.flatMap(({ links }) => links),
    accepts: elements.flatMap(({ accepts }) => accepts),
    implements: implementing,
    responsibilities: elements.flatMap(({ responsibilities }) => responsibilities),
    terms: elements.flatMap(({ terms }) => terms),
    blocks: elements.map(({ span }) => span),
    blockNames: elements.map(({ nameSpan }) => nameSpan),
    volatilityDeclared: elements.some(({ volatilityDeclared }) => volatilityDeclared),
    ...(volatility === undefined ? {} : { volatility }),
    ...(subdomainType === undefined ? {} : { subdomainType }),
    ...(team === undefined ? {} : { team }),
  };
}
