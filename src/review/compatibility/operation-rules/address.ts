import type { Api } from '../../../model/elements/apis.js';
import type { Operation } from '../../../model/elements/operations.js';
import { nameOfId } from '../../../model/lookup.js';
import type { ContractDifference, OperationRule } from '../contract.js';

/** Where callers find an operation: its protocol, route, name and service. */
export const address: OperationRule = ({ before, after }, { today }) => {
  const [old, now] = [before.operation, after.operation];
  const stands = {
    before: { text: addressText(old), span: old.nameSpan },
    after: { text: addressText(now), span: now.nameSpan },
  };
  const breaking = (rule: string, what: string): ContractDifference => ({
    rule,
    impact: 'breaking',
    place: '',
    what,
    reach: 'users',
    ...stands,
  });
  if (before.api.style !== after.api.style || old.operationKind !== now.operationKind) {
    const [left, right] = [kindText(before.api, old), kindText(after.api, now)];
    return [breaking('api-style-changed', `is ${right} instead of ${left}`)];
  }
  const found: ContractDifference[] = [];
  if (wireRoute(old) !== wireRoute(now)) {
    found.push(
      breaking(
        'api-path-changed',
        `is at \`${addressText(now)}\` instead of \`${addressText(old)}\``,
      ),
    );
  }
  if (old.name !== now.name) {
    const isOnWire = now.operationKind !== 'rest';
    found.push({
      ...breaking(
        'api-operation-id-changed',
        `is called \`${now.name}\` instead of \`${old.name}\``,
      ),
      // Over REST the name is only that of generated client code.
      impact: isOnWire ? 'breaking' : 'info',
    });
  }
  if (today(old.service) !== now.service) {
    found.push({
      ...breaking(
        'api-moved',
        `is offered by \`${nameOfId(now.service)}\` instead of \`${nameOfId(old.service)}\``,
      ),
      // Callers whose text names it where it is now have followed.
      reach: 'left-behind',
    });
  }
  return found;
};

/** Method and path; names of path parameters are not on the wire. */
function wireRoute({ method, fullPath }: Operation): string {
  return `${method ?? ''} ${(fullPath ?? '').replaceAll(/\{[^}]*\}/g, '{}')}`;
}

function addressText({ method, fullPath, operationKind, name }: Operation): string {
  return method === undefined ? `${operationKind} ${name}` : `${method} ${fullPath ?? ''}`;
}

function kindText({ style }: Api, { operationKind }: Operation): string {
  return style === 'rest' ? 'REST' : `${style} ${operationKind}`;
}
