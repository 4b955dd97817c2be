/** Which types a document needs, and what each is called there. */
import { contextOf, boundaryOf } from '../../model/lookup.js';
import type { TypeElement } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Type } from '../../model/elements/types.js';
import type { Model } from '../../model/model.js';
import { unique } from '../naming.js';
import { byText } from '../tree.js';
import { baseType, fieldsOf, identityOf, typeElement } from './resolve.js';
import { unionMembers } from './union.js';

/** Every named type that the given types need, themselves included, in the order of their ids. */
export function reachableTypes(
  model: Model,
  types: Iterable<Type>,
  elements: Iterable<ElementId> = [],
): TypeElement[] {
  const found = new Map<ElementId, TypeElement>();
  const identities = new Set<ElementId>();
  const waiting: TypeElement[] = [];

  function visitElement(id: ElementId): void {
    const element = found.has(id) ? undefined : typeElement(model, id);
    if (!element) return;
    found.set(id, element);
    waiting.push(element);
  }
  function visit(type: Type): void {
    if (type.shape === 'named') visitElement(type.target);
    else if (type.shape === 'list' || type.shape === 'set') visit(type.item);
    else if (type.shape === 'map') visit(type.value);
    else if (type.shape === 'ref' && !identities.has(type.target)) {
      identities.add(type.target);
      const identity = identityOf(model, type.target);
      if (identity) visit(identity.type);
    }
  }

  for (const type of types) visit(type);
  for (const id of elements) visitElement(id);
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (element.kind === 'scalar') {
      // A circle of scalars ends at the first one, which is written as any value.
      if (baseType(model, element.type).type.shape !== 'unresolved') visit(element.type);
    } else if (element.kind === 'union') {
      for (const member of unionMembers(model, element)) visitElement(member.id);
    }
    for (const field of fieldsOf(element) ?? []) visit(field.type);
  }
  return [...found.values()].sort((a, b) => byText(a.id, b.id));
}

/** Readers written in JavaScript lose a key called `__proto__`, so no component is called that. */
function componentName(name: string): string {
  return name === '__proto__' ? 'Proto' : name;
}

/**
 * A name for each type. The simple name where only one type has it, or for the one type that the
 * home context has; others get their context's name in front. `reserved` names are taken.
 */
export function componentNames(
  model: Model,
  elements: readonly TypeElement[],
  home: ElementId | undefined,
  reserved: Iterable<string> = [],
): Map<ElementId, string> {
  const bySimpleName = new Map<string, TypeElement[]>();
  for (const element of elements) {
    const name = componentName(element.name);
    const same = bySimpleName.get(name);
    if (same) same.push(element);
    else bySimpleName.set(name, [element]);
  }
  const taken = new Set(reserved);
  const names = new Map<ElementId, string>();
  for (const [name, same] of bySimpleName) {
    const own = same.filter((element) => contextOf(model, element.id)?.id === home);
    const simple = same.length === 1 ? same[0] : own.length === 1 ? own[0] : undefined;
    if (simple && !taken.has(name)) {
      taken.add(name);
      names.set(simple.id, name);
    }
  }
  for (const element of elements) {
    if (names.has(element.id)) continue;
    const owner = boundaryOf(model, element.id)?.name ?? '';
    names.set(element.id, unique(componentName(`${owner}${element.name}`), taken));
  }
  return names;
}
