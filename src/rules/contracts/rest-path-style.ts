import { wordsOf } from '../../language/names.js';
import { find, isServiceId } from '../../model/lookup.js';
import type { Model, Operation } from '../../model/model.js';
import { defineRule } from '../rule.js';
import { beginsWithVerb, isPlural } from './rest-words.js';

export const restPathStyle = defineRule({
  id: 'rest-path-style',
  category: 'contracts',
  severity: 'warning',
  scope: 'file',
  severityNote: 'warning (verb) / info (plural, kebab-case, depth)',
  gate: { kind: 'structural' },
  summary: 'A REST path holds a verb, a singular collection, odd letters, or too many levels.',
  sources: [
    'Zalando: RESTful API and Event Guidelines (@67505882) (2025)',
    'Google: Google API Improvement Proposals (@126bed45b) (2026)',
  ],
  options: {
    maxSub: {
      default: 3,
      minimum: 0,
      description: 'Pairs of collection and parameter below the first one.',
    },
  },
  messages: {
    verb: {
      what: 'The path `{path}` holds a verb: `{segment}`.',
      why: 'Paths name things and methods say what is done to them; caches, tools and readers rely on that.',
      remedy: 'Name the thing that comes into being or changes, and let the method be the verb.',
    },
    letters: {
      what: 'The segment `{segment}` of `{path}` is not in kebab-case.',
      why: 'Paths are case-sensitive; one way of writing them saves everybody guessing.',
      remedy: 'Write it in lower case with dashes, beginning with a letter.',
    },
    singular: {
      what: 'The collection `{segment}` of `{path}` is named in the singular.',
      why: 'It holds many, of which the parameter behind it picks one.',
      remedy: 'Name it in the plural.',
    },
    deep: {
      what: 'The path `{path}` nests {count} collections below the first.',
      why: 'Clients must know every id on the way, and the path breaks when one of the levels moves.',
      remedy: 'Give what lies deep a path of its own.',
    },
  },
  visit({ model, options, report }) {
    const seen = new Set<string>();
    const judged = new Map<string, Judgement>();
    const judgementOf = (written: string): Judgement => {
      let known = judged.get(written);
      if (!known) judged.set(written, (known = judge(written)));
      return known;
    };
    return {
      operation(operation) {
        if (operation.fullPath === undefined || !isServiceId(operation.service)) return;
        const path = operation.fullPath;
        const segments = path.split('/').filter((part) => part !== '');
        const say = (message: 'verb' | 'letters' | 'singular', index: number) => {
          const place = placeOf(model, operation, segments.slice(0, index + 1));
          const key = `${message} ${place.key}`;
          if (seen.has(key)) return;
          seen.add(key);
          report({
            message,
            data: { path, segment: judgementOf(segments[index] ?? '').segment },
            span: place.span,
            element: place.element,
            severity: message === 'verb' ? 'warning' : 'info',
          });
        };
        for (let index = 0; index < segments.length; index++) {
          const { isName, hasVerb, isSpelledWell, isPlural } = judgementOf(segments[index] ?? '');
          if (!isName) continue;
          if (hasVerb) say('verb', index);
          if (!isSpelledWell) say('letters', index);
          if (!isPlural && segments[index + 1]?.startsWith('{')) say('singular', index);
        }
        const pairs = segments.filter(
          (segment, index) => !segment.startsWith('{') && segments[index + 1]?.startsWith('{'),
        ).length;
        if (pairs - 1 > options.maxSub) {
          const { nameSpan: span, id: element } = operation;
          report({
            message: 'deep',
            data: { path, count: pairs - 1 },
            span,
            element,
            severity: 'info',
          });
        }
      },
    };
  },
});

/** What is to be said of a segment of a path, which many operations share. */
interface Judgement {
  /** Without a custom method behind a colon. */
  readonly segment: string;
  /** Neither a parameter nor a version. */
  readonly isName: boolean;
  readonly hasVerb: boolean;
  readonly isSpelledWell: boolean;
  readonly isPlural: boolean;
}

function judge(written: string): Judgement {
  const [segment = ''] = written.split(':');
  const isName = segment !== '' && !segment.startsWith('{') && !/^v\d+$/i.test(segment);
  const words = isName ? wordsOf(segment) : [];
  return {
    segment,
    isName,
    hasVerb: isName && beginsWithVerb(words),
    isSpelledWell: /^[a-z][a-z\-0-9]*$/.test(segment),
    isPlural: isName && isPlural(words),
  };
}

/** What the API's own path is to blame for stands at the API, everything else at the operation. */
function placeOf(model: Model, operation: Operation, segments: readonly string[]) {
  const api = find(model, 'api', operation.api);
  const own = (api?.path ?? '').split('/').filter((part) => part !== '');
  const element = api && segments.length <= own.length ? api : operation;
  return {
    key: `${operation.api} ${segments.join('/')}`,
    span: element.nameSpan,
    element: element.id,
  };
}
