/** What the statements of the language stand for, in a sentence or two, in the field's words. */
const docs: Readonly<Record<string, string>> = {
  system: 'What the model is about, as a whole.',
  domain: 'An area of the business. Its subdomains are the parts of the problem.',
  subdomain:
    'A part of the problem: `core` is what sets us apart, `supporting` is needed for it, `generic` can be bought.',
  core: 'What sets us apart; the best people work here.',
  supporting: 'Needed for the core, but nobody chooses us for it.',
  generic: 'Solved elsewhere already; it can be bought.',
  team: 'People who own contexts, services and aggregates.',
  actor: 'Somebody who uses the system, and what they call.',
  external: 'A system that others own, with what it offers and promises.',
  broker: 'What carries events and commands.',
  library: 'Code that several services share.',
  context:
    'A bounded context: where one model and one language hold (Evans). It implements subdomains.',
  contextmap: 'How contexts relate, from upstream to downstream, and with which patterns.',
  view: 'A part of the map under a name, for a reader.',
  flow: 'What happens one after the other, across services; a saga undoes what failed.',
  term: 'A word of the ubiquitous language, with what it means here.',
  aggregate: 'Objects that change together, in one transaction, through their root.',
  entity: 'An object with an identity of its own. The root is the one that others may refer to.',
  root: 'The entity of its aggregate that others may refer to.',
  value: 'Something that is described by its attributes alone, and never changes.',
  enum: 'A closed list of values; `@open` where more may come.',
  scalar: 'A primitive type with a name and constraints of its own.',
  union: 'One of several types.',
  event: 'Something that has happened, which others may want to know. Named in the past tense.',
  command: 'A request to do something, to one receiver. Named in the imperative.',
  error: 'A way in which an operation may fail, with the status that says so.',
  service: 'Something that is deployed and run by itself, and belongs to one context.',
  store: 'Where a service keeps its data.',
  api: 'What a service offers to be called, as one document with one version.',
  slo: 'Objectives for availability, latency and throughput.',
  auth: 'How callers prove who they are, and the scopes there are.',
  rpc: 'A method of a gRPC service.',
  query: 'A field of GraphQL that reads.',
  mutation: 'A field of GraphQL that changes something.',
  subscription: 'A field of GraphQL that answers again and again.',
  calls: 'A synchronous call: the caller waits, and fails with what it calls.',
  publishes: 'The service tells whoever listens that the event has happened.',
  subscribes: 'The service hears of the event, and does something about it.',
  sends: 'The service sends the command to whoever handles it.',
  handles: 'The service takes the command, or the operation stands for it.',
  emits: 'The operation makes the event happen.',
  modifies: 'The operation changes the aggregate, in one transaction.',
  owns: 'The service keeps the aggregate; nobody else writes it.',
  replicates: 'The service keeps a copy of an aggregate that another one owns.',
  reads: 'The service reads a store that is not its own.',
  writes: 'The service writes a store that is not its own.',
  libraries: 'Libraries that are built into the service.',
  exposes: 'What the upstream shows the downstream.',
  shares: 'What the partners have in common.',
  via: 'The broker that carries it.',
  include: 'What the view shows.',
  exclude: 'What the view leaves out of that.',
  implements: 'The subdomains that the context is a solution for.',
  raises: 'Errors by which the operation may fail.',
  compensate: 'What undoes the step when a later one fails.',
  pivot: 'Behind this step the saga only goes forward.',
  avoid: 'Words that nobody should use for it here.',
};

/** What a keyword stands for, where it says more than its name. */
export function docOfKeyword(keyword: string): string | undefined {
  return Object.hasOwn(docs, keyword) ? docs[keyword] : undefined;
}

/** Roles of a relation's sides, with the patterns that they name (Evans; Brandolini). */
export const upstreamRoles: Readonly<Record<string, string>> = {
  U: 'upstream',
  OHS: 'open-host service',
  PL: 'published language',
  S: 'supplier',
};
export const downstreamRoles: Readonly<Record<string, string>> = {
  D: 'downstream',
  ACL: 'anticorruption layer',
  CF: 'conformist',
  C: 'customer',
};

const roleDocs: Readonly<Record<string, string>> = {
  U: 'Upstream: what changes here is felt downstream.',
  D: 'Downstream: feels what changes upstream.',
  OHS: 'Open-host service: one protocol for all who want to integrate, instead of one for each.',
  PL: 'Published language: a documented language that both sides translate to and from.',
  ACL: 'Anticorruption layer: translates the upstream’s model, so that its own stays clean.',
  CF: 'Conformist: takes the upstream’s model as it is.',
  S: 'Supplier: plans with the customer’s needs.',
  C: 'Customer: has a say in what the supplier plans.',
};

export function docOfRole(role: string): string | undefined {
  return Object.hasOwn(roleDocs, role) ? roleDocs[role] : undefined;
}
