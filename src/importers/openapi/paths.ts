/** Path templates, their common beginning and the names in them. */
import { memberName, Names } from '../arch/names.js';

export interface ReadPath {
  /** As in the document. */
  readonly template: string;
  /** With names of the language between the braces. */
  readonly path: string;
  /** By the name in the document, the name in the language. */
  readonly names: ReadonlyMap<string, string>;
}

export function readPath(template: string): ReadPath {
  const names = new Map<string, string>();
  const taken = new Names();
  const path = template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const known = names.get(name);
    const own = known ?? taken.take(memberName(name, 'part'));
    names.set(name, own);
    return `{${own}}`;
  });
  return { template, path, names };
}

/** What all paths begin with, in whole segments without parameters; empty for nothing. */
export function commonPath(paths: readonly string[]): string {
  const [first, ...rest] = paths.map((path) => path.split('/').filter((part) => part !== ''));
  if (!first) return '';
  let length = first.findIndex((part) => part.includes('{'));
  if (length < 0) length = first.length;
  for (const other of rest) {
    let same = 0;
    while (same < length && first[same] === other[same]) same++;
    length = same;
  }
  const common = first.slice(0, length).map((part) => `/${part}`);
  return common.join('');
}

/** Two templates of one shape are one path, whatever their parameters are called. */
export function shapeOf(path: string): string {
  return `/${path
    .split('/')
    .filter((part) => part !== '')
    .join('/')}`.replace(/\{[^{}]*\}/g, '{}');
}
