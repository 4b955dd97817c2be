import type { AstNode } from 'langium';
import type * as ast from '../../language/generated/ast.js';
import type { ElementId, ElementKind } from '../elements/identity.js';
import type { Policies } from '../elements/policies.js';
import { none } from '../none.js';
import { annotatedBy } from './annotations.js';
import type { Block } from './block.js';
import type { DraftPolicies, Ref } from './draft.js';
import type { Statement } from './statement.js';
import { compact } from './reader.js';
import { block, type Sink } from './sink.js';

const callKinds: readonly ElementKind[] = ['service', 'api', 'operation', 'external'];
const fallbackKinds: readonly ElementKind[] = ['operation', 'service', 'api', 'external'];
const eventKinds: readonly ElementKind[] = ['event'];
const commandKinds: readonly ElementKind[] = ['command'];
const storeKinds: readonly ElementKind[] = ['store'];
const aggregateKinds: readonly ElementKind[] = ['aggregate'];
const eventOwners: readonly ElementKind[] = ['context', 'external', 'service', 'aggregate'];

/** Whose block it is: `from` is the caller as declared. */
interface Caller {
  readonly scope: string;
  readonly from: ElementId;
  readonly fromService?: ElementId;
  readonly fromOperation?: ElementId;
  /** Index of the edge whose block it is. */
  readonly handlerIndex?: number;
}

/** References listed by one keyword of a block; wildcards have no meaning here. */
export function targetsOf(
  sink: Sink,
  body: Block,
  keyword: string,
  expected: readonly ElementKind[],
  scope: string,
  owner: ElementId,
): readonly Ref[] {
  let refs: Ref[] | undefined;
  for (const { node } of body.statements) {
    if (!isCollaboration(node) || node.keyword !== keyword) continue;
    for (const path of paths(sink, node)) {
      (refs ??= []).push(sink.reader.ref(path, expected, scope, owner));
    }
  }
  return refs ?? none;
}

function isCollaboration(node: AstNode): node is ast.Collaboration {
  return node.$type === 'Collaboration';
}

/** Edges that a block declares: calls, messages, access to stores. */
export function collaborations(sink: Sink, body: Block, caller: Caller): void {
  for (const statement of body.of<ast.Collaboration>('Collaboration')) {
    const { node } = statement;
    switch (node.keyword) {
      case 'calls':
        calls(sink, statement, caller);
        break;
      case 'subscribes':
        subscribes(sink, statement, caller);
        break;
      case 'handles':
        handles(sink, statement, caller);
        break;
      case 'publishes':
      case 'emits':
        simple(sink, statement, caller, 'publication', eventKinds);
        break;
      case 'sends':
        simple(sink, statement, caller, 'sending', commandKinds);
        break;
      case 'reads':
      case 'writes':
        simple(sink, statement, caller, 'access', storeKinds);
        break;
    }
  }
}

type Collaboration = Statement<ast.Collaboration>;

function edgeBase(sink: Sink, statement: Collaboration, caller: Caller) {
  const annotated = annotatedBy(sink.reader, statement.annotations);
  return { span: statement.span, from: caller.from, doc: statement.doc, annotated };
}

/** Paths of a statement that takes no wildcard. */
function paths(sink: Sink, node: ast.Collaboration): ast.Path[] {
  const found: ast.Path[] = [];
  for (const target of node.targets) {
    if (!target.wildcard && target.path) found.push(target.path);
    else {
      const span = sink.reader.span(target);
      sink.reader.problem('A wildcard may stand only after `subscribes`.', span);
    }
  }
  return found;
}

function calls(sink: Sink, statement: Collaboration, caller: Caller): void {
  const body = block(sink, 'call', statement.node.members, '');
  const { handlerIndex, fromOperation, fromService } = caller;
  for (const path of paths(sink, statement.node)) {
    const owner = `call:${nameOf(caller.from)}->${compact(path.text)}`;
    sink.edges.push({
      kind: 'call',
      ...edgeBase(sink, statement, caller),
      fromService,
      fromOperation,
      handlerIndex,
      target: sink.reader.ref(path, callKinds, caller.scope, owner),
      policies: policies(sink, body, caller.scope, owner),
    });
  }
}

