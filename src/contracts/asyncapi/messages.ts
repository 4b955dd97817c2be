/** Events and commands as AsyncAPI messages. */
import type { Field } from '../../model/elements/data-types.js';
import type { Command, Event } from '../../model/elements/messages.js';
import type { Model } from '../../model/model.js';
import { titleOf } from '../owner.js';
import { markdown, paragraphs, sentence } from '../text/markdown.js';
import { compact, type TreeMap } from '../tree.js';
import type { Schemas } from '../types/schemas.js';
import { messageBindings, type Protocol } from './bindings.js';
import { exampleHeaders } from './cloud-events.js';

export function messageObject(
  model: Model,
  schemas: Schemas,
  message: Event | Command,
  protocol: Protocol,
): TreeMap {
  const payload = schemas.example(
    { shape: 'named', target: message.id, span: message.nameSpan },
    {},
    message.name,
  );
  return compact({
    name: message.name,
    title: titleOf(message),
    summary: summaryOf(message),
    description: describeMessage(message),
    contentType: 'application/json',
    tags: [{ name: message.kind, description: `All ${message.kind}s.` }],
    correlationId: {
      description: 'Ties together everything that one request set going.',
      location: '$message.header#/correlationid',
    },
    traits: [{ $ref: '#/components/messageTraits/CloudEvents' }],
    payload: schemas.ref(message.id),
    bindings: messageBindings(protocol, message, keySchema(schemas, message)),
    examples:
      payload === undefined
        ? undefined
        : [
            {
              name: message.name,
              summary: `An example of ${titleOf(message)}.`,
              headers: exampleHeaders(model, message),
              payload,
            },
          ],
    'x-sunset': message.deprecated?.sunset,
    'x-arch-id': message.id,
    'x-arch-kind': message.kind,
  });
}

/** The first sentence or line of the documentation, else the title. */
function summaryOf(message: Event | Command): string {
  const first = message.doc === undefined ? '' : (markdown(message.doc).split('\n')[0] ?? '');
  return sentence(first.trim() || titleOf(message));
}

function describeMessage(message: Event | Command): string {
  const facts = [
    message.version === undefined ? '' : `Version ${message.version}.`,
    message.delivery === undefined ? '' : `Delivered ${message.delivery.replaceAll('-', ' ')}.`,
    message.ordered ? `In order${message.key === undefined ? '' : ' for each key'}.` : '',
    message.kind === 'event' ? `Schema compatibility: ${message.compatibility}.` : '',
    message.deprecated
      ? `Deprecated${message.deprecated.replacement ? `: ${message.deprecated.replacement}` : ''}.`
      : '',
  ];
  return paragraphs(
    message.doc === undefined ? sentence(titleOf(message)) : markdown(message.doc),
    facts.filter((fact) => fact !== '').join(' '),
  );
}

function keySchema(schemas: Schemas, message: Event | Command): TreeMap | undefined {
  const key: Field | undefined = message.fields.find((field) => field.name === message.key);
  return key && schemas.type(key.type, key.constraints);
}
