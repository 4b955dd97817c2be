// Writes the parser of a grammar as a file of TypeScript: one function for each rule.
import { decisions } from './network.mjs';
import { lookahead, lookaheadInto, undecided } from './lookahead.mjs';

/** Keywords that are words are names, too (`ArchTokenBuilder`). */
const isWord = (text) => /^[A-Za-z_]\w*$/.test(text);
const isDashWord = (text) => /^[A-Za-z_]\w*(-\w+)+$/.test(text);

const alsoName = (keyword) =>
  isWord(keyword) ? 'ID' : isDashWord(keyword) ? 'DASH_WORD' : keyword;

/** @param {ReturnType<import('./grammar.mjs').readGrammar>} grammar */
export function emitParser({ rules, terminals, keywords, patterns }) {
  const tokens = [...terminals, ...keywords];
  const names = new Map(
    tokens.map((token) => [token, terminals.includes(token) ? token : alsoName(token)]),
  );
  const number = new Map(tokens.map((token, index) => [token, index]));
  const nameOf = (token) => names.get(token);
  const fits = (token, expected) => token === expected || nameOf(token) === expected;
  const byName = new Map(rules.map((rule) => [rule.name, rule]));

  const tables = [];
  const tableOf = new Map();
  const numberOf = new Map();
  /** Number of a table that says of each token: an option, -1 for none, or -2 - the next table. */
  function table(ahead) {
    const seen = numberOf.get(ahead);
    if (seen !== undefined) return seen;
    const number = intern(ahead);
    numberOf.set(ahead, number);
    return number;
  }
  function intern(ahead) {
    const cells = tokens.map((token) => {
      const next = ahead.get(token);
      if (next === undefined) return -1;
      return typeof next === 'number' ? next : -2 - table(next);
    });
    const key = cells.join();
    const known = tableOf.get(key);
    if (known !== undefined) return known;
    tableOf.set(key, tables.push(cells) - 1);
    return tables.length - 1;
  }
  const found = decisions(rules);
  const decide = (expression) => {
    const look = expression.is === 'choice' ? lookahead : lookaheadInto;
    return `decide(${table(look(found.get(expression), tokens, fits))})`;
  };

  const isToken = ({ is }) => is === 'token';
  const comment = (token) => ` /* ${token} */`.replace('*/ */', '* / */');
  const eat = ({ token }) =>
    terminals.includes(token)
      ? `name(${number.get(token)}${comment(token)})`
      : `keyword(${number.get(token)}${comment(token)})`;

  /** Text of the token or tokens that an expression takes, or the node that it makes. */
  function value(expression) {
    if (isToken(expression)) return `text(${eat(expression)})`;
    if (expression.is === 'call' && byName.get(expression.rule).kind !== 'fragment') {
      return `parse${expression.rule}()`;
    }
    if (expression.is === 'choice' && expression.options.every(isToken)) {
      return `text(any(${decide(expression)}))`;
    }
    throw new Error('The generator does not know what to assign.');
  }

  function statements(expression, kind) {
    switch (expression.is) {
      case 'token':
        return kind === 'text' ? `node += text(${eat(expression)});` : `${eat(expression)};`;
      case 'call': {
        const called = byName.get(expression.rule);
        if (called.kind === 'fragment') return `parse${called.name}(node);`;
        // The node of a rule that only chooses is the one that it chose.
        if (called.kind === 'node' && kind === 'chosen') return `node = parse${called.name}();`;
        throw new Error(`A call of ${called.name} is assigned to nothing.`);
      }
      case 'type':
        return '';
      case 'sequence':
        return expression.parts.map((part) => statements(part, kind)).join('\n');
      case 'choice': {
        const cases = expression.options.map(
          (option, index) => `case ${index}:\n${statements(option, kind)}\nbreak;`,
        );
        return `switch (${decide(expression)}) {\n${cases.join('\n')}\ndefault:\nfail();\n}`;
      }
      case 'optional':
        return `if (${decide(expression)} === 0) {\n${statements(expression.part, kind)}\n}`;
      case 'repeated':
        return `while (${decide(expression)} === 0) {\n${statements(expression.part, kind)}\n}`;
      case 'assignment': {
        const { feature, operator, part } = expression;
        if (part.is === 'optional' || part.is === 'repeated') {
          const inner = { ...expression, part: part.part };
          const head = part.is === 'optional' ? 'if' : 'while';
          return `${head} (${decide(part)} === 0) {\n${statements(inner, kind)}\n}`;
        }
        if (operator === '+=') return `node.${feature}.push(${value(part)});`;
        if (operator === '?=') return `${eat(part)};\nnode.${feature} = true;`;
        return `node.${feature} = ${value(part)};`;
      }
    }
    throw new Error(`no statement for ${expression.is}`);
  }

  function rule({ name, kind, body }) {
    if (kind === 'fragment') return `function parse${name}(node) {\n${statements(body, kind)}\n}`;
    if (kind === 'text') {
      return `function parse${name}() {\nlet node = '';\n${statements(body, kind)}\nreturn node;\n}`;
    }
    const features = assigned(body);
    const callsRule = calls(body).some((called) => byName.get(called).kind === 'node');
    if (features.size === 0 && callsRule) {
      return `function parse${name}() {\nlet node;\n${statements(body, 'chosen')}\nnode.$cstNode.end = ends[next - 1];\nreturn node;\n}`;
    }
    const defaults = [...features].flatMap(([feature, operator]) =>
      operator === '+='
        ? [`${feature}: []`]
        : // A place for everything that may be set: objects of one shape are made faster.
          [`${feature}: ${operator === '?=' ? 'false' : 'undefined'}`],
    );
    const type = typeOf(body) ?? name;
    const first = [`$type: '${type}'`, '$cstNode: here()', ...defaults].join(', ');
    return `function parse${name}() {\nconst node = { ${first} };\n${statements(body, kind)}\nnode.$cstNode.end = ends[next - 1] ?? 0;\nreturn node;\n}`;
  }

  /** Features that a rule's node gets, those of its fragments included, by operator. */
  function assigned(expression, result = new Map()) {
    if (expression.is === 'assignment') result.set(expression.feature, expression.operator);
    if (expression.is === 'call' && byName.get(expression.rule).kind === 'fragment') {
      assigned(byName.get(expression.rule).body, result);
    }
    for (const part of children(expression)) {
      if (expression.is !== 'assignment') assigned(part, result);
    }
    return result;
  }

  const functions = rules.map(rule);
  const entry = rules.find((each) => each.entry);
  return `${head}
/** Numbers of the terminals. */
export const terminals = ${JSON.stringify(Object.fromEntries(terminals.map((name) => [name, number.get(name)])))};

/** What terminals look like, those between the tokens included. */
export const patterns = {
${[...patterns].map(([name, regex]) => `${name}: ${regex},`).join('\n')}
};

/** Numbers of the keywords. */
export const keywords = new Map([${keywords.map((word) => `[${JSON.stringify(word)},${number.get(word)}]`).join(',')}]);

/** For each token, the terminal that it may also stand for. */
const nameOf = [${tokens.map((token) => number.get(nameOf(token))).join(',')}];

const tables = [
${tables.map((cells) => `'${runs(cells)}'`).join(',\n')}
].map(cells);

${runtime(entry.name, tokens.length)}

${functions.join('\n\n')}
`;
}

