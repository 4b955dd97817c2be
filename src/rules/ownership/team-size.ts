import { defineRule } from '../rule.js';
import { plural } from '../text.js';

export const teamSize = defineRule({
  id: 'team-size',
  category: 'ownership',
  severity: 'info',
  gate: { kind: 'if-declared', fact: '`size` of the team' },
  summary: 'A team is too large to talk to each other, or too small to carry a service.',
  scope: 'file',
  sources: ['M. Skelton, M. Pais: Team Topologies (2019)'],
  options: {
    minTeam: { default: 5, minimum: 1, description: 'People that a team has at least.' },
    maxTeam: { default: 10, minimum: 1, description: 'People that a team has at most.' },
  },
  messages: {
    large: {
      what: 'The team `{team}` has {people}, more than {limit}.',
      why: 'Beyond that people no longer know what the others do; it falls into smaller groups, whether planned or not.',
      remedy: 'Split it along what it owns.',
    },
    small: {
      what: 'The team `{team}` has {people}, fewer than {limit}.',
      why: 'It can hardly be on call, on holiday and at work at the same time.',
      remedy: 'Merge it with a team close by, or give it fewer things to own.',
    },
  },
  visit({ options, report }) {
    return {
      team({ id, name, nameSpan, size }) {
        if (size === undefined) return;
        const message =
          size > options.maxTeam ? 'large' : size < options.minTeam ? 'small' : undefined;
        if (!message) return;
        const limit = message === 'large' ? options.maxTeam : options.minTeam;
        const people = plural(size, 'person', 'people');
        report({
          message,
          data: { team: name, people, limit },
          span: nameSpan,
          element: id,
          facts: { size },
        });
      },
    };
  },
});
