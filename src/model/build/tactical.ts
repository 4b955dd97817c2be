import type * as ast from '../../language/generated/ast.js';
import { kebabCase } from '../../language/names.js';
import type { Aggregate, Entity } from '../elements/aggregate.js';
import type { EnumValue, Field } from '../elements/data-types.js';
import type { Command, Compatibility, Event } from '../elements/messages.js';
import type { Growing } from '../growing.js';
import { none } from '../none.js';
import { annotatedPlace, annotationNumber, hasAnnotation, unannotated } from './annotations.js';
import type { Block } from './block.js';
import type { NamedType, Ref } from './draft.js';
import type { Statement } from './statement.js';
import { add, base, block, type Place, type Sink } from './sink.js';
import { teamOf } from './team-of.js';
import { fieldPlace, readConstraints, readField, readType, withNames } from './types.js';

const unionKinds = ['value', 'entity', 'event'] as const;

export function aggregateDeclaration(
  sink: Sink,
  statement: Statement<ast.Aggregate>,
  place: Place,
): void {
  const element = base(sink, 'aggregate', statement, place) as Growing<Aggregate>;
  const body = block(sink, 'aggregate', statement.node.members, element.name);
  const inner: Place = { id: element.id, scope: element.qualifiedName };
  const team = teamOf(sink, body, element.id);
  add(
    sink,
    element,
    {
      context: place.id,
      team: undefined,
      teamDeclared: team !== undefined,
      entities: none,
      root: undefined,
    },
    { refs: { team } },
  );
  const from = sink.elements.length;
  typeDeclarations(sink, body, inner, element.id);
  const entities: Entity[] = [];
  for (let at = from; at < sink.elements.length; at++) {
    const { element: declared } = sink.elements[at]!;
    if (declared.kind === 'entity') entities.push(declared);
  }
  if (entities.length > 0) element.entities = entities.map(({ id }) => id);
  const [root, ...others] = entities.filter((entity) => entity.root);
  if (root && others.length === 0) element.root = root.id;
}

/** Types, events, commands and errors of a block. */
export function typeDeclarations(sink: Sink, body: Block, place: Place, aggregate?: string): void {
  for (const statement of body.statements) {
    switch (statement.node.$type) {
      case 'Entity':
        entity(sink, statement as Statement<ast.Entity>, place, aggregate);
        break;
      case 'ValueType':
        value(sink, statement as Statement<ast.ValueType>, place);
        break;
      case 'EventType':
      case 'CommandType':
        message(sink, statement as Statement<ast.EventType | ast.CommandType>, place, aggregate);
        break;
      case 'ErrorType':
        error(sink, statement as Statement<ast.ErrorType>, place);
        break;
      case 'EnumType':
        enumeration(sink, statement as Statement<ast.EnumType>, place);
        break;
      case 'ScalarType':
        scalar(sink, statement as Statement<ast.ScalarType>, place);
        break;
      case 'UnionType':
        union(sink, statement as Statement<ast.UnionType>, place);
        break;
    }
  }
}

function isField(statement: Statement): statement is Statement<ast.Field> {
  return statement.node.$type === 'Field';
}

interface Parent {
  readonly id: string;
  readonly qualifiedName: string;
}

/** Fields of a block, and those of their types that have names in them. */
function fieldsOf(
  sink: Sink,
  body: Block,
  parent: Parent,
  place: Place,
): { readonly fields: readonly Field[]; readonly types?: readonly NamedType[] } {
  // A type's fields see what its own declaration sees: the names around it.
  const { id, qualifiedName } = parent;
  const scoped = fieldPlace(id, qualifiedName, place.scope);
  const fields: Field[] = [];
  let types: NamedType[] | undefined;
  for (const statement of body.statements) {
    if (!isField(statement)) continue;
    const { read, type } = readField(sink.reader, statement, scoped);
    if (withNames(type)) (types ??= []).push({ at: fields.length, type });
    fields.push(read);
  }
  // A list keeps the room into which it grew.
  return { fields: fields.length === 0 ? none : fields.slice(), types };
}

function entity(
  sink: Sink,
  statement: Statement<ast.Entity>,
  place: Place,
  aggregate: string | undefined,
): void {
  const element = base(sink, 'entity', statement, place);
  const body = block(sink, 'entity', statement.node.members, element.name);
  const { fields, types } = fieldsOf(sink, body, element, place);
  add(sink, element, { root: statement.node.root, fields, aggregate }, { types });
}

