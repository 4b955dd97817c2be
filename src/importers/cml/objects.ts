/** Entities, value objects, events, commands and enums with their fields. */
import type { Cursor } from './cursor.js';
import type { CmlField, CmlObject, CmlObjectKind, CmlOperation, CmlService } from './syntax.js';

const kinds: Readonly<Record<string, CmlObjectKind>> = {
  Entity: 'entity',
  ValueObject: 'value',
  DataTransferObject: 'value',
  BasicType: 'value',
  Trait: 'value',
  DomainEvent: 'event',
  Event: 'event',
  Command: 'command',
  CommandEvent: 'command',
  enum: 'enum',
};

const collections = new Set(['List', 'Set', 'Bag', 'Collection']);
const visibilities = new Set(['public', 'private', 'protected', 'package']);
const flags = new Set(['key', 'nullable', 'required', 'changeable', 'not', 'unique', 'index']);
const limits = new Set(['min', 'max', 'decimalMin', 'decimalMax', 'pattern', 'length', 'size']);
const ignored = new Set(['notEmpty', 'notBlank', 'past', 'future', 'email', 'valid', 'transient']);

/** The object that begins here, if one does. */
export function readObject(cursor: Cursor): CmlObject | undefined {
  const first = cursor.next;
  const isDocumented = first.kind === 'text';
  let ahead = isDocumented ? 1 : 0;
  if (cursor.peek(ahead).text === 'abstract') ahead++;
  const keyword = cursor.peek(ahead);
  if (keyword.kind !== 'word' || !Object.hasOwn(kinds, keyword.text)) return undefined;
  if (cursor.peek(ahead + 1).kind !== 'word') return undefined;
  const doc = isDocumented ? cursor.take().text : (first.comment ?? keyword.comment);
  cursor.accept('abstract');
  cursor.take();
  const { line } = cursor.next;
  const name = cursor.name()!;
  const kind = kinds[keyword.text]!;
  if (kind === 'enum') return readEnum(cursor, name, line, doc);
  let parent: string | undefined;
  if (cursor.accept('extends')) {
    cursor.accept('@');
    parent = cursor.name();
  }
  while (cursor.accept('with')) {
    cursor.accept('@');
    cursor.coverage.unsupported(cursor.next.line, 'The language has no traits.');
    cursor.name();
  }
  let isRoot = false;
  const fields: CmlField[] = [];
  cursor.block(() => {
    if (cursor.accept('aggregateRoot')) return (isRoot = true);
    const field = readField(cursor);
    if (field) fields.push(field);
    return field !== undefined;
  });
  return { line, kind, name, parent, isRoot, fields, values: [], doc };
}

function readEnum(cursor: Cursor, name: string, line: number, doc: string | undefined): CmlObject {
  const values: string[] = [];
  cursor.block(() => {
    if (cursor.accept('aggregateLifecycle', ',', ';')) return true;
    const value = cursor.name();
    if (value === undefined) return false;
    values.push(value);
    if (cursor.accept('(')) cursor.skipTo(')');
    return true;
  });
  return { line, kind: 'enum', name, isRoot: false, fields: [], values, doc };
}

/** `- List<Address> addresses nullable` or `String name key`; undefined for operations and options. */
function readField(cursor: Cursor): CmlField | undefined {
  let ahead = cursor.next.kind === 'text' ? 1 : 0;
  const isReference = cursor.peek(ahead).text === '-' && cursor.peek(ahead).kind === 'mark';
  if (isReference) ahead++;
  if (visibilities.has(cursor.peek(ahead).text)) ahead++;
  const length = typeLength(cursor, ahead);
  if (length === 0 || cursor.peek(ahead + length).kind !== 'word') return undefined;
  // `def` begins an operation, `hint =` and such an option.
  const after = cursor.peek(ahead + length + 1).text;
  if (after === '(' || ['def', 'hint', 'not'].includes(cursor.peek(ahead).text)) return undefined;
  const doc = cursor.next.kind === 'text' ? cursor.take().text : undefined;
  cursor.accept('-');
  if (visibilities.has(cursor.next.text)) cursor.take();
  const type = readType(cursor)!;
  const { line } = cursor.next;
  const name = cursor.name()!;
  return { line, name, isReference, doc, ...type, ...readModifiers(cursor) };
}

