/** What our own contracts put into descriptions of messages and operations. */
import { quote } from '../arch/literals.js';

export interface MessageWords {
  readonly doc: string | undefined;
  readonly version: string | undefined;
  readonly delivery: string | undefined;
  readonly isOrdered: boolean;
  readonly compatibility: string | undefined;
  readonly isDeprecated: boolean;
  readonly replacement: string | undefined;
}

const facts =
  /^(?:Version ([^\s]+?)\.)? ?(?:Delivered (at least once|at most once|exactly once)\.)? ?(In order(?: for each key)?\.)? ?(?:Schema compatibility: (backward|forward|full|none)\.)? ?(Deprecated(?:: (.*))?\.)?$/;

/** Facts stand in the last paragraph, and nothing else does. */
export function messageWords(description: string | undefined): MessageWords {
  const parts = description === undefined ? [] : description.split('\n\n');
  const match = facts.exec(parts.at(-1) ?? '');
  const isFacts = match !== null && match[0] !== '';
  if (isFacts) parts.pop();
  const doc = parts.join('\n\n');
  const found = isFacts ? match : undefined;
  const [, version, delivery, ordered, compatibility, deprecated, replacement] = found ?? [];
  return {
    doc: doc === '' ? undefined : doc,
    version:
      version === undefined
        ? undefined
        : /^\d+(?:\.\d+)?$/.test(version)
          ? version
          : quote(version),
    delivery: delivery?.replaceAll(' ', '-'),
    isOrdered: ordered !== undefined,
    compatibility: compatibility === 'forward' ? undefined : compatibility,
    isDeprecated: deprecated !== undefined,
    replacement,
  };
}

/** The policies of a handler, as statements; and what of the description is left. */
export function handlerWords(description: string | undefined): {
  readonly doc: string | undefined;
  readonly policies: readonly string[];
} {
  const parts = description === undefined ? [] : description.split('\n\n');
  const policies = policiesIn(parts.at(-1) ?? '');
  if (policies.length > 0) parts.pop();
  const doc = parts.join('\n\n');
  return { doc: doc === '' ? undefined : doc, policies };
}

function policiesIn(text: string): string[] {
  const match =
    /^(The handler is idempotent\.)? ?(?:Tries again (\d+) times(?:, backoff (exponential|fixed))?\.)? ?(?:Gives up to `([^`]+)`\.)? ?(?:Uses ((?:`\w+`(?:, )?)+)\.)?$/.exec(
      text,
    );
  if (!match || text === '') return [];
  const [, idempotent, retry, backoff, deadLetter, fields] = match;
  return [
    ...(idempotent === undefined ? [] : ['idempotent']),
    ...(retry === undefined ? [] : [`retry ${retry}`]),
    ...(backoff === undefined ? [] : [`backoff ${backoff}`]),
    ...(deadLetter === undefined ? [] : [`dead-letter ${quote(deadLetter)}`]),
    ...(fields === undefined ? [] : [`fields ${fields.replaceAll('`', '')}`]),
  ];
}
