/** Security schemes as `auth`, and what operations ask for as `scope`. */
import { isList } from '../../contracts/tree.js';
import { quote } from '../arch/literals.js';
import type { DocumentNode } from '../node.js';
import type { References } from '../references.js';
import { knownScopes } from './descriptions.js';

export class Security {
  private readonly schemes = new Map<string, string>();
  /** Scopes that are known by words only, by scheme. */
  private readonly inWords = new Map<string, readonly string[]>();

  constructor(components: DocumentNode | undefined, references: References) {
    for (const [name, node] of components?.at('securitySchemes')?.entries() ?? []) {
      const scheme = references.follow(node);
      const auth = scheme && authOf(scheme);
      if (!scheme || auth === undefined)
        node.unsupported('The language has no such way to authenticate.');
      else {
        this.schemes.set(name, auth);
        this.inWords.set(auth, scopesInWords(scheme.at('description')));
      }
    }
  }

  /** The `auth` of an API from its own requirement, else from what its operations ask for. */
  auth(
    root: DocumentNode | undefined,
    operations: readonly DocumentNode[],
    needed: ReadonlySet<string>,
  ): string | undefined {
    const own = root && isList(root.value) && root.value.length > 0 ? [root] : undefined;
    const ways = new Map<string, Set<string>>();
    for (const list of own ?? operations.flatMap((one) => one.at('security') ?? [])) {
      for (const requirement of list.items()) {
        const entries = requirement.entries();
        if (own && entries.length === 0) {
          ways.set('none', new Set());
          requirement.modelled();
        }
        if (entries.length > 1) requirement.noted('The model takes these as alternatives.');
        for (const [name, scopes] of entries) {
          const scheme = this.schemes.get(name);
          if (scheme === undefined) continue;
          scopes.modelled();
          const words = (this.inWords.get(scheme) ?? []).filter((scope) => !needed.has(scope));
          const known = ways.get(scheme) ?? new Set(own ? words : []);
          // What one operation asks for is not asked of all.
          if (own) for (const scope of textsOf(scopes)) known.add(scope);
          ways.set(scheme, known);
        }
      }
    }
    if (root) root.modelled();
    const texts = [...ways].map(([scheme, scopes]) =>
      scopes.size === 0 ? scheme : `${scheme}(${[...scopes].map(quote).join(', ')})`,
    );
    return texts.length === 0 ? undefined : texts.join(', ');
  }

  /** The scopes that an operation asks for. */
  scopes(security: DocumentNode | undefined, isSecured: boolean): string[] {
    if (!security) return [];
    const requirements = security.items();
    if (isSecured && requirements.every((one) => one.entries().length === 0)) {
      security.unsupported('Operations cannot be open where their API is secured.');
      return [];
    }
    const scopes = new Set<string>();
    for (const [, node] of requirements.flatMap((one) => one.entries())) {
      for (const scope of textsOf(node)) scopes.add(scope);
    }
    security.modelled();
    return [...scopes];
  }
}

/** Other words stay in the document alone. */
function scopesInWords(description: DocumentNode | undefined): readonly string[] {
  const scopes = knownScopes(
    typeof description?.value === 'string' ? description.value : undefined,
  );
  if (scopes.length > 0) description?.modelled();
  return scopes;
}

function textsOf(node: DocumentNode): string[] {
  return isList(node.value) ? node.value.filter((one) => typeof one === 'string') : [];
}

function authOf(scheme: DocumentNode): string | undefined {
  const type = scheme.text('type');
  switch (type) {
    case 'http': {
      const kind = scheme.text('scheme')?.toLowerCase();
      if (kind === 'basic') return 'basic';
      if (kind === 'mutual') return 'mtls';
      if (kind !== 'bearer') return undefined;
      scheme.text('bearerFormat');
      return 'jwt';
    }
    case 'apiKey':
    case 'httpApiKey':
      return 'api-key';
    case 'oauth2':
      return 'oauth2';
    case 'openIdConnect':
      return 'oidc';
    case 'mutualTLS':
    case 'X509':
      return 'mtls';
    case 'userPassword':
    case 'plain':
      return 'basic';
    default:
      return undefined;
  }
}