function subscribes(sink: Sink, statement: Collaboration, caller: Caller): void {
  const { reader } = sink;
  const { node } = statement;
  const body = block(sink, 'subscription', node.members, '');
  for (const target of node.targets) {
    const path = target.path && compact(target.path.text);
    const pattern = path === undefined ? '*' : target.wildcard ? `${path}.*` : undefined;
    const owner = `subscription:${nameOf(caller.from)}->${pattern ?? path ?? ''}`;
    const expected = pattern === undefined ? eventKinds : eventOwners;
    const index = sink.edges.length;
    sink.edges.push({
      kind: 'subscription',
      ...edgeBase(sink, statement, caller),
      target: target.path && reader.ref(target.path, expected, caller.scope, owner),
      pattern,
      targetSpan: reader.span(target),
      policies: policies(sink, body, caller.scope, owner),
      emits: targetsOf(sink, body, 'emits', eventKinds, caller.scope, owner),
      modifies: targetsOf(sink, body, 'modifies', aggregateKinds, caller.scope, owner),
    });
    handlerCalls(sink, body, { ...caller, handlerIndex: index });
  }
}

function handles(sink: Sink, statement: Collaboration, caller: Caller): void {
  const body = block(sink, 'handling', statement.node.members, '');
  for (const path of paths(sink, statement.node)) {
    const owner = `handling:${nameOf(caller.from)}->${compact(path.text)}`;
    const index = sink.edges.length;
    sink.edges.push({
      kind: 'handling',
      ...edgeBase(sink, statement, caller),
      operation: caller.fromOperation,
      target: sink.reader.ref(path, commandKinds, caller.scope, owner),
      policies: policies(sink, body, caller.scope, owner),
      emits: targetsOf(sink, body, 'emits', eventKinds, caller.scope, owner),
      modifies: targetsOf(sink, body, 'modifies', aggregateKinds, caller.scope, owner),
    });
    handlerCalls(sink, body, { ...caller, handlerIndex: index });
  }
}

function handlerCalls(sink: Sink, body: Block, caller: Caller): void {
  for (const statement of body.of<ast.Collaboration>('Collaboration')) {
    if (statement.node.keyword === 'calls') calls(sink, statement, caller);
  }
}

function simple(
  sink: Sink,
  statement: Collaboration,
  caller: Caller,
  kind: 'publication' | 'sending' | 'access',
  expected: readonly ElementKind[],
): void {
  const { keyword } = statement.node;
  if (statement.node.members.length > 0) {
    sink.reader.problem(
      `\`${keyword}\` takes no block; its policies stand with the ${kind === 'access' ? 'store' : 'consumer'}.`,
      statement.span,
    );
  }
  for (const path of paths(sink, statement.node)) {
    const owner = `${kind}:${nameOf(caller.from)}->${compact(path.text)}`;
    const target = sink.reader.ref(path, expected, caller.scope, owner);
    const shared = { ...edgeBase(sink, statement, caller), target };
    if (kind === 'access') {
      sink.edges.push({ kind, ...shared, mode: keyword === 'writes' ? 'write' : 'read' });
    } else if (kind === 'publication') {
      const by = caller.fromOperation;
      sink.edges.push({ kind, ...shared, by });
    } else {
      sink.edges.push({ kind, ...shared });
    }
  }
}

function nameOf(id: ElementId): string {
  return id.slice(id.indexOf(':') + 1);
}

function policies(sink: Sink, body: Block, scope: string, owner: ElementId): DraftPolicies {
  return {
    jitter: body.has('jitter'),
    circuitBreaker: body.has('circuit-breaker'),
    bulkhead: body.has('bulkhead'),
    parallel: body.has('parallel'),
    optional: body.has('optional'),
    idempotent: body.has('idempotent'),
    times: body.has('per-item') ? 'per-item' : (body.number('times') ?? 1),
    spans: body.spans,
    timeout: body.duration('timeout'),
    retry: body.number('retry'),
    backoff: body.word<NonNullable<Policies['backoff']>>('backoff'),
    fallback: fallback(sink, body, scope, owner),
    cached: body.duration('cached'),
    transport: body.word<NonNullable<Policies['transport']>>('transport'),
    deadLetter: body.text('dead-letter'),
    fields: body.has('fields') ? body.texts('fields') : undefined,
    fieldSpans: body.property('fields')?.nodes.map((node) => sink.reader.span(node)),
  };
}

function fallback(
  sink: Sink,
  body: Block,
  scope: string,
  owner: ElementId,
): DraftPolicies['fallback'] {
  const property = body.property('fallback');
  const value = property?.values[0];
  const node = property?.nodes[0];
  if (value?.kind === 'string') return { text: value.value };
  if (value?.kind !== 'name' || !node) return undefined;
  const span = sink.reader.span(node);
  return { ref: sink.reader.refAt(value.value, span, fallbackKinds, scope, owner) };
}
