/** Which declarations and collaborations may stand in which block. */
import type { BlockKind } from './block-kind.js';
import { propertyNames } from './properties.js';

const types = ['scalar', 'enum', 'value', 'union', 'entity', 'event', 'command', 'error'];
const serviceMembers = [
  'owns',
  'replicates',
  'libraries',
  'team',
  'store',
  'reads',
  'writes',
  'slo',
  'api',
  'publishes',
  'subscribes',
  'sends',
  'handles',
  'calls',
  ...types,
];

/**
 * Declarations and collaborations that may stand in a block, by keyword, in the order in which one
 * writes them: from what it is to what it does. `field` is a field.
 */
const members: Readonly<Record<BlockKind, readonly string[]>> = {
  file: [
    'system',
    'domain',
    'team',
    'actor',
    'external',
    'context',
    'contextmap',
    'broker',
    'library',
    'view',
    'flow',
  ],
  system: [],
  domain: ['subdomain'],
  subdomain: [],
  team: [],
  actor: ['calls'],
  external: serviceMembers,
  broker: [],
  library: [],
  context: ['team', 'term', 'aggregate', 'service', 'store', ...types],
  contextmap: ['relation'],
  relation: ['exposes', 'shares'],
  aggregate: ['team', 'entity', ...types.filter((type) => type !== 'entity')],
  entity: ['field'],
  value: ['field'],
  event: ['field', 'via'],
  command: ['field', 'via'],
  error: ['field'],
  service: serviceMembers,
  store: ['team'],
  api: ['operation', 'auth'],
  operation: ['calls', 'emits', 'handles', 'modifies'],
  call: [],
  subscription: ['calls', 'emits', 'modifies'],
  handling: ['calls', 'emits', 'modifies'],
  access: [],
  publication: [],
  slo: [],
  view: ['include', 'exclude'],
  flow: ['step'],
};

/** Keywords of what may stand in a block, its properties aside. */
export function membersOf(block: BlockKind): readonly string[] {
  return members[block];
}

/** Every word that a statement may begin with. */
export const statementKeywords: ReadonlySet<string> = new Set([
  ...propertyNames,
  ...Object.values(members).flat(),
]);

/** Blocks that take a member with this keyword. */
export function blocksTaking(member: string): readonly BlockKind[] {
  return (Object.keys(members) as BlockKind[]).filter((block) => members[block].includes(member));
}
