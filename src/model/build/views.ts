import type * as ast from '../../language/generated/ast.js';
import { annotatedBy } from './annotations.js';
import type { Block } from './block.js';
import type { DraftSelector } from './draft.js';
import type { Statement } from './statement.js';
import { add, base, block, topLevel, type Sink } from './sink.js';

const selectable = [
  'context',
  'external',
  'service',
  'actor',
  'aggregate',
  'api',
  'store',
  'event',
  'domain',
  'subdomain',
  'team',
  'broker',
] as const;

export function viewDeclaration(sink: Sink, statement: Statement<ast.View>): void {
  const element = base(sink, 'view', statement, topLevel);
  const body = block(sink, 'view', statement.node.members, element.name);
  add(
    sink,
    element,
    {
      include: [],
      exclude: [],
      show: body.texts('show'),
      direction: body.word('direction'),
    },
    {
      include: selectors(sink, body, 'include', element.id),
      exclude: selectors(sink, body, 'exclude', element.id),
    },
  );
}

function selectors(
  sink: Sink,
  body: Block,
  keyword: 'include' | 'exclude',
  owner: string,
): DraftSelector[] {
  return body
    .of<ast.Selection>('Selection')
    .filter(({ node }) => node.keyword === keyword)
    .flatMap(({ node }) => node.selectors)
    .flatMap((selector) => readSelector(sink, selector, owner));
}

function readSelector(sink: Sink, node: ast.Selector, owner: string): DraftSelector[] {
  const { reader } = sink;
  if (node.all) return [{ select: 'all' }];
  if (node.word && node.keyword === 'tag') return [{ select: 'tag', tag: node.word.text }];
  if (node.word) {
    const span = reader.span(node.word);
    const ref = reader.refAt(node.word.text, span, ['team'], '', owner);
    return [{ select: 'team', ref }];
  }
  if (!node.path) return [];
  const ref = reader.ref(node.path, selectable, '', owner);
  // `-> X` are the neighbours that flow into X, `X ->` those that X flows into.
  if (node.downstreamOf) return [{ select: 'upstream-neighbours', ref }];
  if (node.upstreamOf) return [{ select: 'downstream-neighbours', ref }];
  return [{ select: node.wildcard ? 'children' : 'element', ref }];
}

const actors = ['actor', 'service', 'external', 'api', 'operation'] as const;
const callees = ['service', 'api', 'operation', 'external'] as const;

export function flowDeclaration(sink: Sink, statement: Statement<ast.Flow>): void {
  const { reader } = sink;
  const element = base(sink, 'flow', statement, topLevel);
  const body = block(sink, 'flow', statement.node.members, element.name);
  add(sink, element, {
    steps: [],
    flowKind: body.word('kind'),
    budget: body.duration('budget'),
  });
  for (const [index, step] of body.of<ast.Step>('Step').entries()) {
    const { node } = step;
    const number = String(index + 1);
    const id = `step:${element.name}.${number}`;
    const comment = reader.text(node.comments[0]);
    const compensation = node.compensations[0];
    add(
      sink,
      {
        kind: 'step',
        id,
        name: number,
        qualifiedName: `${element.name}.${number}`,
        parent: element.id,
        span: step.span,
        nameSpan: reader.span(node.from),
        doc: step.doc,
        ...annotatedBy(reader, step.annotations),
        index: index + 1,
        action: node.action === '->' ? 'call' : node.action === 'on' ? 'react' : 'publish',
        pivot: node.pivots.length > 0,
        comment,
        from: undefined,
        to: undefined,
        compensate: undefined,
      },
      {},
      {
        refs: {
          from: reader.ref(node.from, actors, '', id),
          to: reader.ref(node.to, node.action === '->' ? callees : ['event'], '', id),
          compensate: compensation && reader.ref(compensation, callees, '', id),
        },
      },
    );
  }
}
