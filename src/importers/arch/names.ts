/** Names of documents as names of the language. */
import { camelCase, pascalCase } from '../../contracts/naming.js';
import { foldedName } from '../../language/names.js';
import { statementKeywords } from '../../language/vocabulary/members.js';
import { propertyNames } from '../../language/vocabulary/properties.js';
import { primitives } from '../../language/vocabulary/types.js';

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Words that mean something where a type is expected, or that begin statements. */
const reserved: ReadonlySet<string> = new Set<string>([
  ...primitives,
  ...statementKeywords,
  ...propertyNames,
  ...['ref', 'set', 'map', 'null', 'true', 'false', 'paged', 'stream', 'raises', 'root', 'id'],
  ...['path', 'query', 'header', 'cookie', 'body', 'implements', 'avoid', 'core', 'generic'],
  ...['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'supporting'],
]);

export function isIdentifier(text: string): boolean {
  return identifier.test(text) && text.length <= 200;
}

/** Letters with marks lose them; letters of other scripts are left out. */
function latin(text: string): string {
  return text
    .slice(0, 500)
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '');
}

/** `Swagger Petstore` → `SwaggerPetstore`; `fallback` where no letter or digit is left. */
export function pascalName(text: string, fallback: string): string {
  return begun(pascalCase(latin(text)).slice(0, 100), fallback);
}

/** `get-pets` → `getPets`. */
export function camelName(text: string, fallback: string): string {
  return begun(camelCase(latin(text)).slice(0, 100), fallback);
}

function begun(name: string, fallback: string): string {
  if (name === '') return fallback;
  return /^[0-9]/.test(name) ? `_${name}` : name;
}

/** A name of a type: as it is where it can stand, else made of its words. */
export function typeName(text: string, fallback: string): string {
  const own = isIdentifier(text) && text.length <= 100 ? text : pascalName(text, fallback);
  return reserved.has(own) ? `${pascalName(own, fallback)}Type` : own;
}

/** A name of a field, an operation or a parameter: any word may be one. */
export function memberName(text: string, fallback: string): string {
  return isIdentifier(text) ? text : camelName(text, fallback);
}

/** Gives each name once; names that differ in case or underscores only count as equal. */
export class Names {
  private readonly taken = new Set<string>();

  /** The name, or the name with the first number behind it that is free. */
  take(name: string): string {
    let candidate = name;
    for (let n = 2; this.has(candidate); n++) candidate = `${name}${String(n)}`;
    this.taken.add(foldedName(candidate));
    return candidate;
  }

  has(name: string): boolean {
    return this.taken.has(foldedName(name));
  }
}
