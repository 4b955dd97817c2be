/** `$ref`: inside the document, and into files beside it. Nothing is ever fetched. */
import { readSource } from '../contracts/merge/merge.js';
import { byText, isList, valueAt, type Tree } from '../contracts/tree.js';
import { DocumentNode, type ImportFile, type ReadReferenced } from './node.js';

/** A chain of references longer than this leads nowhere. */
const longest = 50;

export class References {
  private readonly files = new Map<string, ImportFile | undefined>();
  private readonly texts = new Map<string, string>();
  private readonly read: ReadReferenced;

  constructor(read: ReadReferenced) {
    this.read = read;
  }

  /** Files beside the document that something in it refers to, and that could be read. */
  get used(): readonly { readonly path: string; readonly text: string }[] {
    return [...this.texts]
      .map(([path, text]) => ({ path, text }))
      .sort((a, b) => byText(a.path, b.path));
  }

  /** The node itself, or what it refers to in the end; undefined, and said so, where that is missing. */
  follow(node: DocumentNode): DocumentNode | undefined {
    let at = node;
    for (let steps = 0; steps < longest; steps++) {
      const ref = at.at('$ref');
      if (typeof ref?.value !== 'string') return at;
      const target = this.target(at.file, ref.value);
      if (typeof target === 'string') {
        ref.unsupported(target);
        return undefined;
      }
      ref.modelled();
      at = target;
    }
    node.unsupported('The reference goes round in a circle.');
    return undefined;
  }

  /** What a reference names, or why that cannot be had. */
  private target(from: ImportFile, ref: string): DocumentNode | string {
    const hash = ref.indexOf('#');
    const path = hash < 0 ? ref : ref.slice(0, hash);
    const fragment = hash < 0 ? '' : ref.slice(hash + 1);
    const file = path === '' ? from : this.file(from, path);
    if (typeof file === 'string') return file;
    if (fragment !== '' && !fragment.startsWith('/')) {
      return `\`${ref}\` names an anchor; references by JSON pointer are followed.`;
    }
    let value: Tree | undefined = file.root;
    let pointer = '';
    for (const part of fragment.split('/').slice(1)) {
      const key = decoded(part);
      value = isList(value) ? value[Number(key)] : valueAt(value, key);
      if (value === undefined) return `\`${ref}\` leads to nothing.`;
      pointer += `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    }
    return new DocumentNode(file, value, pointer);
  }

  private file(from: ImportFile, path: string): ImportFile | string {
    if (/^[A-Za-z][A-Za-z0-9+.-]*:|^\/\//.test(path)) {
      return `\`${path}\` lies elsewhere; nothing is fetched from the network.`;
    }
    const joined = inside(from.path, path);
    if (joined === undefined) return `\`${path}\` lies outside of the document's folder.`;
    if (!this.files.has(joined)) {
      const text = this.read(joined);
      const root = text === undefined ? undefined : treeOf(text);
      if (text !== undefined && root !== undefined) this.texts.set(joined, text);
      this.files.set(
        joined,
        root === undefined ? undefined : { path: joined, root, coverage: undefined },
      );
    }
    return this.files.get(joined) ?? `The file \`${path}\` is not there, or cannot be read.`;
  }
}

/** `path` as seen from `from`, relative to the document's folder; undefined where it leads out. */
export function inside(from: string, path: string): string | undefined {
  if (/^[\\/]|^[A-Za-z]:|[\0\\]/.test(path)) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(safeDecode(part));
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.some((part) => part.includes('/') || part === '..') ? undefined : parts.join('/');
}

function decoded(part: string): string {
  return safeDecode(part).replaceAll('~1', '/').replaceAll('~0', '~');
}

function safeDecode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The value of a JSON or YAML text; undefined for anything else. */
function treeOf(text: string): Tree | undefined {
  try {
    return readSource(text, /^\s*[{[]/.test(text) ? 'json' : 'yaml').root?.value;
  } catch {
    return undefined;
  }
}
