/** Reads the words of a CML text one after the other, and skips what is not known. */
import { UnreadableDocument } from '../document.js';
import type { LineCoverage } from './line-coverage.js';
import { cmlTokens, type CmlToken } from './tokens.js';

export class Cursor {
  readonly coverage: LineCoverage;
  private readonly file: string;
  private readonly tokens: readonly CmlToken[];
  private at = 0;

  constructor(file: string, source: string, coverage: LineCoverage) {
    this.file = file;
    this.coverage = coverage;
    this.tokens = cmlTokens(file, source);
  }

  get next(): CmlToken {
    return this.peek(0);
  }

  peek(ahead: number): CmlToken {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)]!;
  }

  get isDone(): boolean {
    return this.next.kind === 'end';
  }

  /** Takes the next token, which the model speaks of. */
  take(): CmlToken {
    const token = this.next;
    this.coverage.modelled(token.line);
    if (!this.isDone) this.at++;
    return token;
  }

  /** Takes the next token if it is this one. */
  accept(...texts: readonly string[]): boolean {
    const { kind, text } = this.next;
    if (kind === 'text' || !texts.includes(text)) return false;
    this.take();
    return true;
  }

  /** Takes a name. */
  name(): string | undefined {
    return this.next.kind === 'word' ? this.take().text : undefined;
  }

  /** The value behind `keyword =`: a text, a word or a number. */
  value(): string | undefined {
    this.accept('=');
    const { kind } = this.next;
    return kind === 'text' || kind === 'word' || kind === 'number' ? this.take().text : undefined;
  }

  /** Values between commas. */
  values(): string[] {
    const found: string[] = [];
    do {
      const value = this.value();
      if (value !== undefined) found.push(value);
    } while (this.accept(','));
    return found;
  }

  /**
   * Reads a block in braces, if there is one. What `read` does not take is skipped.
   *
   * @throws UnreadableDocument where it is not closed
   */
  block(read: () => boolean): void {
    const open = this.next;
    if (!this.accept('{')) return;
    while (!this.accept('}')) {
      if (this.isDone) throw this.notClosed(open);
      const before = this.at;
      if (!read() || this.at === before) this.skip(unknown(this.next));
    }
  }

  /** Skips a statement: the rest of its line, or up to the end of the block that it opens. */
  skip(reason: string): void {
    const first = this.next;
    this.coverage.unsupported(first.line, reason);
    do {
      const { text, kind, line } = this.next;
      if (kind !== 'text' && text === '{') {
        this.skipBraces(reason);
        return;
      }
      if (kind !== 'text' && text === '}') return;
      this.coverage.covered(line);
      this.at++;
    } while (!this.isDone && (this.next.line === first.line || this.next.text === '{'));
  }

  /** Skips up to where brackets of this kind, which are open, end. */
  skipTo(close: string): void {
    while (!this.isDone && this.next.text !== close && this.next.text !== '}') this.take();
    this.accept(close);
  }

  private skipBraces(reason: string): void {
    const open = this.next;
    let depth = 0;
    do {
      if (this.isDone) throw this.notClosed(open);
      const { text, kind, line } = this.next;
      if (kind !== 'text') depth += text === '{' ? 1 : text === '}' ? -1 : 0;
      this.coverage.unsupported(line, reason);
      this.at++;
    } while (depth > 0);
  }

  private notClosed({ line }: CmlToken): UnreadableDocument {
    return new UnreadableDocument(this.file, line, 'This `{` is not closed.');
  }
}

/** Why a statement is skipped. */
export function unknown({ kind, text }: CmlToken): string {
  return kind === 'word'
    ? `The language has no \`${text.slice(0, 60)}\`.`
    : 'The language has nothing that says this.';
}
