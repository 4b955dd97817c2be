import { wordsOf } from '../../language/names.js';
import { singular } from '../../language/singular.js';
import { stemsOf } from '../../language/stems.js';
import { isBusinessService } from '../../metrics/business-services.js';
import { contextOf } from '../../model/lookup.js';
import type { Service } from '../../model/elements/services.js';
import { defineRule } from '../rule.js';

/** Words for technical layers. */
const layers = new Set(
  (
    'database db data dao persistence repository storage logic business backend middleware ' +
    'presentation ui webui frontend view controller rest crud entity model layer logging logger'
  ).split(' '),
);
/** Capabilities where they are generic, layers where they are split off from a business. */
const layersUnlessGeneric = new Set(['auth', 'authentication', 'notification']);

/** Names in which one of the words may stand. */
const mayNameLayer = new RegExp(stemsOf([...layers, ...layersUnlessGeneric]), 'i');

export const layerName = defineRule({
  id: 'layer-name',
  category: 'decomposition',
  severity: 'warning',
  gate: { kind: 'structural' },
  summary: 'A service is named after a technical layer.',
  scope: 'file',
  sources: [
    'D. Taibi, V. Lenarduzzi: On the Definition of Microservice Bad Smells, IEEE Software 35(3) (2018)',
    'A. Walker, D. Das, T. Cerny: Automated Code-Smell Detection in Microservices (MSANose), Appl. Sci. 10(21):7800 (2020)',
  ],
  messages: {
    layer: {
      what: '`{service}` is named after a technical layer: “{word}”.',
      why: 'Services cut by layer all change for every feature; cut by capability, one does.',
      remedy:
        'Name it after the business capability that it serves, and give it all layers of that.',
    },
  },
  visit({ model, report }) {
    const judge = (service: Service): void => {
      if (!mayNameLayer.test(service.name) || !isBusinessService(service)) return;
      const { id, name, qualifiedName, nameSpan } = service;
      const word = wordsOf(name).find((token) => {
        const one = singular(token);
        if (layers.has(one) || layers.has(token)) return true;
        if (!layersUnlessGeneric.has(one)) return false;
        const type = contextOf(model, id)?.subdomainType;
        return type !== undefined && type !== 'generic';
      });
      if (word === undefined) return;
      report({
        message: 'layer',
        data: { service: qualifiedName, word },
        span: nameSpan,
        element: id,
      });
    };
    return { service: judge };
  },
});
