import {
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { Position } from '../model/span.js';

/** A JSON text with comments, and the way from a path of keys back to its place. */
export interface JsonText {
  /** Undefined where the text is no JSON. */
  readonly value: unknown;
  readonly errors: readonly { readonly message: string; readonly position: Position }[];
  /** Place of the value at `path`, or of what is nearest to it. */
  locate(path: readonly (string | number)[]): Position;
}

export function parseJsonText(text: string): JsonText {
  const parseErrors: ParseError[] = [];
  const tree = parseTree(text, parseErrors, { allowTrailingComma: true });
  const errors = parseErrors.map(({ error, offset }) => ({
    message: sentence(printParseErrorCode(error)),
    position: positionAt(text, offset),
  }));
  return {
    value: tree && errors.length === 0 ? toValue(tree) : undefined,
    errors,
    locate(path) {
      for (let length = path.length; tree && length >= 0; length--) {
        const node = findNodeAtLocation(tree, path.slice(0, length));
        if (!node) continue;
        const key = node.parent?.type === 'property' ? node.parent : node;
        return positionAt(text, key.offset);
      }
      return { line: 1, column: 1 };
    },
  };
}

/** Like jsonc-parser's getNodeValue, but a key `__proto__` stays a key. */
function toValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(toValue);
  if (node.type !== 'object') return node.value as unknown;
  const entries = (node.children ?? []).flatMap(({ children = [] }) => {
    const [key, value] = children;
    return key && value ? [[String(key.value), toValue(value)] as const] : [];
  });
  return Object.fromEntries(entries);
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

/** `InvalidSymbol` → `Invalid symbol`. */
function sentence(code: string): string {
  const words = code
    .replaceAll(/([A-Z])/g, ' $1')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
