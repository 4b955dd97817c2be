import { wordsOf } from '../../language/names.js';
import { find, isServiceId } from '../../model/lookup.js';
import { defineRule } from '../rule.js';
import { beginsWithVerb, isPlural, plainPath } from './rest-words.js';

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
    const plain = plainPath(2 * options.maxSub + 3);
    const seen = new Set<string>();
    return {
      operation(operation) {
        const path = operation.fullPath;
        if (path === undefined || plain.test(path) || !isServiceId(operation.service)) return;
        const api = find(model, 'api', operation.api);
        const own = api?.path ?? '';
        const ofApi = segmentsOf(own);
        const segments = isBelow(path, own)
          ? [...ofApi, ...segmentsOf(path.slice(own.length))]
          : segmentsOf(path);
        // What the API's own path is to blame for stands at the API, everything else at the operation.
        const say = (message: 'verb' | 'letters' | 'singular', index: number) => {
          const above = segments.slice(0, index + 1).map(({ written }) => written);
          const key = `${message} ${operation.api} ${above.join('/')}`;
          if (seen.has(key)) return;
          seen.add(key);
          const isOfApi = api && index < ofApi.length;
          const { nameSpan: span, id: element } = isOfApi ? api : operation;
          report({
            message,
            data: { path, segment: segments[index]?.name ?? '' },
            span,
            element,
            severity: message === 'verb' ? 'warning' : 'info',
          });
        };
        for (let index = 0; index < segments.length; index++) {
          const { isName, hasVerb, isSpelledWell, isPlural } = segments[index]!;
          if (!isName) continue;
          if (hasVerb) say('verb', index);
          if (!isSpelledWell) say('letters', index);
          if (!isPlural && segments[index + 1]?.isParameter) say('singular', index);
        }
        const pairs = segments.filter(
          ({ isParameter }, index) => !isParameter && segments[index + 1]?.isParameter,
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

/** What is to be said of a segment of a path. */
interface Segment {
  readonly written: string;
  /** Without a custom method behind a colon. */
  readonly name: string;
  readonly isParameter: boolean;
  /** Neither a parameter nor a version. */
  readonly isName: boolean;
  readonly hasVerb: boolean;
  readonly isSpelledWell: boolean;
  readonly isPlural: boolean;
}

function segmentsOf(path: string): Segment[] {
  return path
    .split('/')
    .filter((written) => written !== '')
    .map(judge);
}

function judge(written: string): Segment {
  const colon = written.indexOf(':');
  const name = colon < 0 ? written : written.slice(0, colon);
  const isName = name !== '' && !name.startsWith('{') && !/^v\d+$/i.test(name);
  const isSpelledWell = /^[a-z][a-z\-0-9]*$/.test(name);
  const words = isName ? (isSpelledWell ? kebabWords(name) : wordsOf(name)) : [];
  return {
    written,
    name,
    isParameter: written.startsWith('{'),
    isName,
    hasVerb: isName && beginsWithVerb(words),
    isSpelledWell,
    isPlural: isName && isPlural(words),
  };
}

/** The words of a name in kebab case. */
function kebabWords(name: string): readonly string[] {
  return name.includes('-') ? name.split('-').filter((word) => word !== '') : [name];
}

/** Whether a path consists of another one and further segments. */
function isBelow(path: string, other: string): boolean {
  if (!path.startsWith(other)) return false;
  return path.length === other.length || other.endsWith('/') || path[other.length] === '/';
}