/** How many tokens a type has; 0 where there is none. */
function typeLength(cursor: Cursor, from: number): number {
  let at = cursor.peek(from).text === '@' ? from + 1 : from;
  if (cursor.peek(at).kind !== 'word') return 0;
  at++;
  if (cursor.peek(at).text !== '<') return at - from;
  while (cursor.peek(at).text !== '>' && cursor.peek(at).kind !== 'end' && at - from < 12) at++;
  return at + 1 - from;
}

function readType(cursor: Cursor): Pick<CmlField, 'type' | 'collection'> | undefined {
  cursor.accept('@');
  const first = cursor.name();
  if (first === undefined) return undefined;
  if (!cursor.accept('<')) return { type: first };
  const inner: string[] = [];
  while (!cursor.isDone && !cursor.accept('>')) {
    const token = cursor.take();
    if (token.kind === 'word') inner.push(token.text);
  }
  if (collections.has(first)) return { type: inner[0] ?? 'Object', collection: first };
  return first === 'Map'
    ? { type: inner.at(-1) ?? 'Object', collection: 'Map' }
    : { type: inner[0] ?? first };
}

function readModifiers(cursor: Cursor): Pick<CmlField, 'isKey' | 'isNullable' | 'limits'> {
  let [isKey, isNullable] = [false, false];
  const found = new Map<string, string>();
  for (;;) {
    const { kind, text, line } = cursor.next;
    if (kind === 'mark' && text === ';') {
      cursor.take();
      break;
    }
    if (kind !== 'word') break;
    if (flags.has(text)) {
      isKey ||= text === 'key';
      const negated = cursor.accept('not');
      if (!negated) isNullable ||= text === 'nullable';
      cursor.take();
      if (cursor.accept('=')) cursor.take();
    } else if (ignored.has(text) || (limits.has(text) && cursor.peek(1).text === '=')) {
      cursor.take();
      if (cursor.accept('=')) found.set(text, cursor.take().text);
    } else if (cursor.peek(1).text === '=' && cursor.peek(2).kind === 'text') {
      cursor.coverage.unsupported(line, `The language has no \`${text}\`.`);
      cursor.take();
      cursor.take();
      cursor.take();
    } else break;
  }
  return { isKey, isNullable, limits: found };
}

/** The service that begins here, if one does. */
export function readService(cursor: Cursor): CmlService | undefined {
  const ahead = cursor.next.kind === 'text' ? 1 : 0;
  const keyword = cursor.peek(ahead);
  if (keyword.text !== 'Service' || cursor.peek(ahead + 1).kind !== 'word') return undefined;
  const doc = ahead === 1 ? cursor.take().text : cursor.next.comment;
  cursor.take();
  const { line } = cursor.next;
  const name = cursor.name()!;
  const operations: CmlOperation[] = [];
  cursor.block(() => {
    const operation = readOperation(cursor);
    if (operation) operations.push(operation);
    return operation !== undefined;
  });
  return { line, name, operations, doc };
}

/** `@Customer createCustomer(@Address address) : write;` */
function readOperation(cursor: Cursor): CmlOperation | undefined {
  const documented = cursor.next.kind === 'text' ? 1 : 0;
  let ahead = documented;
  if (visibilities.has(cursor.peek(ahead).text)) ahead++;
  const length = typeLength(cursor, ahead);
  const named = cursor.peek(ahead + length).kind === 'word';
  const closes = cursor.peek(ahead + (named ? length + 1 : length)).text;
  if (length === 0 || !['(', ';', ':'].includes(closes)) return undefined;
  const doc = documented === 1 ? cursor.take().text : undefined;
  if (visibilities.has(cursor.next.text)) cursor.take();
  const type = named ? readType(cursor) : undefined;
  const { line } = cursor.next;
  const name = cursor.name();
  if (name === undefined) return undefined;
  const parameters: CmlField[] = [];
  if (cursor.accept('(')) {
    while (!cursor.isDone && !cursor.accept(')')) {
      const field = readField(cursor);
      if (field) parameters.push(field);
      else cursor.take();
      cursor.accept(',');
    }
  }
  cursor.skipTo(';');
  const result =
    type === undefined || (type.type === 'void' && type.collection === undefined)
      ? undefined
      : { ...type, isReference: false, isKey: false, isNullable: false };
  return { line, name, result, parameters, doc };
}
