/**
 * What one file says, before names are resolved: plain data without AST nodes, so that a syntax
 * tree can be forgotten as soon as its draft exists, and a draft can be cached by content.
 */
import type { Annotated, AnnotatedPlace } from '../elements/annotations.js';
import type { Element } from '../elements/element.js';
import type { ElementId, ElementKind } from '../elements/identity.js';
import type { Policies } from '../elements/policies.js';
import type { PrimitiveName } from '../elements/types.js';
import type { Problem } from '../problem.js';
import type { Span } from '../span.js';

/** A name that stands for an element. */
export interface Ref {
  readonly path: string;
  readonly span: Span;
  /** Kinds that may stand here; where several elements are equally near, the earlier kind wins. */
  readonly expected: readonly ElementKind[];
  /** Qualified name of the innermost declaration around it; empty for the whole model. */
  readonly scope: string;
  /** Id of the element or edge in whose text it stands. */
  readonly owner: ElementId;
}

export type DraftType =
  | { readonly shape: 'primitive'; readonly name: PrimitiveName }
  | { readonly shape: 'named'; readonly ref: Ref }
  | { readonly shape: 'list'; readonly item: DraftType }
  | { readonly shape: 'set'; readonly item: DraftType; readonly nullableItems?: true }
  | { readonly shape: 'map'; readonly value: DraftType; readonly nullableItems?: true }
  | { readonly shape: 'ref'; readonly ref: Ref };

/** A type with names in it, and the place in its list of the field or parameter that has it. */
export interface NamedType {
  readonly at: number;
  readonly type: DraftType;
}

export type DraftSelector =
  | { readonly select: 'all' }
  | { readonly select: 'tag'; readonly tag: string }
  | {
      readonly select:
        'element' | 'children' | 'upstream-neighbours' | 'downstream-neighbours' | 'team';
      readonly ref: Ref;
    };

/** References of a draft by the property that they fill. */
export type Refs = Readonly<Record<string, Ref | readonly Ref[] | undefined>>;

/**
 * An element as declared. `element` lacks whatever needs resolution; `refs`, `types`, … hold that in
 * unresolved form. Linking fills it in, in `element` itself the first time and in copies from then
 * on: most files are linked once, and so their elements are made once.
 */
export interface DraftElement {
  readonly element: Element;
  readonly refs?: Refs;
  /** Types of its fields or parameters, where they have names in them. */
  readonly types?: readonly NamedType[];
  /** Type of a scalar, or of what an operation gives back. */
  readonly type?: DraftType;
  readonly include?: readonly DraftSelector[];
  readonly exclude?: readonly DraftSelector[];
}

/** One block of a context; several blocks, in one file or many, make up a context. */
export interface DraftContextBlock {
  readonly element: Element & { readonly kind: 'context' };
  readonly refs: Refs;
  /** Where each property of this block stands, to name the place of a second one. */
  readonly propertySpans: Readonly<Record<string, Span>>;
}

interface DraftEdgeBase {
  readonly annotated: Annotated;
  readonly span: Span;
  readonly doc?: string;
  /** Qualified name of the service, external or actor whose text it is. */
  readonly from: ElementId;
  readonly target: Ref;
}

export type DraftPolicies = Omit<Policies, 'fallback'> & {
  readonly fallback?: { readonly text: string } | { readonly ref: Ref };
};

export interface DraftCall extends DraftEdgeBase {
  readonly kind: 'call';
  readonly fromService?: ElementId;
  readonly fromOperation?: ElementId;
  /** Index of the subscription or handling in the same draft that it belongs to. */
  readonly handlerIndex?: number;
  readonly policies: DraftPolicies;
}

export interface DraftSubscription extends Omit<DraftEdgeBase, 'target'> {
  readonly kind: 'subscription';
  /** Missing for `*`. */
  readonly target?: Ref;
  readonly targetSpan: Span;
  /** `Payments.*` or `*`. */
  readonly pattern?: string;
  readonly policies: DraftPolicies;
  readonly emits: readonly Ref[];
  readonly modifies: readonly Ref[];
}

export interface DraftHandling extends DraftEdgeBase {
  readonly kind: 'handling';
  readonly operation?: ElementId;
  readonly policies: DraftPolicies;
  readonly emits: readonly Ref[];
  readonly modifies: readonly Ref[];
}

export interface DraftPublication extends DraftEdgeBase {
  readonly kind: 'publication';
  readonly by?: ElementId;
}

export interface DraftSending extends DraftEdgeBase {
  readonly kind: 'sending';
}

export interface DraftAccess extends DraftEdgeBase {
  readonly kind: 'access';
  readonly mode: 'read' | 'write';
}

export type DraftEdge =
  DraftCall | DraftSubscription | DraftHandling | DraftPublication | DraftSending | DraftAccess;

export interface Draft {
  readonly file: string;
  readonly elements: readonly DraftElement[];
  readonly contexts: readonly DraftContextBlock[];
  readonly edges: readonly DraftEdge[];
  /** Paths of all its references, in the order in which they were read; some of them repeatedly. */
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
  /** What is annotated and neither an element nor an edge. */
  readonly places: readonly AnnotatedPlace[];
  /** Whether anything in it is annotated. */
  readonly isAnnotated: boolean;
}
