import type { Element } from '../model/elements/element.js';
import type { ElementId } from '../model/elements/identity.js';
import type { IsoDate } from '../model/elements/literals.js';
import type { Model } from '../model/model.js';
import type { Span } from '../model/span.js';
import type { Visitors } from './visitors.js';

/** Why a finding does not count: from its `@accept`, or because a change was approved. */
export interface Accepted {
  readonly because: string;
  readonly until?: string;
  readonly adr?: string;
  readonly by?: string;
}

export type Severity = 'hint' | 'info' | 'warning' | 'error';
export const severities: readonly Severity[] = ['hint', 'info', 'warning', 'error'];

/** Aspects of a model that a configuration may ask for; absence rules belong to one each. */
export type Aspect =
  'resilience' | 'security' | 'slo' | 'observability' | 'events' | 'contracts' | 'operations';
export const aspects: readonly Aspect[] = [
  'resilience',
  'security',
  'slo',
  'observability',
  'events',
  'contracts',
  'operations',
];

export const categories = [
  'naming',
  'context-map',
  'aggregates',
  'data',
  'coupling',
  'communication',
  'resilience',
  'events',
  'contracts',
  'slo',
  'ownership',
  'decomposition',
  'security',
  'evolution',
] as const;
/** The folder that a rule lives in. */
export type Category = (typeof categories)[number];

/**
 * When a rule runs. `structural`: always. `if-declared`: only where a fact is present, which the
 * rule itself looks for. `absence`: reports a missing fact; at full severity only where the
 * configuration asks for the aspect or `declared` finds that the model declares that fact
 * elsewhere, else as a hint. `baseline`: only against a revision before.
 */
export type Gate =
  | { readonly kind: 'structural' }
  | { readonly kind: 'if-declared'; readonly fact: string }
  /** Compares with a revision before; silent where the host gives none. */
  | { readonly kind: 'baseline' }
  | {
      readonly kind: 'absence';
      readonly aspect: Aspect;
      /** @param fact which one of several, as a report says */
      readonly declared: (model: Model, fact: string) => boolean;
    };

/** A number with its default; `options` of a rule are named like in the configuration. */
export interface OptionSpec {
  readonly default: number;
  readonly minimum?: number;
  readonly description: string;
}

/** The three things that a finding says; `{name}` stands for a value of `data`. */
export interface MessageTemplate {
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

type Placeholders<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** Values that a message needs, by the names in its three templates. */
export type MessageData<M extends MessageTemplate> = Readonly<
  Record<Placeholders<M['what'] | M['why'] | M['remedy']>, string | number>
>;

export interface Edit {
  readonly span: Span;
  /** In place of what stands at `span`. */
  readonly text: string;
  /**
   * `statement`: `span` is that of a declaration, and `text` is a statement for its block
   * (`resolveEdit` finds the place).
   */
  readonly placement?: 'statement';
}

/** A mechanical remedy. Titles are in the imperative. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Safe to apply without looking: part of fix-all. */
  readonly safe?: boolean;
}

export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** What a rule reports; the engine adds severity, fingerprint and acceptance. */
export type Report<Messages extends Readonly<Record<string, MessageTemplate>>> = {
  [Key in keyof Messages & string]: {
    readonly message: Key;
    readonly data: MessageData<Messages[Key]>;
    readonly span: Span;
    /** The element or edge at fault. */
    readonly element: ElementId;
    /**
     * Every element that takes part, in a telling order; default: `element` alone, or the ends of
     * an edge. Ends of the edge at fault that are not named here are added.
     */
    readonly elements?: readonly ElementId[];
    readonly related?: readonly Related[];
    readonly fixes?: readonly Fix[];
    /** Where it differs from the rule's own. */
    readonly severity?: Severity;
    /** Which fact is missing, where the gate of the rule tells several apart. */
    readonly missing?: string;
    /**
     * Elements at which an exception accepts it as well as at `element`: the members of a ring, of
     * which it shows one, or what an edge leads to where that is at fault as much.
     */
    readonly acceptedAt?: readonly ElementId[];
    /** Somebody agreed to it: it is listed, and does not count. */
    readonly accepted?: Accepted;
    /** Further facts for machines, kept in the JSON output. */
    readonly facts?: Readonly<Record<string, unknown>>;
  };
}[keyof Messages & string];

export interface RuleContext<
  Messages extends Readonly<Record<string, MessageTemplate>>,
  Options extends Readonly<Record<string, OptionSpec>>,
> {
  readonly model: Model;
  /** The model at a revision before, where the host was given one. */
  readonly previous?: Model;
  readonly options: { readonly [K in keyof Options]: number };
  /** Who agreed to a change of a contract, and why, by the change's fingerprint. */
  readonly agreed: (fingerprint: string) => Accepted | undefined;
  readonly today: IsoDate;
  /** Suggestions for a name that does not resolve; only the hosts' workspace has the index. */
  readonly suggest: Suggest;
  /** How people call an element: `service OrderService`, with its context where that helps. */
  readonly label: (id: ElementId) => string;
  readonly element: (id: ElementId) => Element | undefined;
  readonly report: (report: Report<Messages>) => void;
}

/**
 * Names that may have been meant, best first, as short as they can be written in the declaration with
 * the qualified name `scope`.
 */
export type Suggest = (
  path: string,
  expected: readonly string[],
  scope: string,
) => readonly string[];

export interface Rule<
  Messages extends Readonly<Record<string, MessageTemplate>> = Readonly<
    Record<string, MessageTemplate>
  >,
  Options extends Readonly<Record<string, OptionSpec>> = Readonly<Record<string, OptionSpec>>,
> {
  readonly id: string;
  readonly category: Category;
  /** The severity of findings that do not say otherwise. */
  readonly severity: Severity;
  /** All severities that occur, with when, for the tables: `error (other context) / warning`. */
  readonly severityNote?: string;
  readonly gate: Gate;
  /** One sentence: when it fires. */
  readonly summary: string;
  readonly sources: readonly string[];
  readonly options: Options;
  readonly messages: Messages;
  /**
   * `file`: what it says of an element follows from what stands in the element's file and from
   * what is looked up by id, so that after an edit it need look at that file alone. It must not
   * list the model's elements or edges to find others than those that it reports on.
   */
  readonly scope?: 'file';
  /** Rules whose findings on the same element make this rule's superfluous. */
  readonly hiddenBy?: readonly string[];
  /** Its findings list the members of a ring, and nothing but them, though an edge is at fault. */
  readonly ring?: true;
  /**
   * What it says of single elements and edges, by their kind. All rules are shown a part of the
   * model before the next one, so that they find it in the processor's caches; therefore no rule
   * walks a list of the model by itself where this will do.
   */
  visit?(context: RuleContext<Messages, Options>): Visitors;
  /** What it says of several together. */
  check?(context: RuleContext<Messages, Options>): void;
}

/** Any rule, whatever its messages and options. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the parameters are contravariant
export type AnyRule = Rule<any, any>;

/** Declares a rule; only here for the types of its messages and options. */
export function defineRule<
  const Messages extends Readonly<Record<string, MessageTemplate>>,
  const Options extends Readonly<Record<string, OptionSpec>> = Readonly<Record<string, never>>,
>(
  rule: Omit<Rule<Messages, Options>, 'options'> & { readonly options?: Options },
): Rule<Messages, Options> {
  return { options: {} as Options, ...rule };
}
