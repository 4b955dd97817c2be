// Which option of a choice the next tokens stand for: ALL(*) (T. Parr, S. Harwell, K. Fisher:
// Adaptive LL(*) Parsing, 2014) in the form that chevrotain-allstar gives it, worked out for all
// tokens beforehand. It looks no further than the rule in which the choice stands, takes the first
// of several options that go together for good, and no option where none fits.

/** So many tokens tell all choices apart, but for those behind brackets in brackets in brackets. */
const furthest = 4;

/** In the place of an option: the tokens so far do not tell. */
export const undecided = -32768;

/**
 * What to do at each next token: the number of an option, or what to do at the token after it.
 * Tokens that fit no option are missing.
 *
 * @typedef {Map<string, number | Lookahead>} Lookahead
 * @param {object[]} options states that they begin in (`decisions`)
 * @param {string[]} tokens all that there are
 * @param {(token: string, expected: string) => boolean} fits
 * @returns {Lookahead}
 */
export function lookahead(options, tokens, fits) {
  const start = closure(options.map((state, option) => ({ state, option, stack: [] })));
  const known = new Map();
  const behind = new Map();
  return ahead(start, 1);

  function ahead(configurations, depth) {
    const key = `${depth} ${configurations.map(keyOf).sort().join(' ')}`;
    if (!known.has(key)) known.set(key, following(configurations, depth));
    return known.get(key);
  }

  function following(configurations, depth) {
    const result = new Map();
    const expected = new Set(
      configurations.flatMap(({ state }) =>
        state.isEnd ? tokensBehind(state) : state.tokens.map(({ token }) => token),
      ),
    );
    // Most tokens are keywords that count as names alone: the same follows from each.
    const byFit = new Map();
    for (const token of tokens) {
      const fit = [...expected].filter((other) => fits(token, other)).join(' ');
      if (!byFit.has(fit)) byFit.set(fit, decided(step(configurations, token), depth));
      const what = byFit.get(fit);
      if (what !== undefined) result.set(token, what);
    }
    return result;
  }

  /** What to do once a token has led to these configurations; undefined where it led nowhere. */
  function decided(reached, depth) {
    const left = new Set(reached.map(({ option }) => option));
    if (left.size === 0) return undefined;
    if (left.size === 1 || conflict(reached)) return Math.min(...left);
    return depth < furthest ? ahead(reached, depth + 1) : undecided;
  }

  function step(configurations, token) {
    const reached = closure(
      configurations.flatMap(({ state, option, stack }) =>
        state.tokens
          .filter((edge) => fits(token, edge.token))
          .map(({ to }) => ({ state: to, option, stack })),
      ),
    );
    if (reached.some(({ state }) => state.isEnd)) return reached;
    // What has come to its end stays possible until another option comes there, too, but not where
    // the token stands behind the rule in no text.
    const ended = configurations
      .filter(({ state, isPast }) => state.isEnd && (isPast || mayFollow(state, token)))
      .map((each) => ({ ...each, isPast: true }));
    return distinct([...reached, ...ended]);
  }

  function mayFollow(end, token) {
    return tokensBehind(end).some((expected) => fits(token, expected));
  }

  function tokensBehind(end) {
    if (!behind.has(end)) behind.set(end, [...tokensAt(end, true)]);
    return behind.get(end);
  }
}

/** Configurations at the next token or at the end of the rule. */
function closure(configurations) {
  const result = [];
  const visit = ({ state, option, stack }) => {
    if (state.isEnd) {
      const back = stack.at(-1);
      if (back) visit({ state: back, option, stack: stack.slice(0, -1) });
      else result.push({ state, option, stack });
      return;
    }
    if (state.tokens.length > 0) result.push({ state, option, stack });
    for (const next of state.empty) visit({ state: next, option, stack });
    for (const { to, back } of state.calls) visit({ state: to, option, stack: [...stack, back] });
  };
  configurations.forEach(visit);
  return distinct(result);
}

const place = ({ state, stack }) => `${state.id}:${stack.map(({ id }) => id).join('_')}`;

const keyOf = (each) => `${each.isPast ? 'past ' : ''}${each.option}/${place(each)}`;

function distinct(configurations) {
  const byKey = new Map(configurations.map((each) => [keyOf(each), each]));
  return [...byKey.values()];
}

/** Whether options have come to the same places, so that no further token can tell them apart. */
function conflict(configurations) {
  if (configurations.every(({ state }) => state.isEnd)) return true;
  const optionsAt = new Map();
  for (const each of configurations) {
    const key = place(each);
    optionsAt.set(key, (optionsAt.get(key) ?? new Set()).add(each.option));
  }
  return [...optionsAt.values()].every(({ size }) => size > 1);
}

/**
 * The same for the choice between going into a part and passing it by: option 0 or none. One token
 * is enough where none begins the part that may also stand behind it.
 *
 * @param {[object, object]} ways
 * @returns {Lookahead}
 */
export function lookaheadInto([into, past], tokens, fits) {
  const first = tokensAt(into, false);
  const after = tokensAt(past, true);
  const begins = (set, token) => [...set].some((expected) => fits(token, expected));
  const entering = tokens.filter((token) => begins(first, token));
  if (entering.some((token) => begins(after, token))) return lookahead([into, past], tokens, fits);
  return new Map(entering.map((token) => [token, 0]));
}

/** Tokens that may come next, at the end of the rule those behind its calls, too. */
function tokensAt(start, goesOn) {
  const seen = new Set([start]);
  const result = new Set();
  // A set goes on to what is added while it is walked.
  for (const { tokens, empty, calls, returns } of seen) {
    for (const { token } of tokens) result.add(token);
    for (const next of [...empty, ...calls.map(({ to }) => to)]) seen.add(next);
    if (goesOn) returns.forEach((next) => seen.add(next));
  }
  return result;
}
