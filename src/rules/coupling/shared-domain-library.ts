import { find } from '../../model/lookup.js';
import { libraryUses } from '../../model/library-users.js';
import { defineRule } from '../rule.js';
import { listed } from '../text.js';

export const sharedDomainLibrary = defineRule({
  id: 'shared-domain-library',
  category: 'coupling',
  severity: 'warning',
  severityNote: 'warning (domain) / info (utility without a version)',
  gate: { kind: 'if-declared', fact: '`libraries`' },
  summary: 'Several services share a library with domain logic, or one without a version.',
  sources: [
    'D. Taibi, V. Lenarduzzi: On the Definition of Microservice Bad Smells, IEEE Software 35(3) (2018)',
    'A. Walker, D. Das, T. Cerny: Automated Code-Smell Detection in Microservices (MSANose), Appl. Sci. 10(21):7800 (2020)',
    'N. Mohammadi et al.: DAMP replication package: ground truth of 25 systems × 15 anti-patterns (@90861f2) (2025/26)',
  ],
  messages: {
    domain: {
      what: '{services} share the domain library `{library}`.',
      why: 'A change of the business logic in it has to be rolled out to all of them at once; they are coupled as if they shared a store.',
      remedy:
        'Let one service own the logic and offer it by API, or let each have a model of its own.',
    },
    unpinned: {
      what: '{services} share the library `{library}`, which has no `version`.',
      why: 'Nobody can tell which version a service runs with, nor update one without the others.',
      remedy: 'Pin a `version`.',
    },
  },
  check({ model, report }) {
    for (const [id, uses] of libraryUses(model)) {
      const library = find(model, 'library', id);
      const [first, ...others] = uses;
      if (!library || !first || others.length === 0) continue;
      const { libraryKind, version } = library;
      const message =
        libraryKind === 'domain'
          ? 'domain'
          : libraryKind === 'utility' && version === undefined
            ? 'unpinned'
            : undefined;
      if (!message) continue;
      report({
        message,
        data: {
          services: listed(uses.map(({ service }) => `\`${service.qualifiedName}\``)),
          library: library.name,
        },
        span: first.span,
        element: id,
        elements: [id, ...uses.map(({ service }) => service.id)],
        related: [
          { span: library.nameSpan, message: 'The library.' },
          ...others.map(({ span }) => ({ span, message: 'Used here, too.' })),
        ],
        severity: message === 'domain' ? 'warning' : 'info',
      });
    }
  },
});
