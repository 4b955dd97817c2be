/** Members that do not belong into the block that they stand in. */
import type { AstNode } from 'langium';
import { closest } from '../../language/closest.js';
import { formOf } from '../../language/statement-forms.js';
import { statementMeantBy } from '../../language/statement-names.js';
import { extentOf } from '../../language/extent-nodes.js';
import type { Field } from '../../language/generated/ast.js';
import type { BlockKind } from '../../language/vocabulary/block-kind.js';
import { blocksTaking } from '../../language/vocabulary/members.js';
import { propertiesOf } from '../../language/vocabulary/properties.js';
import type { PropertySpec } from '../../language/vocabulary/property-table.js';
import { articled, listed } from './block-names.js';
import type { FileReader } from './reader.js';

/** Says of a member that it has no place here, and where it has. */
export function misplaced(
  reader: FileReader,
  block: { readonly kind: BlockKind; readonly label: string },
  keyword: string,
  node: AstNode,
  homes: readonly BlockKind[],
): void {
  const { offset } = extentOf(node);
  const length = keywordLength(reader.sourceOf(node), keyword);
  const span = reader.extentSpan({ offset, end: offset + length });
  if (keyword === 'optional' && blocksTaking('field').includes(block.kind)) {
    reader.problem('What may be absent has a mark behind its type: `note: string?`.', span);
    return;
  }
  const where = homes.length > 0 ? ` It belongs in ${listed(homes.map(articled))}.` : '';
  const near = closest(keyword, propertiesOf(block.kind).keys(), 1)[0];
  const hint = near ? ` Did you mean \`${near}\`?` : '';
  reader.problem(`\`${keyword}\` has no place in ${block.label}.${where}${hint}`, span);
}

/** A field where none may stand; often a property with a colon, as in YAML. */
export function misplacedField(
  reader: FileReader,
  label: string,
  node: Field,
  specs: ReadonlyMap<string, PropertySpec>,
  members: ReadonlySet<string>,
): void {
  const name = node.name.text;
  const { offset } = extentOf(node.name);
  const { offset: end } = extentOf(node.type);
  if (specs.has(name) || members.has(name)) {
    const meant = `${name} ${reader.sourceOf(node.type)}`;
    const span = reader.extentSpan({ offset, end });
    const message = `\`${name}\` is a property, and properties have no colon: \`${meant}\`.`;
    const fix = { title: `Write \`${meant}\``, edits: [{ span, text: `${name} ` }] };
    reader.problem(message, span, [], [fix]);
    return;
  }
  const homes = listed(blocksTaking('field').map(articled));
  const meant = statementMeantBy(name);
  const hint =
    meant !== undefined && members.has(meant) ? ` Did you mean \`${formOf(meant) ?? meant}\`?` : '';
  const message = `The field \`${name}\` has no place in ${label}. It belongs in ${homes}.${hint}`;
  reader.problem(message, reader.span(node.name));
}

function keywordLength(source: string, keyword: string): number {
  return /^[A-Za-z_][\w-]*/.exec(source)?.[0].length ?? Math.min(source.length, keyword.length);
}
