import type * as ast from '../../language/generated/ast.js';
import { kebabCase } from '../../language/names.js';
import type { EnumValue } from '../model.js';
import type { AstNode } from 'langium';
import type { Block } from './block.js';
import type { DraftField, Ref } from './draft.js';
import { annotationNumber, hasAnnotation } from './reader.js';
import type { Statement } from './statement.js';
import { add, base, block, type Place, type Sink } from './sink.js';
import { teamOf } from './strategic.js';
import { readConstraints, readField, readType } from './types.js';

const unionKinds = ['value', 'entity', 'event'] as const;

export function aggregateDeclaration(
  sink: Sink,
  statement: Statement<ast.Aggregate>,
  place: Place,
): void {
  const element = base(sink, 'aggregate', statement, place);
  const body = block(sink, 'aggregate', statement.node.members, element.name);
  const inner: Place = { id: element.id, scope: element.qualifiedName };
  const entities = body.of<ast.Entity>('Entity');
  const entityId = (entity: Statement<ast.Entity>) =>
    `entity:${element.qualifiedName}.${entity.node.name.text}`;
  const roots = entities.filter(({ node }) => node.root);
  const team = teamOf(sink, body, element.id);
  add(
    sink,
    element,
    {
      context: place.id,
      team: undefined,
      teamDeclared: team !== undefined,
      entities: entities.map(entityId),
      root: roots.length === 1 && roots[0] ? entityId(roots[0]) : undefined,
    },
    { refs: { team } },
  );
  typeDeclarations(sink, body, inner, element.id);
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

function fieldsOf(
  sink: Sink,
  body: Block,
  parent: { readonly id: string; readonly qualifiedName: string },
  place: Place,
): DraftField[] {
  // A type's fields see what its own declaration sees: the names around it.
  const scoped = { id: parent.id, qualifiedName: parent.qualifiedName, scope: place.scope };
  return body.of<ast.Field>('Field').map((field) => readField(sink.reader, field, scoped));
}

function entity(
  sink: Sink,
  statement: Statement<ast.Entity>,
  place: Place,
  aggregate: string | undefined,
): void {
  const element = base(sink, 'entity', statement, place);
  const body = block(sink, 'entity', statement.node.members, element.name);
  add(
    sink,
    element,
    { root: statement.node.root, fields: [], aggregate },
    { fields: fieldsOf(sink, body, element, place) },
  );
}

function value(sink: Sink, statement: Statement<ast.ValueType>, place: Place): void {
  const element = base(sink, 'value', statement, place);
  const body = block(sink, 'value', statement.node.members, element.name);
  add(sink, element, { fields: [] }, { fields: fieldsOf(sink, body, element, place) });
}

function error(sink: Sink, statement: Statement<ast.ErrorType>, place: Place): void {
  const element = base(sink, 'error', statement, place);
  const body = block(sink, 'error', statement.node.members, element.name);
  const title = element.title ?? body.text('title');
  add(
    sink,
    element,
    { fields: [], status: body.number('status'), title },
    { fields: fieldsOf(sink, body, element, place) },
  );
}

function message(
  sink: Sink,
  statement: Statement<ast.EventType | ast.CommandType>,
  place: Place,
  aggregate: string | undefined,
): void {
  const kind = statement.node.$type === 'EventType' ? 'event' : 'command';
  const element = base(sink, kind, statement, place);
  const body = block(sink, kind, statement.node.members, element.name);
  const boundary = element.qualifiedName.split('.')[0] ?? '';
  const topic = body.text('topic');
  add(
    sink,
    element,
    {
      fields: [],
      topic: topic ?? `${kebabCase(boundary)}.${kebabCase(element.name)}`,
      broker: undefined,
      topicDeclared: topic !== undefined,
      ordered: body.has('ordered'),
      compatibility: body.word('compatibility') ?? 'forward',
      compatibilityDeclared: body.has('compatibility'),
      version: body.text('version'),
      key: body.text('key'),
      keySpan: body.span('key'),
      delivery: body.word('delivery'),
      retention: body.duration('retention'),
      aggregate,
    },
    {
      fields: fieldsOf(sink, body, element, place),
      refs: { broker: viaOf(sink, body, element.id) },
    },
  );
}

function viaOf(sink: Sink, body: Block, owner: string): Ref | undefined {
  const via = body.of<ast.Collaboration>('Collaboration').flatMap(({ node }) => node.targets);
  const [first, second] = via;
  if (second) sink.reader.problem('A message goes via one broker.', sink.reader.span(second));
  return first?.path ? sink.reader.ref(first.path, ['broker'], '', owner) : undefined;
}

function enumeration(sink: Sink, statement: Statement<ast.EnumType>, place: Place): void {
  const { reader } = sink;
  const element = base(sink, 'enum', statement, place);
  const values = reader
    .statements<AstNode>(statement.node.members)
    .map(({ node, annotations, doc, span }): EnumValue => {
      const annotated = reader.annotated(annotations);
      return {
        name: (node as ast.EnumValue).name.text,
        span,
        doc,
        deprecated: annotated.deprecated,
        number: annotationNumber(annotated, 'number'),
      };
    });
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