function children(expression) {
  return expression.parts ?? expression.options ?? (expression.part ? [expression.part] : []);
}

function calls(expression) {
  if (expression.is === 'assignment') return [];
  return expression.is === 'call' ? [expression.rule] : children(expression).flatMap(calls);
}

function typeOf(expression) {
  const first = expression.is === 'sequence' ? expression.parts[0] : undefined;
  return first?.is === 'type' ? first.name : undefined;
}

/** Cells as `value*times` with commas between. */
function runs(cells) {
  const result = [];
  for (let i = 0; i < cells.length;) {
    let end = i;
    while (cells[end] === cells[i]) end++;
    result.push(end - i > 1 ? `${cells[i]}*${end - i}` : String(cells[i]));
    i = end;
  }
  return result.join(',');
}

const head = `// Generated from arch.langium by scripts/langium.mjs. Do not edit.
// @ts-nocheck -- what its functions give is typed where they are called; tests hold it to the grammar.
import type { Document } from './ast.js';
`;

const runtime = (entry, end) => `function cells(runs: string): Int16Array {
  return Int16Array.from(
    runs.split(',').flatMap((run) => {
      const [value, times = '1'] = run.split('*');
      return Array(Number(times)).fill(Number(value));
    }),
  );
}

/** Number of what stands behind the last token. */
export const endOfText = ${end};

/** Tokens of a text by their numbers, with offsets and exclusive ends; the last is \`endOfText\`. */
export interface TokenRows {
  readonly text: string;
  readonly types: ArrayLike<number>;
  readonly offsets: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
  /** What the text says at a token. */
  image(token: number): string;
}

/** Thrown where the text is not well-formed. */
export const notWellFormed = { message: 'not well-formed' };

let rows;
let types;
let offsets;
let ends;
let next = 0;

/** The tree of a well-formed text. @throws notWellFormed */
export function parseTokens(tokens: TokenRows): Document {
  rows = tokens;
  ({ types, offsets, ends } = tokens);
  next = 0;
  const document = parse${entry}();
  if (types[next] !== endOfText) fail();
  return document;
}

function fail() {
  throw notWellFormed;
}

/** The option that the next tokens stand for; -1 for none. */
function decide(table) {
  let at = next;
  for (;;) {
    const option = tables[table][types[at++]] ?? -1;
    if (option >= -1) return option;
    if (option === ${undecided}) fail();
    table = -2 - option;
  }
}

function keyword(type) {
  if (types[next] !== type) fail();
  return next++;
}

function name(type) {
  const found = types[next];
  if (found !== type && nameOf[found] !== type) fail();
  return next++;
}

function any(option) {
  if (option < 0) fail();
  return next++;
}

function text(token) {
  return rows.image(token);
}

function here() {
  return { offset: next < types.length && types[next] !== endOfText ? offsets[next] : 0, end: 0 };
}`;
