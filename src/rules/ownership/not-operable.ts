import { find } from '../../model/lookup.js';
import { ownersOfUnresolved } from '../../model/unresolved.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Service } from '../../model/elements/services.js';
import type { Model } from '../../model/model.js';
import { defineRule, type Fix } from '../rule.js';
import { listed } from '../text.js';
import { addStatement, statementEdit } from '../statement-fix.js';

export const notOperable = defineRule({
  id: 'not-operable',
  category: 'ownership',
  severity: 'info',
  severityNote: 'info / warning (criticality high)',
  gate: {
    kind: 'absence',
    aspect: 'operations',
    declared: (model, facts) => facts.split(' ').some((fact) => isDeclared(model, fact as Fact)),
  },
  summary: 'A service lacks something that it takes to run it.',
  scope: 'file',
  sources: [
    'D. Taibi, V. Lenarduzzi, C. Pahl: Microservices Anti-Patterns: A Taxonomy (arXiv 1908.04101) (2019/20)',
    'N. Mohammadi et al.: DAMP replication package: ground truth of 25 systems × 15 anti-patterns (@90861f2) (2025/26)',
    'S. Schneider et al.: microSecEnD: 17 apps × 25 architectural security sub-rules (@63653e0) (2023)',
  ],
  messages: {
    lacking: {
      what: '`{service}` lacks {missing}.',
      why: 'In the night when it fails, these decide how long that takes.',
      remedy: 'Add what is missing, or accept it with a reason.',
    },
  },
  visit({ model, report }) {
    const misnamed = ownersOfUnresolved(model, 'team');
    return {
      service(service) {
        const missing = lacksOf(model, service, misnamed);
        if (missing.length === 0) return;
        report({
          message: 'lacking',
          data: {
            service: service.qualifiedName,
            missing: listed(missing.map(({ text }) => text)),
          },
          missing: [...new Set(missing.map(({ fact }) => fact))].join(' '),
          span: service.nameSpan,
          element: service.id,
          severity: service.criticality === 'high' ? 'warning' : 'info',
          facts: { missing: missing.map(({ text }) => text) },
          fixes: additions(model, service),
        });
      },
    };
  },
});

/**
 * What can be declared without knowing more, all at once first; a runbook and who is on call only
 * people know.
 */
function additions(model: Model, service: Service): Fix[] {
  const { telemetry, rollout, replicas, stores } = service;
  const statements = [
    ...(telemetry ? [] : ['telemetry traces, metrics, logs']),
    ...(rollout ? [] : ['rollout canary']),
    ...(replicas === undefined ? ['replicas 2'] : []),
  ];
  const fixes = statements.map((statement) => addStatement(service, statement));
  for (const id of stores) {
    const store = find(model, 'store', id);
    if (!store || store.backup !== undefined) continue;
    fixes.push({
      title: `Add backup 1d to ${store.name}`,
      edits: [statementEdit(store, 'backup 1d')],
    });
  }
  if (fixes.length < 2) return fixes;
  const ofStores = fixes.slice(statements.length).flatMap(({ edits }) => edits);
  const own = statements.length > 0 ? [statementEdit(service, statements.join('  '))] : [];
  return [{ title: 'Add all that can be told', edits: [...own, ...ofStores] }, ...fixes];
}

/** What it takes to run a service. */
type Fact = 'on-call' | 'runbook' | 'telemetry' | 'rollout' | 'replicas' | 'backup';

interface Lack {
  readonly fact: Fact;
  readonly text: string;
}

function lacksOf(model: Model, service: Service, misnamed: ReadonlySet<ElementId>): Lack[] {
  const { team, runbook, telemetry, rollout, replicas = 1, stores } = service;
  const missing: Lack[] = [];
  const lack = (fact: Fact, text: string) => missing.push({ fact, text });
  const isMisnamed = misnamed.has(service.id) || misnamed.has(service.context);
  if (!isMisnamed && find(model, 'team', team)?.onCall === undefined) {
    lack('on-call', team === undefined ? 'a team with `on-call`' : 'the `on-call` of its team');
  }
  if (runbook === undefined) lack('runbook', 'a `runbook`');
  if (!telemetry || telemetry.length === 0) lack('telemetry', '`telemetry`');
  if (rollout !== 'canary' && rollout !== 'blue-green') {
    lack('rollout', 'a progressive `rollout` (canary or blue-green)');
  }
  if (replicas < 2) lack('replicas', 'a second of its `replicas`');
  for (const id of stores) {
    const store = find(model, 'store', id);
    if (store && store.backup === undefined) lack('backup', `a \`backup\` of \`${store.name}\``);
  }
  return missing;
}

/** Whether the model says it of anything, so that one may ask for it elsewhere. */
function isDeclared(model: Model, fact: Fact): boolean {
  switch (fact) {
    case 'on-call':
      return model.teams.some(({ onCall }) => onCall !== undefined);
    case 'backup':
      return model.stores.some(({ backup }) => backup !== undefined);
    default:
      return model.services.some((service) => service[fact] !== undefined);
  }
}
