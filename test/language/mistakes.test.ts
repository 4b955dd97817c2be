import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import type { Problem } from '../../src/model/problem.js';

/** The problems of a text, and the text after the first fix of each. */
function read(text: string) {
  const model = modelFromTexts({ 'a.arch': text });
  return {
    model,
    problems: model.problems.map(({ message }) => message),
    mended: mend(text, model.problems),
  };
}

function mend(text: string, problems: readonly Problem[]): string {
  const lines = text.split('\n');
  const starts = lines.map((_, i) => lines.slice(0, i).join('\n').length + (i > 0 ? 1 : 0));
  const edits = problems.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  const offset = ({ line, column }: { line: number; column: number }) =>
    (starts[line - 1] ?? 0) + column - 1;
  return edits
    .sort((a, b) => offset(b.span.start) - offset(a.span.start))
    .reduce(
      (result, { span, text: meant }) =>
        result.slice(0, offset(span.start)) + meant + result.slice(offset(span.end)),
      text,
    );
}

const inService = (statement: string) => `context A { service X { ${statement} } }`;
const inValue = (field: string) => `context A { value X { ${field} } }`;
const inMap = (relation: string) => `context A context B contextmap M { ${relation} }`;

/** What was written, what was meant, and how the message begins. */
const mistakes: readonly (readonly [string, string, string])[] = [
  [
    'domain D { subdomain Plain }',
    'domain D { supporting subdomain Plain }',
    'A subdomain says of what kind it is',
  ],
  [
    inService('calls A.Y, timeout 3s retry 2'),
    inService('calls A.Y { timeout 3s retry 2 }'),
    'Policies stand in the block of the call',
  ],
  [
    inService('slo { p99: 200ms }'),
    inService('slo { p99 200ms }'),
    '`p99` is a property, and properties have no colon',
  ],
  [inService('kind: worker'), inService('kind worker'), '`kind` is a property'],
  [
    inService('slo { availability 99,9% }'),
    inService('slo { availability 99.9% }'),
    'Numbers have a decimal point: `99.9%`.',
  ],
  [
    inService('api P: rest { rate-limit 100 per second }'),
    inService('api P: rest { rate-limit 100/s }'),
    'A rate is written `100/s`.',
  ],
  [
    inValue('id: uuid name string'),
    inValue('id: uuid name: string'),
    'A field has a colon between its name and its type: `name: string`.',
  ],
  [
    inValue('user User').replace('}', '} value User'),
    inValue('user: User').replace('}', '} value User'),
    'A field has a colon',
  ],
  ['context A { microservice B }', 'context A { service B }', '`microservice` is no statement.'],
  [inValue('a = 3'), inValue('a: int32 = 3'), 'A field has a type before its default'],
  [
    inValue('a: List<string> b: Map<string, int32> c: Optional<uuid>'),
    inValue('a: string[] b: map<string, int32> c: uuid?'),
    'There is no type `List`.',
  ],
  ['context A { enum E = a | b }', 'context A { enum E { a b } }', 'The values of an enum stand'],
  [
    'context A { enum E { a b = 2 } }',
    'context A { enum E { a b  } }',
    'The values of an enum are',
  ],
  [
    'context A { value Y value Z union U { Y Z } }',
    'context A { value Y value Z union U = Y | Z }',
    'A union names its members behind `=`',
  ],
  [
    inService('store Db'),
    inService('store Db: postgres'),
    'A store says what it is behind a colon',
  ],
  [
    inService('api P { rpc Get(json): json }'),
    inService('api P: grpc { rpc Get(json): json }'),
    'An API says its style',
  ],
  ['broker Bus', 'broker Bus: kafka', 'A broker says what it is behind a colon'],
  [
    'context A {\n  api P: rest { }\n  service X { api P: rest {\n    GET /o/{id} get(): json\n  } }\n}'.replace(
      '  api P: rest { }\n',
      '',
    ),
    'context A {\n  service X { api P: rest {\n    GET "/o/{id}" get(): json\n  } }\n}',
    'The path of an operation is a text: `"/o/{id}"`.',
  ],
  [inMap('A [OHS] => [ACL] B'), inMap('A [OHS] -> [ACL] B'), 'The arrow is written `->`.'],
  [inMap('A → B'), inMap('A -> B'), 'An arrow is written with two characters'],
  [
    inMap('A (OHS, PL) -> (ACL) B'),
    inMap('A [OHS, PL] -> [ACL] B'),
    'The roles of a relation stand in square brackets',
  ],
  [inMap('A [OHS PL] -> [ACL] B'), inMap('A [OHS, PL] -> [ACL] B'), 'Roles are separated by'],
  [
    'team T { } context A { team "T" }',
    'team T { } context A { team T }',
    'After `team` stands a name without quotes',
  ],
  [
    'context "Order management" { }',
    'context OrderManagement "Order management" { }',
    'After `context` stands a name without quotes',
  ],
  [
    'context Order-Management { }',
    'context OrderManagement "Order-Management" { }',
    '`Order-Management` is no name',
  ],
  [
    'context A { vision Take an order }',
    'context A { vision "Take an order" }',
    '`vision` takes a text in quotes',
  ],
  ["context A { vision 'one' }", 'context A { vision "one" }', 'Texts stand in straight double'],
  ['context A { vision “one” }', 'context A { vision "one" }', 'Texts stand in straight double'],
  ['# all\ncontext A', '// all\ncontext A', 'Comments begin with two slashes'],
  ['context A { kind legacy; }', 'context A { kind legacy }', 'Statements need no `;`'],
  [
    'context A { service X service Y } flow F { A.X -> A.Y -> A.X }',
    'context A { service X service Y } flow F { A.X -> A.Y\nA.Y -> A.X }',
    'A step has one arrow.',
  ],
  [
    'context A { service X service Y } flow F { step 1: A.X -> A.Y }',
    'context A { service X service Y } flow F {  A.X -> A.Y }',
    'Steps have no numbers',
  ],
  ['import "x.arch"\ncontext A', '\ncontext A', 'Files need no imports'],
  ['bounded context A', ' context A', '`bounded` has no place before `context`.'],
  [
    'BoundedContext A { kind legacy }',
    'context A { kind legacy }',
    '`BoundedContext` is no statement.',
  ],
  ['context A { kind legcy }', 'context A { kind legacy }', '`legcy` is no kind of a context.'],
  [inMap('A B'), inMap('A -> B'), 'A relation has an arrow, from upstream to downstream'],
  [inMap('A to B'), inMap('A -> B'), 'A relation has an arrow'],
  [inMap('A downstream of B'), inMap('A <- B'), 'A relation has an arrow'],
  [inMap('A --> B'), inMap('A -> B'), 'An arrow is written with two characters'],
  [inMap('A [OHS] -> B [ACL]'), inMap('A [OHS] -> [ACL] B'), 'Roles stand between the arrow'],
  [inMap('A <-> B partnership'), inMap('A <-> B : partnership'), 'The kind of a relation stands'],
  [inMap('relation A -> B'), inMap(' A -> B'), 'A relation begins with a context.'],
  [
    'context A { service X service Y } flow F { A.X calls A.Y }',
    'context A { service X service Y } flow F { A.X -> A.Y }',
    'A step has an arrow',
  ],
  [
    'context A { service X service Y } flow F { 1. A.X -> A.Y }',
    'context A { service X service Y } flow F {  A.X -> A.Y }',
    'Steps have no numbers',
  ],
  [
    'context Order Management { kind legacy }',
    'context OrderManagement "Order Management" { kind legacy }',
    'A name is one word',
  ],
  [
    'context A { aggregate B { root B { id id: uuid } } }',
    'context A { aggregate B { root entity B { id id: uuid } } }',
    'The root of an aggregate is an entity',
  ],
  [
    'context A { aggregate B { entity root B { id id: uuid } } }',
    'context A { aggregate B { root entity B { id id: uuid } } }',
    'The root of an aggregate is an entity',
  ],
  [inValue('decimal a'), inValue('a: decimal'), 'A field begins with its name'],
  [inValue('a: [string]'), inValue('a: string[]'), 'A list is written `string[]`.'],
  [inValue('a: decimal min 0'), inValue('a: decimal (min 0)'), 'What narrows a type stands'],
  [
    'context A { event E(a: uuid, b: string[]?) }',
    'context A { event E{ a: uuid, b: string[]? } }',
    'Fields stand in braces',
  ],
  [
    'context A { enum E { "a", "b c" } }',
    'context A { enum E { a, b_c } }',
    'The values of an enum are names without quotes: `a`.',
  ],
  [
    'context A { scalar B: string }',
    'context A { scalar B= string }',
    'What it stands for follows',
  ],
  ['context A { type B = string }', 'context A { scalar B = string }', '`type` is no statement.'],
  [
    inService('api P: rest { get "/" f() }'),
    inService('api P: rest { GET "/" f() }'),
    'HTTP methods are written in capitals',
  ],
  [
    inService('api P: rest { GET "/" f -> json }'),
    inService('api P: rest { GET "/" f (): json }'),
    'The result of an operation stands behind its parameters and a colon',
  ],
  [
    inService('api P: rest { GET "/" f() throws E } error E'),
    inService('api P: rest { GET "/" f() raises E } error E'),
    'Errors stand behind `raises`',
  ],
  [
    inService('api P: rest { POST "/" f(V body) } value V'),
    inService('api P: rest { POST "/" f(body: V) } value V'),
    'A parameter begins with its name',
  ],
  [
    inService('calls Y { timeout 300 ms }'),
    inService('calls Y { timeout 300ms }'),
    'A duration is written without a blank',
  ],
  [inService('calls Y.f()'), inService('calls Y.f'), 'An operation is named without parentheses'],
  [inService('depends on Y'), inService('calls Y'), 'Who calls whom is said by the caller'],
  [inService('X -> Y'), inService('calls Y'), 'Who calls whom is said by the caller'],
  [
    inService('publishes E F event E event F'),
    inService('publishes E, F event E event F'),
    'Names of a list are separated by commas',
  ],
  [
    inService('subscribes to E event E'),
    inService('subscribes  E event E'),
    '`subscribes` is followed by the name.',
  ],
  [
    inService('slo { p95 < 200ms }'),
    inService('slo { p95  200ms }'),
    'A property is followed by its value',
  ],
  [
    'actor B uses A.X context A { service X }',
    'actor B { calls A.X } context A { service X }',
    'What an actor calls stands in its block',
  ],
  ['domain D { core B }', 'domain D { core subdomain B }', 'A subdomain is declared as such'],
  [
    'domain D { subdomain core B }',
    'domain D { core subdomain B }',
    'The kind of a subdomain stands in front',
  ],
  [
    'context A context B view V { A, B }',
    'context A context B view V { include A, B }',
    'What a view shows stands behind `include`',
  ],
  ['view V { include: * }', 'view V { include * }', '`include` takes no `:`.'],
  ['context A { term B: "x" }', 'context A { term B "x" }', '`term` takes no `:`.'],
  [
    'context A "x" : core { kind legacy }',
    'context A "x"  { kind legacy }',
    'Nothing stands between',
  ],
  ['context A { kind "legacy" }', 'context A { kind legacy }', '`kind` takes a word: `legacy`.'],
  ['team A { size "7" }', 'team A { size 7 }', '`size` takes a whole number: `7`.'],
  ['team A { contact me }', 'team A { contact "me" }', '`contact` takes a text in quotes: `"me"`.'],
  [
    inService('slo { availability 99.9 }'),
    inService('slo { availability 99.9% }'),
    '`availability` takes a percentage such as `99.9%`: `99.9%`.',
  ],
  [
    'context A { service X service Y } flow F { service A.X -> A.Y }',
    'context A { service X service Y } flow F {  A.X -> A.Y }',
    'A step begins with who acts.',
  ],
  [inMap('A -> B : "x"'), inMap('A -> B  "x"'), 'The text behind the arrow has no colon'],
  [
    inService('api P: rest { GET "/" f(a: uuid) json }'),
    inService('api P: rest { GET "/" f(a: uuid) : json }'),
    'The result of an operation stands behind a colon',
  ],
  [
    inService('api P: grpc { rpc f(V) returns (V) } value V'),
    inService('api P: grpc { rpc f(V) : V } value V'),
    'The result of an operation stands behind a colon',
  ],
  [
    inService('api P: grpc { f(V): V } value V'),
    inService('api P: grpc { rpc f(V): V } value V'),
    'An operation of a gRPC API begins with `rpc`',
  ],
  [inService('subscribes "E" event E'), inService('subscribes E event E'), 'Names stand without'],
  [inService('depends-on Y'), inService('calls Y'), 'Who calls whom is said by the caller'],
  [
    'context A context B view V { include A and B }',
    'context A context B view V { include A, B }',
    'Names of a list are separated by commas: `A, B`.',
  ],
  [
    'context A view V { include context A }',
    'context A view V { include  A }',
    '`include` is followed by the name.',
  ],
  [
    'context A { event E: { a: uuid } }',
    'context A { event E { a: uuid } }',
    '`event` takes no `:`.',
  ],
  ['context A { term B = "x" }', 'context A { term B  "x" }', '`term` takes no `=`.'],
  ['context A { enum E: a, b }', 'context A { enum E{ a b } }', 'The values of an enum stand'],
  [inValue('a: list of string'), inValue('a: string[]'), 'A list is written `string[]`.'],
  [inValue('a?: string'), inValue('a: string?'), 'What may be absent has its mark behind'],
  [inValue('a: "string"'), inValue('a: string'), 'Types stand without quotes'],
  [
    inMap('[OHS, PL] A -> B'),
    inMap('A [OHS, PL] -> B'),
    'Roles stand between the name and the arrow',
  ],
  ['@tag[pci] context A', '@tag(pci) context A', 'Round brackets stand here: `tag(pci)`.'],
  [
    inService('api P: rest { auth oauth2 ["a:b"] }'),
    inService('api P: rest { auth oauth2 ("a:b") }'),
    'Round brackets stand here',
  ],
  [
    inService('calls Y { retries 3 } } service Y {'),
    inService('calls Y { retry 3 } } service Y {'),
    '`retries` is no statement. Did you mean `retry`?',
  ],
  [
    inService('calls X { timeout 3sec }'),
    inService('calls X { timeout 3s }'),
    'A duration is written with the sign of its unit',
  ],
  [
    'context A { event Paid { retention 2 weeks } }',
    'context A { event Paid { retention 14d } }',
    'A duration is written with the sign of its unit, without a blank: `14d`.',
  ],
  [
    inService('slo { throughput 500rps }'),
    inService('slo { throughput 500/s }'),
    'A rate is written with the sign of its unit, without a blank: `500/s`.',
  ],
  [
    inService('slo { throughput 500 }'),
    inService('slo { throughput 500/s }'),
    '`throughput` takes a rate such as `100/s`: `500/s`.',
  ],
  [
    inService('store Db: "postgres"'),
    inService('store Db: postgres'),
    'Behind the colon of `store` stands a word without quotes',
  ],
  [
    inService('api P: rest { GET "/" f: json }'),
    inService('api P: rest { GET "/" f(): json }'),
    'Parentheses stand behind the name of an operation',
  ],
  [
    inService('api P: graphql { query f: json }'),
    inService('api P: graphql { query f(): json }'),
    'Parentheses stand behind the name of an operation',
  ],
  [
    inService('api P: rest { GET "/" f(id uuid): json }'),
    inService('api P: rest { GET "/" f(id: uuid): json }'),
    'A parameter has a colon between its name and its type: `id: uuid`.',
  ],
  [
    inService('api P: rest { GET "/" f(id: uuid, optional q: string): json }'),
    inService('api P: rest { GET "/" f(id: uuid, q: string?): json }'),
    'What may be absent has its mark behind the type: `q: string?`.',
  ],
  [
    inService('api P: rest { GET "/" f(q?: string): json }'),
    inService('api P: rest { GET "/" f(q: string?): json }'),
    'What may be absent has its mark behind the type: `q: string?`.',
  ],
  [
    inService('api P: rest { GET "/" f(header If-Match: string): json }'),
    inService('api P: rest { GET "/" f(header "If-Match": string): json }'),
    'A name with dashes stands in quotes',
  ],
  [
    inService('api P: rest { POST "/" f(): json 201 }'),
    inService('api P: rest { POST "/" f(): 201 json }'),
    'The status of a result stands before its type',
  ],
  [
    inService('api P: rest { POST "/" f(): "202" }'),
    inService('api P: rest { POST "/" f(): 202 }'),
    'The status of a result is a number',
  ],
  [
    inService('api P: rest { GET "/" f(): page json }'),
    inService('api P: rest { GET "/" f(): paged json }'),
    'A page of items is written `paged json`.',
  ],
  [
    inService('api P: rest { GET "/" f(): json { idempotent true } }'),
    inService('api P: rest { GET "/" f(): json { idempotent  } }'),
    '`idempotent` stands alone',
  ],
  [
    inService('api P: rest { path /v1/orders }'),
    inService('api P: rest { path "/v1/orders" }'),
    '`path` takes a text in quotes: `"/v1/orders"`.',
  ],
  [
    inService('api P: rest { version 1.2.0 }'),
    inService('api P: rest { version "1.2.0" }'),
    'A version of several numbers stands in quotes',
  ],
  [
    inValue('a: optional string'),
    inValue('a: string?'),
    'What may be absent has its mark behind the type',
  ],
  [
    inValue('a: string | undefined'),
    inValue('a: string ?'),
    'What may be absent has its mark behind the type: `string?`.',
  ],
  [
    inValue('a: null | string'),
    inValue('a: string | null'),
    'What may be null is written `string | null`.',
  ],
  [inValue('a: string?[]'), inValue('a: string[]?'), 'What a list holds is never absent'],
  [
    inValue('a: string (minLength: 3)'),
    inValue('a: string (minLength 3)'),
    'A constraint is followed by its value: `minLength 3`.',
  ],
  [
    'context A { responsibilities "a" "b" }',
    'context A { responsibilities "a", "b" }',
    'What is listed is separated by commas',
  ],
  [
    '@deprecated("x" sunset: 2027-06-30) context A',
    '@deprecated("x", sunset: 2027-06-30) context A',
    'What is listed is separated by commas',
  ],
  ['bounded-context A', 'context A', '`bounded-context` is no statement. Did you mean `context`?'],
  ['team T { members 7 }', 'team T { size 7 }', '`members` is no statement. Did you mean `size`?'],
  [
    'context A { service X event E } flow F { A.X emits A.E }',
    'context A { service X event E } flow F { A.X publishes A.E }',
    'A step says `publishes`',
  ],
  [
    'context A { service X service Y } flow F { A.X -> A.Y compensates A.X }',
    'context A { service X service Y } flow F { A.X -> A.Y compensate A.X }',
    'A step says `compensate`',
  ],
];

