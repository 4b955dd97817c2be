// The augmented transition network of a grammar: how its rules run over tokens, as states.
//
// Only what tells the options of a choice apart is kept: tokens, calls, and the ends of rules with
// the states that they may return to.

let count = 0;
const state = () => ({ id: count++, empty: [], tokens: [], calls: [], isEnd: false, returns: [] });

/**
 * @returns {Map<object, object[]>} for each choice, the states that its options begin in; an
 * optional or repeated part is the choice between going into it and passing it by
 */
export function decisions(rules) {
  const ends = new Map(rules.map(({ name }) => [name, { ...state(), isEnd: true }]));
  const starts = new Map(rules.map(({ name }) => [name, state()]));
  const found = new Map();

  /** Leads from a state through an expression; answers the state behind it. */
  function through(from, expression) {
    const behind = state();
    switch (expression.is) {
      case 'token':
        from.tokens.push({ token: expression.token, to: behind });
        return behind;
      case 'call':
        from.calls.push({ to: starts.get(expression.rule), back: behind });
        ends.get(expression.rule).returns.push(behind);
        return behind;
      case 'sequence':
        return expression.parts.reduce(through, from);
      case 'assignment':
        return through(from, expression.part);
      case 'type':
        return from;
      case 'choice': {
        const options = expression.options.map((option) => {
          const start = state();
          from.empty.push(start);
          through(start, option).empty.push(behind);
          return start;
        });
        found.set(expression, options);
        return behind;
      }
      case 'optional':
      case 'repeated': {
        const [into, past] = [state(), state()];
        // A state of its own, since the part may come back to it.
        const entry = state();
        from.empty.push(entry);
        entry.empty.push(into, past);
        through(into, expression.part).empty.push(expression.is === 'repeated' ? entry : behind);
        past.empty.push(behind);
        found.set(expression, [into, past]);
        return behind;
      }
      default:
        throw new Error(`no way through ${expression.is}`);
    }
  }

  for (const { name, body } of rules) through(starts.get(name), body).empty.push(ends.get(name));
  return found;
}
