/** Words that APIs are declared with. */

export const authSchemes = ['none', 'basic', 'api-key', 'jwt', 'oauth2', 'oidc', 'mtls'] as const;

export const apiStyles = ['rest', 'grpc', 'graphql'] as const;
