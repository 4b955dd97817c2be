import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import type { Slot } from './slots.js';

const upstream: Readonly<Record<string, string>> = {
  U: 'upstream',
  OHS: 'open-host service',
  PL: 'published language',
  S: 'supplier',
};
const downstream: Readonly<Record<string, string>> = {
  D: 'downstream',
  ACL: 'anticorruption layer',
  CF: 'conformist',
  C: 'customer',
};

/** Roles of the side of a relation that the brackets stand on, but for those that it has. */
export function roleItems({ statement, expectation }: Slot): CompletionItem[] {
  const open = statement.lastIndexOf('[');
  const given = new Set(statement.slice(open + 1));
  const isLeft = expectation.slots.includes('Relation.leftRoles');
  const arrow = statement.find((token) => /^(->|<-|<->|><)$/.test(token));
  // Partners and those who go separate ways have no roles.
  if (arrow === '<->' || arrow === '><') return [];
  const roles = isLeft || arrow === '<-' ? upstream : downstream;
  return Object.entries(roles)
    .filter(([label]) => !given.has(label))
    .map(([label, detail]) => ({ label, detail, kind: CompletionItemKind.EnumMember }));
}
