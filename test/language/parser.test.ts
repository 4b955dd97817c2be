import { readFileSync } from 'node:fs';
import { createLangiumParser, type AstNode, type LangiumParser } from 'langium';
import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../src/language/services.js';
import { archFiles } from './arch-files.js';
import { plainTree } from './plain-tree.js';

const language = createLanguage();
const ours = language.parser.LangiumParser;
const langiums = createLangiumParser(language);

function outcome(parser: LangiumParser, text: string) {
  const { value, parserErrors, lexerErrors } = parser.parse(text);
  return {
    tree: plainTree(value),
    parserErrors: parserErrors.map(({ message }) => message),
    lexerErrors,
  };
}

describe('the parser', () => {
  const files = archFiles();

  it('is tried on many files', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files)("reads %s as Langium's own does", (file) => {
    const text = readFileSync(file, 'utf8');
    expect(outcome(ours, text)).toEqual(outcome(langiums, text));
  });

  it('agrees with it on what is broken, wherever the text ends', () => {
    const text = readFileSync(files[0]!, 'utf8').slice(0, 4000);
    for (let end = 0; end < text.length; end += 37) {
      const start = text.slice(0, end);
      expect(outcome(ours, start)).toEqual(outcome(langiums, start));
    }
  });

  it('leaves out links that nobody follows', () => {
    const { value } = ours.parse('context A {}');
    const [context] = (value as AstNode & { members: AstNode[] }).members;
    expect(context?.$type).toBe('Context');
    expect(context).not.toHaveProperty('$container');
  });
});
