import type * as ast from '../../language/generated/ast.js';
import type { ElementKind } from '../elements/identity.js';
import type { Block } from './block.js';
import type { Ref } from './draft.js';
import type { Sink } from './sink.js';

const teams: readonly ElementKind[] = ['team'];

/** The team named in a block, as a reference. */
export function teamOf(sink: Sink, body: Block, owner: string): Ref | undefined {
  const named = body.of<ast.Team>('Team');
  const first = named[0];
  for (const other of named.slice(1)) {
    sink.reader.problem('`team` is given twice. Remove one of the two.', other.span);
  }
  if (!first) return undefined;
  const { node } = first;
  if (node.members.length > 0 || node.title) {
    sink.reader.problem(
      'A team is declared at the top level of a file; here only its name may stand.',
      first.span,
    );
  }
  return sink.reader.refAt(node.name.text, sink.reader.span(node.name), teams, '', owner);
}
