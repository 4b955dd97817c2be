import type { IToken } from 'chevrotain';
import type { SyntaxProblem } from './syntax-problem.js';

/** The problems of a text, without those that only follow from one before them. */
export class ProblemList {
  readonly #problems: SyntaxProblem[] = [];
  readonly #offsetsByLine = new Map<number, number[]>();

  add(problem: SyntaxProblem, line: number): void {
    this.#problems.push(problem);
    const offsets = this.#offsetsByLine.get(line);
    if (offsets) offsets.push(problem.offset);
    else this.#offsetsByLine.set(line, [problem.offset]);
  }

  /**
   * Adds a problem of the parser unless there is one on its line with no brace between the two:
   * what was cut out there is then missed by what is left of the statement.
   */
  addUnlessFollowing(problem: SyntaxProblem, tokens: readonly IToken[]): void {
    const { offset } = problem;
    const line = tokens.find(({ endOffset }) => (endOffset ?? 0) >= offset)?.startLine ?? 0;
    const follows = (this.#offsetsByLine.get(line) ?? []).some((earlier) => {
      const [from, to] = [Math.min(offset, earlier), Math.max(offset, earlier)];
      return !tokens.some(
        ({ startOffset, image }) =>
          startOffset > from && startOffset < to && (image === '{' || image === '}'),
      );
    });
    if (!follows) this.add(problem, line);
  }

  /** In the order of the text. */
  sorted(): SyntaxProblem[] {
    return [...this.#problems].sort((a, b) => a.offset - b.offset);
  }
}
