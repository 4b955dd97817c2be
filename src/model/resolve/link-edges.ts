import type {
  Draft,
  DraftCall,
  DraftEdge,
  DraftHandling,
  DraftSubscription,
} from '../build/draft.js';
import { kindOfId, nameOfId } from '../lookup.js';
import type { NamedReference } from '../elements/base.js';
import type {
  Access,
  Call,
  Handling,
  Publication,
  Sending,
  Subscription,
} from '../elements/edges.js';
import type { ElementId } from '../elements/identity.js';
import type { Linker } from './linker.js';

export interface LinkedEdges {
  readonly calls: readonly Call[];
  readonly subscriptions: readonly Subscription[];
  readonly publications: readonly Publication[];
  readonly sendings: readonly Sending[];
  readonly handlings: readonly Handling[];
  readonly accesses: readonly Access[];
}

/** Resolves the edges of a file; those whose target has no element are left out. */
export function linkEdges(draft: Draft, linker: Linker): LinkedEdges {
  const calls: Call[] = [];
  const subscriptions: Subscription[] = [];
  const publications: Publication[] = [];
  const sendings: Sending[] = [];
  const handlings: Handling[] = [];
  const accesses: Access[] = [];
  /** Ids of handlers by their index in the draft, for the calls inside their blocks. */
  const handlers = new Map<number, ElementId>();
  const explicit = explicitEvents(draft, linker);
  const unique = uniqueIds();

  for (const [index, edge] of draft.edges.entries()) {
    const unresolved = linker.unresolved.length;
    switch (edge.kind) {
      case 'subscription': {
        const linked = linkSubscription(edge, linker, explicit, unique);
        const [first] = linked;
        if (!first) break;
        handlers.set(index, first.id);
        linker.ownUnresolved(unresolved, first.id);
        subscriptions.push(...linked);
        publications.push(...emitted(first, edge.from, edge.span, unique));
        break;
      }
      case 'handling': {
        const handling = linkHandling(edge, linker, unique);
        if (!handling) break;
        handlers.set(index, handling.id);
        linker.ownUnresolved(unresolved, handling.id);
        handlings.push(handling);
        publications.push(...emitted(handling, handling.service, edge.span, unique));
        break;
      }
      case 'call': {
        const call = linkCall(edge, linker, handlers, unique);
        if (!call) break;
        calls.push(call);
        linker.ownUnresolved(unresolved, call.id);
        break;
      }
      default:
        linkSimple(edge, linker, unique, publications, sendings, accesses);
    }
  }
  return { calls, subscriptions, publications, sendings, handlings, accesses };
}

type UniqueIds = (id: ElementId) => ElementId;

/** Numbers repeated ids: the second `call:A->B` of a file is `call:A->B#2`. */
function uniqueIds(): UniqueIds {
  const counts = new Map<ElementId, number>();
  return (id) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}#${String(count)}`;
  };
}

function shared({ annotated, span, doc }: Pick<DraftEdge, 'annotated' | 'span' | 'doc'>) {
  const { annotations, tags, links, accepts, deprecated, stability, renamedFrom } = annotated;
  return { annotations, tags, links, accepts, span, doc, deprecated, stability, renamedFrom };
}

/** The service or external around an element. */
function serviceOf(id: ElementId, linker: Linker): ElementId | undefined {
  let current: ElementId | undefined = id;
  while (current !== undefined) {
    const kind = kindOfId(current);
    if (kind === 'service' || kind === 'external') return current;
    current = linker.around.parentOf(current);
  }
  return undefined;
}

function linkCall(
  edge: DraftCall,
  linker: Linker,
  handlers: ReadonlyMap<number, ElementId>,
  unique: UniqueIds,
): Call | undefined {
  const to = linker.one(edge.target);
  const policies = linker.policies(edge.policies);
  const toService = to === undefined ? undefined : serviceOf(to, linker);
  if (to === undefined || toService === undefined) return undefined;
  const kind = kindOfId(to);
  const toApi = kind === 'api' ? to : kind === 'operation' ? linker.around.parentOf(to) : undefined;
  const handler = edge.handlerIndex === undefined ? undefined : handlers.get(edge.handlerIndex);
  return {
    kind: 'call',
    id: unique(`call:${nameOfId(edge.from)}->${nameOfId(to)}`),
    ...shared(edge),
    targetSpan: edge.target.span,
    from: edge.from,
    fromService: edge.fromService,
    fromOperation: edge.fromOperation,
    handler,
    to,
    toService,
    toApi,
    toOperation: kind === 'operation' ? to : undefined,
    policies,
  };
}

