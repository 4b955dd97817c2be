/** Verbs that have no place in a path: the method says what is done. */
const verbs: ReadonlySet<string> = new Set(
  'get create update delete remove add fetch retrieve find save insert modify edit submit execute perform cancel calculate compute validate verify send generate do make approve reject activate deactivate enable disable start stop'.split(
    ' ',
  ),
);

/** Verbs that are nouns as well, and verbs only in front of something: `list-orders`, not `/list`. */
const nounsToo: ReadonlySet<string> = new Set(
  'set list search check process run read write put post patch'.split(' '),
);

/**
 * Matches paths of at most so many segments of which nothing is to be said, as far as one look
 * tells: versions, parameters, and names in kebab case that begin with no verb and end in a plural.
 */
export function plainPath(segments: number): RegExp {
  const noVerb = `(?!(?:${[...verbs].join('|')})(?:[-/]|$))(?!(?:${[...nounsToo].join('|')})-)`;
  const name = `${noVerb}[a-z][a-z0-9-]*[a-hj-rtv-z0-9]s`;
  return new RegExp(`^(?:/(?:[vV]\\d+|\\{[^/]*|${name})){0,${String(segments)}}/?$`);
}

const irregularPlurals: ReadonlySet<string> = new Set(
  'people children men women data media criteria series species news feet teeth mice geese indices vertices'.split(
    ' ',
  ),
);

/** Whether the words of a segment (lower case) begin with a verb. */
export function beginsWithVerb(words: readonly string[]): boolean {
  const [first = ''] = words;
  return verbs.has(first) || (words.length > 1 && nounsToo.has(first));
}

/** Whether the last of the words names several things, as far as its ending tells. */
export function isPlural(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return (last.endsWith('s') && !/(ss|us|is)$/.test(last)) || irregularPlurals.has(last);
}
