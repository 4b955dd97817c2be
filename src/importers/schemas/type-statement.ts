import { isMap } from '../../contracts/tree.js';
import { archIdentity } from '../arch/identity.js';
import { titled } from '../arch/literals.js';
import type { Statement } from '../arch/statement.js';
import type { DocumentNode } from '../node.js';
import { annotationsOf } from './annotations.js';
import { enumStatement, isEnum } from './enums.js';
import type { Fields } from './fields.js';
import { isUnion } from './needs-name.js';
import { alternatives, hasProperties, isNull, partsOf } from './shape.js';
import { inParentheses } from './spelling.js';
import type { Types } from './types.js';

/** The declaration of a schema that has a name. */
export function typeStatement(types: Types, fields: Fields, node: DocumentNode, name: string): Statement {
  if (!isMap(node.value)) {
    node.unsupported('This is no schema; any value stands here.');
    return { head: `scalar ${name} = json` };
  }
  const annotations = annotationsOf(node);
  if (isEnum(node)) return enumStatement(node, name, annotations);
  if (isUnion(node, types.references)) {
    const members = alternatives(node)
      .filter((one) => !isNull(one))
      .map((one, index) => types.use(one, `${name}${String(index + 1)}`).type);
    const property = node.at('discriminator')?.at('propertyName');
    if (property?.value === 'type') property.modelled();
    else property?.unsupported('The model tells the members of a union apart by `type`.');
    return {
      doc: node.text('description'),
      annotations,
      head: `union ${titled(name, node.text('title'))} = ${[...new Set(members)].join(' | ')}`,
    };
  }
  if (hasProperties(node, types.references) && !node.at('$ref')) {
    const parts = partsOf(node, types.references);
    const kind = archIdentity(node)?.kind;
    const keyword = kind === 'entity' || kind === 'event' || kind === 'command' ? kind : 'value';
    node.at('type')?.modelled();
    return {
      doc: node.text('description'),
      annotations,
      head: `${keyword} ${titled(name, node.text('title'))}`,
      members: fields.read(parts, name, keyword === 'entity'),
    };
  }
  const title = node.text('title');
  const use = types.use(node, `${name}Value`);
  // The reader of types takes it for a field's.
  node.at('default')?.unsupported('Defaults belong to fields, not to types.');
  return {
    doc: use.doc,
    annotations,
    head: `scalar ${titled(name, title)} = ${use.type}${inParentheses(use.constraints)}`,
  };
}