/** Events that each service subscribes to by name; a wildcard leaves those out. */
function explicitEvents(draft: Draft, linker: Linker): Set<string> {
  const found = new Set<string>();
  if (!draft.edges.some((edge) => edge.kind === 'subscription' && edge.pattern !== undefined)) {
    return found;
  }
  for (const edge of draft.edges) {
    if (edge.kind !== 'subscription' || edge.pattern !== undefined) continue;
    const event = linker.one(edge.target);
    if (event !== undefined) found.add(`${edge.from} ${event}`);
  }
  return found;
}

function linkSubscription(
  edge: DraftSubscription,
  linker: Linker,
  explicit: ReadonlySet<string>,
  unique: UniqueIds,
): Subscription[] {
  const target = linker.one(edge.target);
  const common = {
    kind: 'subscription' as const,
    ...shared(edge),
    targetSpan: edge.targetSpan,
    service: edge.from,
    policies: linker.policies(edge.policies),
    emits: linker.many(edge.emits),
    modifies: linker.many(edge.modifies),
  };
  const id = (event: ElementId) =>
    unique(`subscription:${nameOfId(edge.from)}->${nameOfId(event)}`);
  if (edge.pattern === undefined) {
    return target === undefined ? [] : [{ id: id(target), event: target, ...common }];
  }
  if (edge.target && target === undefined) return [];
  const { pattern } = edge;
  return linker.around
    .eventsOf(target)
    .filter((event) => !explicit.has(`${edge.from} ${event}`))
    .map((event) => ({ id: id(event), event, pattern, ...common }));
}

function linkHandling(
  edge: DraftHandling,
  linker: Linker,
  unique: UniqueIds,
): Handling | undefined {
  const command = linker.one(edge.target);
  const policies = linker.policies(edge.policies);
  const emits = linker.many(edge.emits);
  const modifies = linker.many(edge.modifies);
  const service = serviceOf(edge.from, linker);
  if (command === undefined || service === undefined) return undefined;
  return {
    kind: 'handling',
    id: unique(`handling:${nameOfId(service)}->${nameOfId(command)}`),
    ...shared(edge),
    targetSpan: edge.target.span,
    service,
    command,
    operation: edge.operation,
    policies,
    emits,
    modifies,
  };
}

/** What a handler emits is published by its service. */
function emitted(
  handler: { readonly id: ElementId; readonly emits: readonly NamedReference[] },
  service: ElementId,
  span: Publication['span'],
  unique: UniqueIds,
): Publication[] {
  return handler.emits.map(({ target, span: targetSpan }) => ({
    kind: 'publication',
    id: unique(`publication:${nameOfId(service)}->${nameOfId(target)}`),
    annotations: [],
    tags: [],
    links: [],
    accepts: [],
    span,
    targetSpan,
    service,
    event: target,
    by: handler.id,
  }));
}

function linkSimple(
  edge: Exclude<DraftEdge, DraftCall | DraftSubscription | DraftHandling>,
  linker: Linker,
  unique: UniqueIds,
  publications: Publication[],
  sendings: Sending[],
  accesses: Access[],
): void {
  const target = linker.one(edge.target);
  const service = serviceOf(edge.from, linker);
  if (target === undefined || service === undefined) return;
  const common = {
    id: unique(`${edge.kind}:${nameOfId(service)}->${nameOfId(target)}`),
    ...shared(edge),
    targetSpan: edge.target.span,
    service,
  };
  if (edge.kind === 'access') {
    accesses.push({ kind: 'access', ...common, store: target, mode: edge.mode });
  } else if (edge.kind === 'sending') {
    sendings.push({ kind: 'sending', ...common, command: target });
  } else {
    const { by } = edge;
    publications.push({
      kind: 'publication',
      ...common,
      event: target,
      by,
    });
  }
}
