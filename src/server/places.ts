import type { Location, Position as LspPosition, Range as LspRange } from 'vscode-languageserver';
import type { Position, Range, Span } from '../model/span.js';

/** The protocol counts from 0, the model from 1. */
export function toLspRange({ start, end }: Range): LspRange {
  return { start: toLspPosition(start), end: toLspPosition(end) };
}

export function toLspPosition({ line, column }: Position): LspPosition {
  return { line: line - 1, character: column - 1 };
}

export function fromLspPosition({ line, character }: LspPosition): Position {
  return { line: line + 1, column: character + 1 };
}

export function toLocation(span: Span, uriOf: (file: string) => string): Location {
  return { uri: uriOf(span.file), range: toLspRange(span) };
}
