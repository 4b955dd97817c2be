// The grammar as plain expressions, from what langium-cli has generated of it.
import { readFileSync } from 'node:fs';

/**
 * @typedef {{ is: 'token', token: string }} Token a keyword, or the name of a terminal
 * @typedef {{ is: 'call', rule: string }} Call
 * @typedef {{ is: 'sequence', parts: Expression[] }} Sequence
 * @typedef {{ is: 'choice', options: Expression[] }} Choice
 * @typedef {{ is: 'optional' | 'repeated', part: Expression }} Repeated
 * @typedef {{ is: 'assignment', feature: string, operator: string, part: Expression }} Assignment
 * @typedef {{ is: 'type', name: string }} Type what the node is called, where not as its rule
 * @typedef {Token | Call | Sequence | Choice | Repeated | Assignment | Type} Expression
 * @typedef {{ name: string, kind: 'node' | 'fragment' | 'text', entry: boolean, body: Expression }} Rule
 */

/**
 * @returns {{ rules: Rule[], terminals: string[], keywords: string[], patterns: Map<string, string> }}
 * terminals without the hidden ones, which have a pattern, too
 */
export function readGrammar(generatedGrammar) {
  const source = readFileSync(generatedGrammar, 'utf8');
  const [, literal] = /loadGrammarFromJson\('(.*)'\)\)/s.exec(source);
  // A literal of JavaScript in a file that langium-cli wrote a moment ago.
  const { rules } = JSON.parse(Function(`return '${literal}'`)());
  const keywords = new Set();
  const nameAt = (reference) => rules[Number(/^#\/rules@(\d+)$/.exec(reference)[1])];

  function expression(element) {
    const inner = bare(element);
    if (element.cardinality === undefined) return inner;
    if (element.cardinality === '?') return { is: 'optional', part: inner };
    if (element.cardinality === '*') return { is: 'repeated', part: inner };
    throw new Error(`The parser's generator knows no cardinality ${element.cardinality}.`);
  }

  function bare(element) {
    switch (element.$type) {
      case 'Keyword':
        keywords.add(element.value);
        return { is: 'token', token: element.value };
      case 'RuleCall': {
        const { $type, name } = nameAt(element.rule.$ref);
        return $type === 'TerminalRule' ? { is: 'token', token: name } : { is: 'call', rule: name };
      }
      case 'Group':
        return { is: 'sequence', parts: element.elements.map(expression) };
      case 'Alternatives':
        return { is: 'choice', options: element.elements.map(expression) };
      case 'Assignment': {
        const { feature, operator, terminal } = element;
        return { is: 'assignment', feature, operator, part: expression(terminal) };
      }
      case 'Action':
        if (element.inferredType && !element.feature) {
          return { is: 'type', name: element.inferredType.name };
        }
    }
    throw new Error(`The parser's generator knows no ${element.$type} of this kind.`);
  }

  const read = rules
    .filter(({ $type }) => $type === 'ParserRule')
    .map(({ name, entry, fragment, dataType, definition }) => ({
      name,
      entry: entry === true,
      kind: fragment ? 'fragment' : dataType ? 'text' : 'node',
      body: expression(definition),
    }));
  const patterns = rules.filter(({ $type }) => $type === 'TerminalRule');
  const terminals = patterns.filter(({ hidden }) => !hidden);
  return {
    rules: read,
    terminals: terminals.map(({ name }) => name),
    keywords: [...keywords].sort(),
    patterns: new Map(patterns.map(({ name, definition }) => [name, definition.regex])),
  };
}
