import { foldedName } from '../../language/names.js';
import type { Api } from '../../model/elements/apis.js';
import type { Event } from '../../model/elements/messages.js';

export type Versioned = Api | Event;

/** The same API or event in several major versions, the oldest first. */
export interface VersionFamily {
  /** The name without its version. */
  readonly name: string;
  readonly members: readonly { readonly element: Versioned; readonly major: number }[];
}

export interface Offered {
  readonly element: Versioned;
  readonly major: number;
}

/** APIs of one service, and events of one aggregate or context, whose names differ in a version. */
export function versionFamilies(offered: readonly Offered[]): VersionFamily[] {
  // Nearly always all are in their first version.
  if (offered.every(({ major }) => major === 1)) return [];
  const families = new Map<
    string,
    { name: string; members: { element: Versioned; major: number }[] }
  >();
  for (const { element, major } of offered) {
    const name = element.name.replace(suffix, '');
    const key = `${element.kind} ${element.parent ?? ''} ${foldedName(name)}`;
    const family = families.get(key);
    if (family) family.members.push({ element, major });
    else families.set(key, { name, members: [{ element, major }] });
  }
  return [...families.values()]
    .filter(({ members }) => new Set(members.map(({ major }) => major)).size > 1)
    .map(({ name, members }) => ({ name, members: members.sort((a, b) => a.major - b.major) }));
}

/** `OrdersV2`, `orders_v2`. */
const suffix = /_?[vV](\d+)$/;

/** The major of its version, else of its name or path; 1 for a bare name. */
export function majorOf(element: Versioned): number {
  if (/^v?1\b/.test(element.version ?? '') && !/\d$/.test(element.name)) return 1;
  const path = element.kind === 'api' ? (element.path ?? '') : element.topic;
  const written =
    suffix.exec(element.name)?.[1] ??
    /^v?(\d+)/.exec(element.version ?? '')?.[1] ??
    /(?:^|[/.])v(\d+)(?:[/.]|$)/.exec(path)?.[1];
  return written === undefined ? 1 : Number(written);
}