describe('mistakes that people make', () => {
  it.each(mistakes)('reads %j as what was meant', (text, meant, message) => {
    const { model, problems, mended } = read(text);
    expect(problems[0]).toContain(message);
    expect(mended).toBe(meant);
    const right = read(meant);
    expect(right.problems).toEqual([]);
    expect([...model.elements.keys()].sort()).toEqual([...right.model.elements.keys()].sort());
  });

  it('says what stands nowhere, and what to do about it', () => {
    expect(read(inValue('a: string | int32')).problems).toEqual([
      expect.stringContaining('is declared as a union and named here'),
    ]);
    expect(read(inMap('A -> B : conformist')).problems).toEqual([
      '`conformist` is no kind of relation but a role of the downstream: `-> [CF] Downstream`.',
    ]);
    expect(read(inMap('A -> B : open-host-service')).problems).toEqual([
      '`open-host-service` is no kind of relation but a role of the upstream: `Upstream [OHS] ->`.',
    ]);
    for (const replicas of ['-1', '1.5', 'two']) {
      expect(read(inService(`replicas ${replicas}`)).problems).toEqual([
        '`replicas` takes a whole number.',
      ]);
    }
  });

  it('says where relations belong, and how a statement is written', () => {
    expect(read('context A context B\nA -> B').problems).toEqual([
      'Relations between contexts stand in a `contextmap`, steps between services in a `flow`: `contextmap Landscape { A -> B }`.',
    ]);
    expect(read(inService('subscribes')).problems).toEqual([
      'This `subscribes` is not complete, or not written as it should be: `subscribes Payments.PaymentCaptured { idempotent }`.',
    ]);
    expect(read('context A { rabbits: string }').problems[0]).toMatch(
      /^The field `rabbits` has no place in context `A`\./,
    );
  });

  it('reads a word of another notation, whatever is wrong in its block', () => {
    const around = (word: string) => `context A {\n  ${word} B { p99: 200ms }\n  kind feature\n}\n`;
    for (const word of ['microservice', 'servce']) {
      const { problems, model } = read(around(word));
      expect(problems[0]).toBe(`\`${word}\` is no statement. Did you mean \`service\`?`);
      expect(problems.join()).toContain('properties have no colon');
      expect(model.elements.has('service:A.B')).toBe(true);
    }
  });

  it('says how statements begin where one begins with something else', () => {
    expect(read('team A { hats 7 }').problems).toEqual([
      '`hats` is no statement. Here, statements begin with `size`, `kind`, `contact`, `on-call`.',
    ]);
    expect(read('context A { aggregate B { attributes { a: uuid } } }').problems[0]).toContain(
      '`attributes` is no statement. Here, statements begin with `team`, `entity`,',
    );
    expect(read('context A\nend').problems).toEqual([
      expect.stringContaining('`end` is no statement.'),
    ]);
    expect(read('context A { event Paid { orderId } }').problems).toEqual([
      'A field has a type behind a colon: `orderId: string`.',
    ]);
    expect(read(inService('database: postgres')).problems).toEqual([
      expect.stringContaining('Did you mean `store OrdersDb: postgres'),
    ]);
  });

  it('says how annotations and fields that may be absent are written', () => {
    expect(read('@tag "pci"\ncontext A').problems).toEqual([
      'What an annotation takes stands in parentheses: `@tag(pci)`.',
    ]);
    expect(read(inValue('a: string optional')).problems).toEqual([
      'What may be absent has a mark behind its type: `note: string?`.',
    ]);
  });

  it('knows an operation without its method, and leaves the method to who writes it', () => {
    for (const [style, begin] of [
      ['rest', 'GET "/cancel" cancel'],
      ['graphql', 'query cancel'],
    ] as const) {
      const text = inService(`api P: ${style} { cancel(): json }`);
      const { problems, model, mended } = read(text);
      expect(problems).toEqual([expect.stringContaining(`\`${begin}(…)\``)]);
      expect(model.elements.has('operation:A.X.P.cancel')).toBe(true);
      expect(mended).toBe(text);
    }
  });

  it('says one thing of one word', () => {
    const owned = inService('\n own Y').replace(' }', ' } aggregate Y');
    expect(read(owned).problems).toEqual(['`own` is no statement. Did you mean `owns`?']);
    expect(read(owned.replace('own ', 'owns ')).problems).toEqual([]);
    expect(read(inService('\n own Z')).problems).toHaveLength(1);
    // It has no place here either, which shows once the word is right.
    expect(read(inService('\n emitts E')).problems).toEqual([
      '`emitts` is no statement. Did you mean `emits`?',
    ]);
    expect(read(inService('\n reed Store')).problems).toHaveLength(1);
  });

  it('reports a broken statement once, and others in the same block', () => {
    const { problems } = read('context A {\n  one two three four\n  five six seven eight\n}');
    expect(problems).toHaveLength(2);
  });
});
