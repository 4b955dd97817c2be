import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver';
import type { Cursor } from '../../language/cursor.js';
import { docOfKeyword } from '../../language/statement-docs.js';
import { formOf } from '../../language/statement-forms.js';
import type { BlockKind } from '../../language/vocabulary/block-kind.js';
import { membersOf } from '../../language/vocabulary/members.js';
import { placeInOrder } from './words.js';

/** What a member's keyword expands to, in the snippet syntax of the protocol. */
const bodies: Readonly<Record<string, string>> = {
  system: 'system ${1:Name} "${2:title}" {\n\t$0\n}',
  domain: 'domain ${1:Name} {\n\tcore subdomain ${2:Name}$0\n}',
  subdomain: '${1|core,supporting,generic|} subdomain ${2:Name}$0',
  team: 'team ${1:Name} {\n\tsize ${2:7}\n\tkind ${3|stream-aligned,platform,enabling,complicated-subsystem|}$0\n}',
  actor: 'actor ${1:Name} "${2:what they do}" { calls $0 }',
  external: 'external ${1:Name} "${2:title}" {\n\t$0\n}',
  broker: 'broker ${1:Bus}: ${2|kafka,rabbitmq,nats,sns-sqs,pulsar|}$0',
  library: 'library ${1:Name} { kind ${2|domain,utility|}  version "${3:1.0}" }$0',
  context: 'context ${1:Name} {\n\tvision "$2"\n\t$0\n}',
  contextmap:
    'contextmap ${1:Landscape} {\n\t${2:Upstream} [OHS, PL] -> [ACL] ${3:Downstream}$0\n}',
  view: 'view ${1:Name} "${2:title}" {\n\tinclude ${3:*}$0\n}',
  flow: 'flow ${1:Name} "${2:title}" {\n\t${3:Actor} -> ${4:Context.Service.operation}$0\n}',
  aggregate: 'aggregate ${1:Name} {\n\troot entity $1 {\n\t\tid id: uuid\n\t\t$0\n\t}\n}',
  entity: 'entity ${1:Name} {\n\tid id: uuid\n\t$0\n}',
  value: 'value ${1:Name} {\n\t$0\n}',
  enum: 'enum ${1:Name} { ${2:first second} }$0',
  scalar: 'scalar ${1:Name} = ${2:string}$0',
  union: 'union ${1:Name} = ${2:A} | ${3:B}$0',
  event:
    'event ${1:SomethingHappened} {\n\tversion 1\n\tkey ${2:id}\n\t$2: uuid\n\toccurredAt: datetime$0\n}',
  command: 'command ${1:DoSomething} {\n\t$0\n}',
  error: 'error ${1:NotFound} { status ${2:404}  title "${3:Not found}" }$0',
  service: 'service ${1:Name}Service {\n\t$0\n}',
  store: 'store ${1:Name}Db: ${2:postgres}$0',
  api: 'api ${1:Name}: ${2|rest,grpc,graphql|} {\n\tversion "${3:1.0.0}"\n\t$0\n}',
  slo: 'slo { availability ${1:99.9%}  p95 ${2:200ms}  p99 ${3:1s} }$0',
  term: 'term ${1:Name} "${2:meaning}"$0',
  auth: 'auth ${1|oauth2,oidc,jwt,api-key,basic,mtls,none|}$0',
  calls: 'calls ${1:Context.Service.operation} { timeout ${2:300ms}  circuit-breaker }$0',
  subscribes: 'subscribes ${1:Context.Event} { idempotent }$0',
};

type Template = readonly [label: string, body: string];

const operations: Readonly<Record<string, readonly Template[]>> = {
  rest: [
    ['GET', 'GET "/{${1:id}}" ${2:get}($1: ${3:uuid}): ${4:Type}$0'],
    ['POST', 'POST "/" ${1:create}(body: ${2:Type}): 201 ${3:Type}$0'],
    ['PUT', 'PUT "/{${1:id}}" ${2:replace}($1: ${3:uuid}, body: ${4:Type}): ${5:Type}$0'],
    ['PATCH', 'PATCH "/{${1:id}}" ${2:change}($1: ${3:uuid}, body: ${4:Type}): ${5:Type}$0'],
    ['DELETE', 'DELETE "/{${1:id}}" ${2:delete}($1: ${3:uuid})$0'],
    ['HEAD', 'HEAD "/{${1:id}}" ${2:has}($1: ${3:uuid})$0'],
    ['OPTIONS', 'OPTIONS "/" ${1:options}()$0'],
  ],
  grpc: [['rpc', 'rpc ${1:Name}(${2:Request}): ${3:Response}$0']],
  graphql: [
    ['query', 'query ${1:name}(${2:id}: ${3:uuid}): ${4:Type}$0'],
    ['mutation', 'mutation ${1:name}(${2:input}: ${3:Type}): ${4:Type}$0'],
    ['subscription', 'subscription ${1:name}(${2:id}: ${3:uuid}): ${4:Type}$0'],
  ],
};

/** More than a keyword and a block: what one often begins with. */
const templates: Readonly<Record<string, readonly Template[]>> = {
  service: [
    [
      'service with REST API',
      'service ${1:Name}Service {\n\tapi ${1:Name}s: rest {\n\t\tversion "1.0.0"\n\t\tpath "/v1/${2:names}"\n\t\tGET "/{id}" get${1:Name}(id: uuid): ${3:json}\n\t}\n\t$0\n}',
    ],
  ],
};

/** What a block has but once, its properties aside. */
const single: ReadonlySet<string> = new Set(['id', 'auth', 'slo', 'team']);

/** Statements that may begin in the block at the cursor, in the order of the vocabulary. */
export function snippetsFor(block: BlockKind, { head, given }: Cursor): CompletionItem[] {
  const entries = membersOf(block).flatMap((member): readonly Template[] => {
    if (member === 'operation') {
      return operations[head.at(-1) ?? ''] ?? Object.values(operations).flat();
    }
    if (member === 'field') return block === 'entity' ? [['id', 'id ${1:id}: ${2:uuid}$0']] : [];
    if (member === 'relation' || member === 'step') return [];
    const property = member === 'team' && block !== 'file';
    const body = property ? undefined : bodies[member];
    return [[member, body ?? `${member} $0`], ...(templates[member] ?? [])];
  });
  return entries
    .filter(([label]) => block === 'file' || !single.has(label) || !given.has(label))
    .map(([label, insertText], index) => ({
      label,
      ...detailOf(label),
      kind: CompletionItemKind.Keyword,
      insertText,
      insertTextFormat: InsertTextFormat.Snippet,
      sortText: `1${placeInOrder(index)}`,
    }));
}

/** How the statement looks when it is whole, and what it stands for. */
function detailOf(keyword: string): { detail?: string; documentation?: string } {
  const [detail, documentation] = [formOf(keyword), docOfKeyword(keyword)];
  return {
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation }),
  };
}
