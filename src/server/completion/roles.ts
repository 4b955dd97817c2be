import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import { downstreamRoles, upstreamRoles } from '../../language/statement-docs.js';
import type { Slot } from './slots.js';

/** Roles of the side of a relation that the brackets stand on, but for those that it has. */
export function roleItems({ statement, expectation }: Slot): CompletionItem[] {
  const open = statement.lastIndexOf('[');
  const given = new Set(statement.slice(open + 1));
  const isLeft = expectation.slots.includes('Relation.leftRoles');
  const arrow = statement.find((token) => /^(->|<-|<->|><)$/.test(token));
  // Partners and those who go separate ways have no roles.
  if (arrow === '<->' || arrow === '><') return [];
  const roles = isLeft || arrow === '<-' ? upstreamRoles : downstreamRoles;
  return Object.entries(roles)
    .filter(([label]) => !given.has(label))
    .map(([label, detail]) => ({ label, detail, kind: CompletionItemKind.EnumMember }));
}
