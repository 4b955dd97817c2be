/** Where types go: into the context, the aggregate or the service that they belong to. */
import type { Landscape, Owner } from '../arch/landscape.js';
import type { DeclaredType } from './types.js';

/** @param home the provider of the document's own API or messages, and its context */
export function placeTypes(
  types: readonly DeclaredType[],
  home: { readonly boundary: Owner; readonly provider: Owner },
  landscape: Landscape,
): void {
  for (const { name, owners, statement } of types) {
    ownerOf(owners, home, landscape).add(`type ${name}`, statement);
  }
}

function ownerOf(
  owners: readonly string[],
  { boundary, provider }: { readonly boundary: Owner; readonly provider: Owner },
  landscape: Landscape,
): Owner {
  const [context, inner] = owners;
  if (context === undefined) return boundary;
  const found =
    context === boundary.name
      ? boundary
      : (landscape.find('external', context) ?? landscape.context(context));
  if (inner === undefined) return found;
  if (found === boundary && inner === provider.name) return provider;
  return found.find('service', inner) ?? found.part('aggregate', inner);
}
