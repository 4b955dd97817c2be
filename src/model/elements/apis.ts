/** APIs, and who is let in. */
import type { ElementBase } from './base.js';
import type { ElementId } from './identity.js';
import type { Rate } from './literals.js';

export type Audience = 'public' | 'partner' | 'internal' | 'context';

export type ApiStyle = 'rest' | 'grpc' | 'graphql';
export type AuthScheme = 'none' | 'basic' | 'api-key' | 'jwt' | 'oauth2' | 'oidc' | 'mtls';

export interface Auth {
  readonly scheme: AuthScheme;
  readonly scopes: readonly string[];
}

export interface Api extends ElementBase {
  readonly kind: 'api';
  /** The service or external that offers it. */
  readonly service: ElementId;
  readonly style: ApiStyle;
  readonly version?: string;
  readonly path?: string;
  /** Declared, else `internal`. */
  readonly audience: Audience;
  readonly audienceDeclared: boolean;
  /** Several may be offered; any one of them lets a caller in. */
  readonly auth: readonly Auth[];
  readonly rateLimit?: Rate;
  readonly depthLimit?: number;
  readonly operations: readonly ElementId[];
}
