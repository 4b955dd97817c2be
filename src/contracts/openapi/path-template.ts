/** Path templates, made so that every one of a document is valid and different from the others. */
import type { HttpMethod, Operation } from '../../model/elements/operations.js';
import type { ContractRemark } from '../document.js';
import type { Casing } from '../config.js';
import { cased } from '../naming.js';
import { byText } from '../tree.js';

/** An operation with the place that it has in the document. */
export interface PlacedOperation {
  readonly operation: Operation;
  readonly method: HttpMethod;
  readonly path: string;
  /** The declared name of each path parameter, and what stands in the template for it. */
  readonly pathNames: readonly (readonly [declared: string, name: string])[];
}

const methods: readonly HttpMethod[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * The operations by path, then method. Templates that differ only in the names of their parameters
 * are one path for OpenAPI, so later ones take over the names of the first. Of two operations with
 * one method on one path the first keeps it.
 */
export function placedOperations(
  casing: Casing,
  operations: readonly Operation[],
  remarks: ContractRemark[],
): PlacedOperation[] {
  const templates = new Map<string, readonly string[]>();
  const taken = new Set<string>();
  const placed: PlacedOperation[] = [];
  for (const operation of [...operations].sort(byPlace)) {
    const segments = normalized(operation.fullPath ?? operation.path ?? '/');
    const declared = namesIn(segments);
    const shape = segments.join('').replace(/\{[^{}]*\}/g, '{}');
    const names = templates.get(shape) ?? distinct(declared.map((name) => cased(name, casing)));
    templates.set(shape, names);
    const method = operation.method ?? 'GET';
    if (taken.has(`${method} ${shape}`)) {
      remarks.push({
        element: operation.id,
        message: `Another operation answers ${method} on the same path, so the contract leaves this one out.`,
      });
      continue;
    }
    taken.add(`${method} ${shape}`);
    let next = 0;
    const path = shape.replace(/\{\}/g, () => `{${names[next++]}}`);
    placed.push({
      operation,
      method,
      path,
      pathNames: declared.map((name, index) => [name, names[index]!]),
    });
  }
  return placed;
}

function byPlace(a: Operation, b: Operation): number {
  return (
    byText(a.fullPath ?? '', b.fullPath ?? '') ||
    methods.indexOf(a.method ?? 'GET') - methods.indexOf(b.method ?? 'GET') ||
    byText(a.id, b.id)
  );
}

/**
 * `/a/{b}/` as `['/', 'a/{b}']`, without a query, an empty segment, a slash at its end, or a brace
 * that has no partner.
 */
function normalized(path: string): string[] {
  const parts = path
    .replace(/[?#].*$/s, '')
    .replace(/(\{[^{}/]+\})|[{}]/g, (_, parameter: string | undefined) => parameter ?? '')
    .split('/')
    .filter((part) => part !== '');
  return ['/', parts.join('/')];
}

function namesIn(segments: readonly string[]): string[] {
  return [...segments.join('').matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!);
}

function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let result = name;
    for (let n = 2; taken.has(result); n++) result = `${name}${n}`;
    taken.add(result);
    return result;
  });
}
