/** Messages as events and commands. */
import { humanize } from '../../contracts/naming.js';
import { canonical } from '../../contracts/merge/place.js';
import { sentence } from '../../contracts/text/markdown.js';
import { kebabCase, wordsOf } from '../../language/names.js';
import { isPast } from '../../language/verbs/tense.js';
import { archIdentity } from '../arch/identity.js';
import { quote, titled } from '../arch/literals.js';
import { typeName } from '../arch/names.js';
import { property, type Statement } from '../arch/statement.js';
import type { DocumentNode } from '../node.js';
import { Fields } from '../schemas/fields.js';
import { hasProperties, partsOf } from '../schemas/shape.js';
import type { DeclaredType, Types } from '../schemas/types.js';
import { messageWords, type MessageWords } from './descriptions.js';

export type MessageKind = 'event' | 'command';

export interface ReadMessage {
  readonly kind: MessageKind;
  /** How the service names it. */
  readonly reference: string;
  /** Its documentation; undefined where it has none. */
  readonly doc: string | undefined;
}

/** Where a message travels. */
export interface Route {
  readonly topic: string;
  readonly broker: string | undefined;
  readonly retention: string | undefined;
}

export class Messages {
  readonly declared: DeclaredType[] = [];
  private readonly types: Types;
  private readonly context: string;
  private readonly fields: Fields;
  private readonly known = new Map<string, ReadMessage>();
  /** Schemas that are the payload of a message and nothing else. */
  readonly payloads = new Set<string>();

  /** @param context the name of the context that messages of the document belong to */
  constructor(types: Types, context: string) {
    this.types = types;
    this.context = context;
    this.fields = new Fields(types);
  }

  /**
   * The message as an event or a command, declared where it is met first.
   *
   * @param key its name in the channel or the components
   * @param isAnswered whether a reply is expected, as commands have it
   */
  read(message: DocumentNode, key: string, route: Route, isAnswered: boolean): ReadMessage {
    const known = this.known.get(message.key);
    if (known) return known;
    const payload = message.at('payload');
    const schema = payload && this.types.references.follow(schemaOf(payload));
    const identity = archIdentity(message);
    const own = identity && (identity.kind === 'event' || identity.kind === 'command');
    const kind = own ? identity.kind : kindOf(message, key, isAnswered);
    const name = own ? identity.path.at(-1)! : this.types.names.take(typeName(key, 'Message'));
    const reference = own && schema ? this.types.own(schema).reference : name;
    if (schema) {
      archIdentity(schema);
      this.payloads.add(schema.key);
    }
    const owners = own ? identity.path.slice(0, -1) : [];
    // The address that a message has where none is given.
    const usual = `${kebabCase(owners[0] ?? this.context)}.${kebabCase(name)}`;
    const title = message.text('title');
    message.text('name');
    const words = messageWords(message.text('description'));
    const summary = message.text('summary');
    const plain = sentence(title ?? humanize(name));
    const doc = own ? (words.doc === plain ? undefined : words.doc) : (words.doc ?? summary);
    const read = { kind, reference, doc };
    this.known.set(message.key, read);
    this.declared.push({
      name,
      owners,
      statement: {
        doc,
        annotations: deprecation(words, message.text('x-sunset')),
        head: `${kind} ${titled(name, title === humanize(name) ? undefined : title)}`,
        members: [
          property('version', words.version),
          property('topic', route.topic === usual ? undefined : quote(route.topic)),
          property('via', route.broker),
          property('key', this.keyOf(message, schema)),
          property('delivery', words.delivery),
          words.isOrdered ? { head: 'ordered' } : undefined,
          property('retention', route.retention),
          kind === 'event' ? property('compatibility', words.compatibility) : undefined,
          ...this.fieldsOf(payload, schema, name),
        ],
      },
    });
    return read;
  }

  private fieldsOf(
    payload: DocumentNode | undefined,
    schema: DocumentNode | undefined,
    name: string,
  ): Statement[] {
    if (!payload || !schema) return [];
    const format = payload.at('schemaFormat')?.value;
    if (typeof format === 'string' && !/asyncapi|schema\+|openapi/.test(format)) {
      payload.unsupported(`The payload is described in \`${format}\`, which is not read.`);
      return [];
    }
    if (!hasProperties(schema, this.types.references)) {
      if (schema.at('type')?.value !== 'object') {
        payload.noted('The payload is no object with properties; the model has no fields for it.');
      }
      return [];
    }
    schema.at('type')?.modelled();
    schema.text('description');
    schema.text('title');
    return this.fields.read(partsOf(schema, this.types.references), name, false);
  }

  /** The field that has the schema of the key. */
  private keyOf(message: DocumentNode, schema: DocumentNode | undefined): string | undefined {
    const key = message.at('bindings')?.at('kafka')?.at('key');
    const properties = schema?.at('properties')?.entries() ?? [];
    const same = properties.find(
      ([, node]) => key !== undefined && canonical(node.value) === canonical(key.value),
    );
    if (same) key?.modelled();
    return same && /^[A-Za-z_]\w*$/.test(same[0]) ? same[0] : undefined;
  }
}

function deprecation(words: MessageWords, sunset: string | undefined): string[] {
  if (!words.isDeprecated) return [];
  const parts = [
    ...(words.replacement === undefined ? [] : [quote(words.replacement)]),
    ...(sunset !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(sunset) ? [`sunset: ${sunset}`] : []),
  ];
  return [parts.length === 0 ? '@deprecated' : `@deprecated(${parts.join(', ')})`];
}

/** Payloads may name the format that they are described in. */
function schemaOf(payload: DocumentNode): DocumentNode {
  return (payload.at('schemaFormat') && payload.at('schema')) ?? payload;
}

/** Events are called by what happened, commands by what is to be done or by what answers them. */
function kindOf(message: DocumentNode, key: string, isAnswered: boolean): MessageKind {
  const name = message.at('name')?.value;
  const words = wordsOf(typeof name === 'string' ? name : key);
  const last = words.at(-1) ?? '';
  if (last === 'command' || last === 'request' || isAnswered) return 'command';
  if (words.some((word) => isPast(word)) || last === 'event') return 'event';
  return imperatives.has(words[0] ?? '') && words.length > 1 ? 'command' : 'event';
}

const imperatives = new Set(
  ['turn', 'dim', 'create', 'update', 'delete', 'cancel', 'place', 'start', 'stop', 'send'].concat([
    'process',
    'ship',
    'book',
    'reserve',
    'release',
    'set',
    'add',
    'remove',
    'request',
  ]),
);
