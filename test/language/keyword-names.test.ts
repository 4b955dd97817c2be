import { describe, expect, it } from 'vitest';
import { keywords } from '../../src/language/generated/parser.js';
import { langium } from '../../src/language/langium-parser.js';
import { doubtfulWords } from '../../src/language/plain-names.js';
import { parseWellFormed } from '../../src/language/well-formed.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import { plainTree } from './plain-tree.js';

const words = [...keywords.keys()].filter((keyword) => /^[A-Za-z_]\w*$/.test(keyword));

/** Texts in which `K` is a name wherever one may stand, with something that goes on behind it. */
const texts: Readonly<Record<string, string>> = {
  fields: `context A { value V { @pii K: int32? (min 1) = 3  b: string } entity E { id K: uuid b: K }
    value K { x: int32 } event F { key K  K: uuid  version 1 } }`,
  types: `context A { value K { x: int32 }
    value V { a: K  b: K[]  c: set<K>  d: map<string, K>  e: K?  f: K | null  g: K | null?  h: A.K } }`,
  references: `context A { aggregate K { root entity R { id id: uuid } }
    value V { a: ref K  b: ref A.K[]  d: ref K? } service S { owns K  outbox }
    service T { replicates A.K  replicas 3  api P: rest { POST "/" g() { modifies K, A.K  idempotent } } } }`,
  enums: `context A { enum K { K, x y } value V { a: K = K  b: K[] (example K) = [K, x] } }`,
  unions: `context A { value K { x: int32 } value M { y: int32 } union U = K | M  union W = | M | K }`,
  events: `context A { event K { version 1 }  command C  service S { publishes K, A.K  outbox }
    service Q { subscribes K { idempotent fields K emits K } subscribes A.K, A.*  handles C { emits K } } }`,
  commands: `context A { command K  service S { handles K  outbox } service Q { sends K, A.K  outbox } }`,
  errors: `context A { error K { status 404 } service S { api P: rest {
    GET "/" g(): string raises K, A.K { idempotent }  GET "/x" h() raises K  version "1" } } }`,
  operations: `context A { value K { x: int32 } error E service S { api P: rest {
    GET "/{K}" K(K: string): K  GET "/b" b(query K: K?): 201 K  GET "/c" c(): paged K  GET "/d" d(): 200 K
    POST "/e" e(header K: K, cookie K2: K): 200 paged K { idempotent }  GET "/f" f(): 200 K raises E
    @deprecated("x") GET "/g" g(): K  version "1" auth jwt } api R: rest { GET "/" r(): 202 K path "/x" } }
    service Q { calls S.K, A.S.P.K { timeout 1s fallback S.K } calls S.K  outbox } }`,
  procedures: `context A { value K { x: int32 } service S { api P: grpc {
    rpc K(K): stream K  rpc other(stream K): K  rpc third(): K version "1" } } }`,
  queries: `context A { value K { x: int32 } service S { api P: graphql {
    query K(K: K): K?  mutation K2(K: K): K[]  subscription K3(): K  depth-limit 3 } } }`,
  services: `context A { service K { api K2: rest { GET "/" g() } store K3: K { backup 1d } }
    service Q { calls K, K.K2.g, K.g { optional } reads K.K3  calls A.K.K2  outbox } }`,
  contexts: `context K implements K3.K { value V { x: int32 } service S event K } domain K3 { core subdomain K }
    context B { service Q { subscribes K.*  calls K.S } value W { x: K.V } } contextmap M { state to-be
    K [OHS, PL] -> [ACL] B { exposes K.V  technology "x" } B >< K : separate-ways } contextmap N { K -> B }`,
  teams: `team K { size 3 } context A { team K  aggregate G { team K  root entity G { id id: uuid } }
    service S { team K  outbox } } view V { include team K, A  show services }`,
  actors: `actor K { calls A.S } context A { service S event E } external X flow F { kind saga
    K -> A.S compensate A.S  K -> A.S pivot  K -> A.S "x"  K -> X  K -> A.S  A.S publishes A.E  K -> A.S }`,
  externals: `external K { api C: rest { GET "/" g(): V } value V { x: int32 } event E }
    context A { service S { calls K  calls K.g { fallback K.C.g } subscribes K.*  subscribes K.E } }
    flow F { A.S -> K  K on K.E  A.S -> K compensate K pivot  K publishes K.E  K -> K }`,
  brokers: `broker K: K { url "x" } broker B: kafka context A { event E { via K  version 1 } event F { via K x: K } scalar K = string }`,
  libraries: `library K { kind domain } library L context A { service S { libraries K, L  outbox } service T { libraries K } }`,
  flows: `context K { service S { api P: rest { POST "/" K() } publishes E } event E }
    flow K { K.S -> K.S.K compensate K.S.K pivot  K.S -> K.S "c"  K.S publishes K.E  K.S on K.E  K.S -> K.S }`,
  terms: `context A { term K "x" avoid "y", "z"  term K2  vision "v" } system K { mesh K  engineers 3 }`,
  annotations: `@tag(K, x) context A { @renamedFrom(K) value V { @renamedFrom(K) b: int32 } }`,
};

/** Names of what two statements of a view may begin with cannot be told from those statements. */
const view = `context K { service S } context B view V { include K, K.*, -> K, K ->, K.S  exclude K  show contexts }
  view W { include K  include -> K  direction right } view X { exclude K  exclude * }`;
const beginView = new Set(['include', 'exclude']);

function wrong(text: string): string[] {
  const { problems, unresolved } = modelFromTexts({ 'a.arch': text });
  return [...problems.map(({ message }) => message), ...unresolved.map(({ path }) => path)];
}

const named = (text: string, word: string) => text.replaceAll(/\bK(?=\d?\b)/g, word);

describe('a keyword', () => {
  it.each(Object.entries(texts))('is a name among %s', (_, text) => {
    expect(wrong(named(text, 'Zed'))).toEqual([]);
    const failing = words.filter((word) => wrong(named(text, word)).length > 0);
    expect(failing).toEqual([]);
  });

  it('is the name of a context in a view', () => {
    const failing = words.filter((word) => wrong(named(view, word)).length > 0);
    expect(failing.filter((word) => !beginView.has(word))).toEqual([]);
  });

  it.each(doubtfulWords)('%s is the same to both parsers', (word) => {
    for (const text of [...Object.values(texts), view]) {
      const source = named(text, word);
      const { value, parserErrors } = langium().parser.parse(source);
      expect(parserErrors).toEqual([]);
      const tree = parseWellFormed(source)?.documents[0];
      if (tree) expect(plainTree(tree)).toEqual(plainTree(value));
    }
  });
});
