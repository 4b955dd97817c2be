import { nameOfId } from '../../model/lookup.js';
import type { EdgeStyle } from '../picture.js';

const verbs: Readonly<Partial<Record<EdgeStyle, string>>> = {
  call: 'calls',
  publish: 'publishes',
  subscribe: 'is delivered to',
  command: 'sends a command to',
  access: 'accesses the store',
  use: 'owns the store',
};

interface Described {
  readonly from: string;
  readonly to: string;
  readonly style: EdgeStyle;
  readonly label?: string;
}

/** An edge between services, stores and events in a sentence. */
export function describeEdge({ from, to, style, label }: Described): string {
  const name = (id: string) => nameOfId(id.split('@')[0] ?? id);
  const verb =
    style === 'subscribe' && label !== undefined ? 'sends an event to' : (verbs[style] ?? 'to');
  return `${name(from)} ${verb} ${name(to)}${label === undefined ? '' : `: ${label}`}`;
}
