import { businessServices } from '../../metrics/business-services.js';
import { defineRule } from '../rule.js';
import { plural } from '../text.js';
import { workforceOf } from './workforce.js';

export const servicesPerEngineer = defineRule({
  id: 'services-per-engineer',
  category: 'decomposition',
  severity: 'warning',
  gate: { kind: 'if-declared', fact: '`engineers`' },
  summary: 'There are too many services for the people who build them.',
  sources: [
    'D. Taibi, V. Lenarduzzi: On the Definition of Microservice Bad Smells, IEEE Software 35(3) (2018)',
  ],
  options: {
    warnRatio: {
      default: 0.3334,
      minimum: 0,
      description: 'Services for each engineer that are still fine.',
    },
    errorRatio: {
      default: 1,
      minimum: 0,
      description: 'Services for each engineer above which the message is blunter.',
    },
  },
  messages: {
    outnumbered: {
      what: '{services} for {people} are {ratio} each, more than anybody can take one of; {limit} is fine.',
      why: 'Most services have nobody who knows them, patches them or gets up for them.',
      remedy: 'Stop adding services, and merge those that one team always changes together.',
    },
    many: {
      what: '{services} for {people} are {ratio} each; {limit} is fine.',
      why: 'Nobody can know, patch and be on call for that many; some will be orphans.',
      remedy: 'Merge services that one team always changes together.',
    },
  },
  check({ model, options, report }) {
    const workforce = workforceOf(model);
    if (workforce?.from !== 'engineers' || workforce.engineers <= 0) return;
    const { engineers, anchor } = workforce;
    const services = businessServices(model).length;
    const ratio = services / engineers;
    if (ratio <= options.warnRatio) return;
    report({
      message: ratio > options.errorRatio ? 'outnumbered' : 'many',
      data: {
        services: plural(services, 'service'),
        people: plural(engineers, 'engineer'),
        ratio: ratio.toFixed(2),
        limit: options.warnRatio.toFixed(2),
      },
      span: anchor.nameSpan,
      element: anchor.id,
      facts: { ratio, services, engineers },
    });
  },
});
