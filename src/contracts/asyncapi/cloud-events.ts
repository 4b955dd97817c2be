/** CloudEvents 1.0 attributes as message headers (binary mode), the same for every message. */
import { boundaryOf } from '../../model/lookup.js';
import type { Command, Event } from '../../model/elements/messages.js';
import type { Model } from '../../model/model.js';
import { kebabCase } from '../naming.js';
import { placeholderHost } from '../owner.js';
import type { TreeMap } from '../tree.js';
import { formatExamples } from '../types/formats.js';

/** The message trait, a component that every message refers to. */
export const cloudEventsTrait: TreeMap = {
  description:
    'CloudEvents 1.0 attributes as headers (binary mode). Where a protocol allows it, they carry its prefix: `ce_` on Kafka, `cloudEvents:` on AMQP.',
  headers: {
    type: 'object',
    required: ['id', 'source', 'specversion', 'type'],
    properties: {
      id: {
        type: 'string',
        minLength: 1,
        description: 'Unique for each source; whoever sees it twice has seen a duplicate.',
      },
      source: { type: 'string', format: 'uri-reference', description: 'Where it happened.' },
      specversion: { type: 'string', const: '1.0', description: 'The version of CloudEvents.' },
      type: { type: 'string', minLength: 1, description: 'What happened.' },
      time: { type: 'string', format: 'date-time', description: 'When it happened.' },
      subject: { type: 'string', description: 'What it happened to.' },
      datacontenttype: { type: 'string', description: 'The media type of the payload.' },
      correlationid: {
        type: 'string',
        description: 'The same through everything that one request set going.',
      },
    },
  },
};

/** The `type` attribute: `ordering.order-placed.v1`. */
export function cloudEventType(model: Model, message: Event | Command): string {
  const context = kebabCase(boundaryOf(model, message.id)?.name ?? 'shared');
  const major = /^\d+/.exec(message.version ?? '')?.[0] ?? '1';
  return `${context}.${kebabCase(message.name)}.v${major}`;
}

export function exampleHeaders(model: Model, message: Event | Command): TreeMap {
  const source = boundaryOf(model, message.id)?.name;
  return {
    id: '9b2d1f0e-4c77-4f3a-8a53-1f6f0c7b2e90',
    source: `https://${placeholderHost(model, source)}`,
    specversion: '1.0',
    type: cloudEventType(model, message),
    time: formatExamples.get('date-time')!,
    datacontenttype: 'application/json',
    correlationid: 'c0a80101-7d3e-4b5f-9a61-2f4e8d6b1c33',
  };
}
