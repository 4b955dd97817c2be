import type { Auth } from '../../../model/elements/apis.js';
import type { ContractDifference, OperationRule } from '../contract.js';

/** Who is let in: schemes of the API (any one suffices) and scopes of the operation (all of them). */
export const security: OperationRule = ({ before, after }) => {
  const found: ContractDifference[] = [];
  const stands = (left: string, right: string) => ({
    before: { text: left, span: before.operation.nameSpan },
    after: { text: right, span: after.operation.nameSpan },
  });
  const [old, now] = [schemes(before.api.auth), schemes(after.api.auth)];
  const lost = old.filter((scheme) => !now.includes(scheme));
  const letsAnybodyIn = (list: readonly string[]) => list.length === 0 || list.includes('none');
  if (letsAnybodyIn(old) && !letsAnybodyIn(now)) {
    found.push({
      rule: 'api-security-added',
      impact: 'breaking',
      place: 'auth',
      what: `asks for ${now.join(' or ')} now`,
      reach: 'users',
      ...stands(old.join(', ') || 'none', now.join(', ')),
    });
  } else if (lost.length > 0 && !letsAnybodyIn(now)) {
    found.push({
      rule: 'api-security-removed',
      impact: 'breaking',
      place: 'auth',
      what: `does not accept ${lost.join(' and ')} any more`,
      reach: 'users',
      ...stands(old.join(', '), now.join(', ')),
    });
  }
  const demanded = after.operation.scopes.filter(
    (scope) => !before.operation.scopes.includes(scope),
  );
  if (demanded.length > 0) {
    found.push({
      rule: 'api-security-scope-added',
      impact: 'breaking',
      place: 'scope',
      what: `asks for the scope ${demanded.map((scope) => `\`${scope}\``).join(' and ')} now`,
      reach: 'users',
      ...stands(before.operation.scopes.join(', ') || 'none', after.operation.scopes.join(', ')),
    });
  }
  return found;
};

function schemes(auth: readonly Auth[]): string[] {
  return [...new Set(auth.map(({ scheme }) => scheme))].sort();
}
