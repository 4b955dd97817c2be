import { describe, expect, it } from 'vitest';
import { textLiteral } from '../../src/language/literals.js';
import { docComment } from '../../src/language/doc-comment.js';

describe('a text over several lines', () => {
  it('loses the indentation that its lines have in common', () => {
    expect(textLiteral('"""\n    one\n      two\n\n    three\n  """').value).toBe(
      'one\n  two\n\nthree',
    );
  });

  it('may begin right behind its quotes, which says nothing of indentation', () => {
    expect(textLiteral('"""one\n     two\n       three"""').value).toBe('one\ntwo\n  three');
  });

  it('keeps line breaks and tabs that are written as escapes where they stand', () => {
    expect(textLiteral('"""\n    one\\ntwo\n    \\tthree\n  """').value).toBe('one\ntwo\n\tthree');
  });

  it('tells where an escape is none', () => {
    expect(textLiteral('"""\n    a\\qb\n  """')).toEqual({
      value: 'a\\qb',
      problems: [
        { message: '`\\q` is no escape. Write `\\\\` for a backslash.', offset: 9, length: 2 },
      ],
    });
  });
});

describe('a doc comment', () => {
  it('keeps nested lists and code, with a star before each line or with none', () => {
    const text = 'Title\n\n- a\n  - b\n\n      code';
    const lines = text.split('\n');
    expect(
      docComment(`/**\n${lines.map((line) => `   * ${line}`.trimEnd()).join('\n')}\n */`),
    ).toBe(text);
    expect(docComment(`/**\n${lines.map((line) => `     ${line}`).join('\n')}\n */`)).toBe(text);
  });

  it('takes a line without a star from where the others have their text', () => {
    expect(docComment('/**\n   * one\n     two\n       three\n   */')).toBe('one\ntwo\n  three');
  });

  it('takes Markdown’s own stars for text', () => {
    expect(docComment('/**\n * **bold**\n **bolder**\n */')).toBe('**bold**\n**bolder**');
  });
});