function value(sink: Sink, statement: Statement<ast.ValueType>, place: Place): void {
  const element = base(sink, 'value', statement, place);
  const body = block(sink, 'value', statement.node.members, element.name);
  const { fields, types } = fieldsOf(sink, body, element, place);
  add(sink, element, { fields }, { types });
}

function error(sink: Sink, statement: Statement<ast.ErrorType>, place: Place): void {
  const element = base(sink, 'error', statement, place);
  const body = block(sink, 'error', statement.node.members, element.name);
  const title = element.title ?? body.text('title');
  const { fields, types } = fieldsOf(sink, body, element, place);
  add(sink, element, { fields, status: body.number('status'), title }, { types });
}

function message(
  sink: Sink,
  statement: Statement<ast.EventType | ast.CommandType>,
  place: Place,
  aggregate: string | undefined,
): void {
  const kind = statement.node.$type === 'EventType' ? 'event' : 'command';
  const element = base(sink, kind, statement, place) as Growing<Event | Command>;
  const body = block(sink, kind, statement.node.members, element.name);
  const topic = body.text('topic');
  const compatibility = body.word<Compatibility>('compatibility');
  const { fields, types } = fieldsOf(sink, body, element, place);
  element.fields = fields;
  element.topic = topic ?? defaultTopic(element);
  element.broker = undefined;
  element.topicDeclared = topic !== undefined;
  element.ordered = body.has('ordered');
  element.compatibility = compatibility ?? 'forward';
  element.compatibilityDeclared = compatibility !== undefined;
  element.version = body.text('version');
  element.key = body.text('key');
  element.keySpan = body.span('key');
  const keyName = body.property('key')?.nodes[0];
  element.keyNameSpan = keyName && sink.reader.span(keyName);
  element.delivery = body.word('delivery');
  element.retention = body.duration('retention');
  element.aggregate = aggregate;
  add(sink, element, {}, { types, refs: { broker: viaOf(sink, body, element.id) } });
}

function defaultTopic({ name, qualifiedName }: { name: string; qualifiedName: string }): string {
  const dot = qualifiedName.indexOf('.');
  const boundary = dot < 0 ? qualifiedName : qualifiedName.slice(0, dot);
  return `${kebabCase(boundary)}.${kebabCase(name)}`;
}

function viaOf(sink: Sink, body: Block, owner: string): Ref | undefined {
  const vias = body.of<ast.Collaboration>('Collaboration');
  if (vias.length === 0) return undefined;
  const [first, second] = vias.flatMap(({ node }) => node.targets);
  if (second) sink.reader.problem('A message goes via one broker.', sink.reader.span(second));
  return first?.path ? sink.reader.ref(first.path, ['broker'], '', owner) : undefined;
}

function enumeration(sink: Sink, statement: Statement<ast.EnumType>, place: Place): void {
  const { reader } = sink;
  const element = base(sink, 'enum', statement, place);
  const values: EnumValue[] = [];
  let annotations = unannotated;
  for (const node of statement.node.members) {
    if (node.$type === 'Annotation') {
      annotations = [...annotations, node];
      continue;
    }
    const { span, doc } = reader.statement(node, annotations);
    const annotated = annotatedPlace(reader, annotations, span);
    const number = annotationNumber(annotated, 'number');
    values.push({ name: node.name.text, span, doc, deprecated: annotated.deprecated, number });
    annotations = unannotated;
  }
  reader.loose(annotations);
  const names = new Set<string>();
  for (const { name, span } of values) {
    if (names.has(name))
      reader.problem(`\`${name}\` is listed twice. Remove one of the two.`, span);
    names.add(name);
  }
  add(sink, element, { values, open: hasAnnotation(element, 'open') });
}

function scalar(sink: Sink, statement: Statement<ast.ScalarType>, place: Place): void {
  const { reader } = sink;
  const element = base(sink, 'scalar', statement, place);
  const { type, optional, nullable } = readType(reader, statement.node.type, {
    scope: place.scope,
    owner: element.id,
  });
  if (optional || nullable) {
    reader.problem(
      'A scalar is never absent or null by itself. Put `?` or `| null` where it is used.',
      reader.span(statement.node.type),
    );
  }
  const constraints = readConstraints(reader, statement.node.constraints);
  add(sink, element, { type: undefined, constraints }, { type });
}

function union(sink: Sink, statement: Statement<ast.UnionType>, place: Place): void {
  const element = base(sink, 'union', statement, place);
  const members = statement.node.types.map((path) =>
    sink.reader.ref(path, unionKinds, place.scope, element.id),
  );
  add(sink, element, { members: [] }, { refs: { members } });
}
