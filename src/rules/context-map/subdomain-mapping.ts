import { find, nameOfId } from '../../model/lookup.js';
import type { Context } from '../../model/elements/context.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

export const subdomainMapping = defineRule({
  id: 'subdomain-mapping',
  category: 'context-map',
  severity: 'warning',
  severityNote: 'warning / error (domain and its subdomain) / info (not implemented)',
  gate: { kind: 'structural' },
  summary: 'Contexts and subdomains do not match: several domains, several contexts, or none.',
  sources: [
    'S. Kapferer, O. Zimmermann: Context Mapper semantic rules #1-#10 and validators (context-mapper-dsl @995f486a) (2020-25)',
    'E. Evans: Domain-Driven Design (2003)',
  ],
  messages: {
    domains: {
      what: '`{context}` implements parts of {count} domains: {domains}.',
      why: 'One model for several domains serves none of them well, and ties their teams together.',
      remedy: 'Split the context by domain.',
    },
    twice: {
      what: '`{context}` implements the domain `{domain}` and its subdomain `{subdomain}`.',
      why: 'The subdomain is part of the domain already; nobody can tell whether the rest is meant.',
      remedy: 'Leave out the domain, or the subdomain.',
    },
    several: {
      what: 'The subdomain `{subdomain}` is implemented by {count} contexts: {contexts}.',
      why: 'Several models of the same problem drift apart, and each change has to be made in all of them.',
      remedy: 'Let one context implement it, or split the subdomain along their borders.',
    },
    none: {
      what: 'No context implements the {type} subdomain `{subdomain}`.',
      why: 'A part of the problem has no place in the solution, or the model does not say which.',
      remedy: 'Name it in the `implements` of a context, or remove it.',
    },
  },
  check({ model, report }) {
    const implementers = new Map<ElementId, Context[]>();
    for (const context of model.contexts) {
      const { id, name, nameSpan } = context;
      const at = { span: nameSpan, element: id };
      const own = new Set(context.implements);
      const domains = new Set<ElementId>();
      for (const target of own) {
        const known = implementers.get(target);
        if (known) known.push(context);
        else implementers.set(target, [context]);
        const domain = find(model, 'subdomain', target)?.domain;
        domains.add(domain ?? target);
        if (domain === undefined || !own.has(domain)) continue;
        report({
          message: 'twice',
          data: { context: name, domain: nameOfId(domain), subdomain: nameOfId(target) },
          ...at,
          elements: [id, domain, target],
          severity: 'error',
        });
      }
      if (domains.size > 1) {
        const names = listed([...domains].map((domain) => `\`${nameOfId(domain)}\``));
        const data = { context: name, count: domains.size, domains: names };
        report({ message: 'domains', data, ...at, elements: [id, ...domains] });
      }
    }
    subdomains(model, implementers, report);
  },
});

function subdomains(
  model: Model,
  implementers: ReadonlyMap<ElementId, readonly Context[]>,
  report: Parameters<NonNullable<typeof subdomainMapping.check>>[0]['report'],
): void {
  for (const { id, name, nameSpan, domain, type } of model.subdomains) {
    const contexts = implementers.get(id) ?? [];
    if (contexts.length > 1) {
      report({
        message: 'several',
        data: {
          subdomain: name,
          count: contexts.length,
          contexts: listed(contexts.map((context) => `\`${context.name}\``)),
        },
        span: nameSpan,
        element: id,
        elements: [id, ...contexts.map((context) => context.id)],
        related: contexts.map((context) => ({
          span: context.nameSpan,
          message: 'Implements it.',
        })),
      });
    }
    // A model of the problem alone is no solution yet.
    if (contexts.length > 0 || implementers.has(domain) || model.contexts.length === 0) continue;
    report({
      message: 'none',
      data: { type, subdomain: name },
      span: nameSpan,
      element: id,
      severity: 'info',
    });
  }
}
