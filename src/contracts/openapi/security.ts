/** Security schemes with every scope declared, and what operations require of them. */
import type { Api, Auth, AuthScheme } from '../../model/elements/apis.js';
import type { Operation } from '../../model/elements/operations.js';
import { find } from '../../model/lookup.js';
import { placeholderHost } from '../owner.js';
import { byText, compact, map, type Tree, type TreeMap } from '../tree.js';
import { isModern, type OpenApiScope } from './scope.js';

const schemeNames: Readonly<Record<Exclude<AuthScheme, 'none'>, string>> = {
  basic: 'basicAuth',
  'api-key': 'apiKey',
  jwt: 'bearerAuth',
  oauth2: 'oauth2',
  oidc: 'openId',
  mtls: 'mutualTls',
};

type Scheme = Exclude<AuthScheme, 'none'>;

function schemesOf(api: Api): Scheme[] {
  return [...new Set(api.auth.map((auth) => auth.scheme))].filter((scheme) => scheme !== 'none');
}

/** Whether callers must show who they are. */
export function isSecured(api: Api): boolean {
  return schemesOf(api).length > 0 && !api.auth.some((auth) => auth.scheme === 'none');
}

function operationsOf({ model, api }: OpenApiScope): Operation[] {
  return api.operations.flatMap((id) => find(model, 'operation', id) ?? []);
}

/** Every scope that the API or one of its operations names. */
function allScopes(scope: OpenApiScope): string[] {
  const scopes = [
    ...scope.api.auth.flatMap((auth) => auth.scopes),
    ...operationsOf(scope).flatMap((operation) => operation.scopes),
  ];
  return [...new Set(scopes)].sort(byText);
}

export function securitySchemes(scope: OpenApiScope): TreeMap {
  return map(
    schemesOf(scope.api).map(
      (scheme) => [schemeNames[scheme], securityScheme(scope, scheme)] as const,
    ),
  );
}

function securityScheme(scope: OpenApiScope, scheme: Scheme): TreeMap {
  const host = placeholderHost(scope.model, 'auth');
  switch (scheme) {
    case 'basic':
      return { type: 'http', scheme: 'basic', description: 'User name and password (RFC 7617).' };
    case 'api-key':
      return {
        type: 'apiKey',
        in: 'header',
        name: 'X-API-Key',
        description: 'A key that the provider hands out to each client.',
      };
    case 'jwt':
      return {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description: inWords('A signed JSON Web Token (RFC 7519).', scope),
      };
    case 'oauth2':
      return { type: 'oauth2', description: 'OAuth 2.0 (RFC 6749).', flows: flows(scope, host) };
    case 'oidc':
      return {
        type: 'openIdConnect',
        openIdConnectUrl: `https://${host}/.well-known/openid-configuration`,
        description: inWords('OpenID Connect.', scope),
      };
    default:
      return isModern(scope.config)
        ? { type: 'mutualTLS', description: 'A client certificate that the provider trusts.' }
        : {
            type: 'http',
            scheme: 'mutual',
            description:
              'A client certificate that the provider trusts (OpenAPI 3.0 has no type for mutual TLS).',
          };
  }
}

function inWords(text: string, scope: OpenApiScope): string {
  const scopes = allScopes(scope);
  return scopes.length === 0 ? text : `${text} Knows ${list(scopes)}.`;
}

/** People come by authorization code where outsiders may call; services by client credentials. */
function flows(scope: OpenApiScope, host: string): TreeMap {
  const scopes = map(allScopes(scope).map((name) => [name, scopeDescription(name)] as const));
  const tokenUrl = `https://${host}/oauth2/token`;
  const outside = scope.api.audience === 'public' || scope.api.audience === 'partner';
  return compact({
    authorizationCode: outside
      ? { authorizationUrl: `https://${host}/oauth2/authorize`, tokenUrl, scopes }
      : undefined,
    clientCredentials: { tokenUrl, scopes },
  });
}

/** `orders:write` → `Write orders`; any other form as it is. */
function scopeDescription(scope: string): string {
  const match = /^([\w-]+)[.:/](read|write|create|update|delete|admin|manage)$/.exec(scope);
  if (!match) return `Access to \`${scope}\`.`;
  const verb = match[2]!.charAt(0).toUpperCase() + match[2]!.slice(1);
  return `${verb} ${match[1]!.replace(/[-_]/g, ' ')}.`;
}

/**
 * What a request needs: one entry for each way in. Of several scopes on the API any one is enough,
 * as each stands for a part of it; an operation's own scopes are all needed.
 */
export function rootSecurity(scope: OpenApiScope): Tree {
  return scope.api.auth.flatMap(ways);
}

/** The requirement of an operation that differs from the root's; undefined where it does not. */
export function operationSecurity(scope: OpenApiScope, operation: Operation): Tree | undefined {
  if (operation.scopes.length === 0 || !isSecured(scope.api)) return undefined;
  return schemesOf(scope.api).map((scheme) => ({
    [schemeNames[scheme]]: carriesScopes(scheme) ? [...new Set(operation.scopes)] : [],
  }));
}

function ways(auth: Auth): TreeMap[] {
  if (auth.scheme === 'none') return [{}];
  const name = schemeNames[auth.scheme];
  const scopes = carriesScopes(auth.scheme) ? [...new Set(auth.scopes)] : [];
  return scopes.length === 0 ? [{ [name]: [] }] : scopes.map((one) => ({ [name]: [one] }));
}

/**
 * Only OAuth 2.0 has a place where its scopes are declared, and linters refuse scopes that are not.
 * Those of other schemes stand in words in the descriptions.
 */
function carriesScopes(scheme: Scheme): boolean {
  return scheme === 'oauth2';
}

/** The scopes that an operation needs and that its `security` does not show. */
export function scopesInWords({ api }: OpenApiScope, operation: Operation): string {
  const hidden = schemesOf(api).some((scheme) => !carriesScopes(scheme));
  const scopes = [...new Set(operation.scopes)];
  return hidden && scopes.length > 0 ? `Needs ${list(scopes)}.` : '';
}

function list(scopes: readonly string[]): string {
  return `the scope${scopes.length === 1 ? '' : 's'} ${scopes.map((scope) => `\`${scope}\``).join(', ')}`;
}
