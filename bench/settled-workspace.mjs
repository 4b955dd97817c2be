// Generated workspaces that have been through the rules, as a model has that is checked before every
// merge: what the rules ask for is there, and few findings are left. As large as the others (see
// workspace.mjs): N services, twenty a context, about forty lines and three relations each.

const perContext = 20;
const perTeam = 4;

const contextOf = (index) => `Context${Math.floor(index / perContext)}`;
const teamOf = (index) => `Team${Math.floor(index / perTeam)}`;

/** Texts by file name. */
export function settledTexts(services) {
  const texts = {};
  texts['teams.arch'] = Array.from(
    { length: Math.ceil(services / perTeam) },
    (_, index) =>
      `team Team${index} { size 7  kind stream-aligned  on-call "https://pager.example/${index}" }\n`,
  ).join('');
  for (let index = 0; index < services; index++) {
    texts[`context${Math.floor(index / perContext)}/service${index}.arch`] = settledText(index);
  }
  return texts;
}

/**
 * One service. The services of a team call each other in chains of at most four, whoever is further
 * from the end with more patience; each hears of one in the context before.
 */
function settledText(index) {
  const place = index % perTeam;
  const patience = ['', '100ms', '700ms', '4s'][place];
  const calls = [...new Set(place === 0 ? [] : [index - 1, index - place])].map(
    (other) =>
      `    calls Service${other}.Orders.get${other} { timeout ${other === index - 1 ? patience : '100ms'}  retry 1  backoff exponential  jitter  circuit-breaker  transport mtls }`,
  );
  const heard = index - perContext;
  const hears =
    heard < 0
      ? ''
      : `    subscribes ${contextOf(heard)}.Order${heard}Placed { idempotent  dead-letter "service${index}.dlq" }\n`;
  return `context ${contextOf(index)} {
  ${index % perContext === 0 ? `vision "What ${contextOf(index)} is for."` : ''}
  /** The aggregate of service ${index}. */
  aggregate Order${index} {
    root entity Order${index} {
      id id: uuid
      number: int64
      placedAt: datetime
      total: decimal (min 0, scale 2)
      lines: Line${index}[] (min 1, max 100)
    }
    value Line${index} {
      sku: string (pattern "[A-Z]{3}-[0-9]{6}")
      quantity: int32 (min 1, max 99)
    }
    event Order${index}Placed {
      version 1
      key orderId
      orderId: uuid
      placedAt: datetime
    }
    error Order${index}NotFound { status 404  title "Not found" }
  }
  /** An order of service ${index} as others see it. */
  value Order${index}View {
    number: int64
    total: decimal (min 0, scale 2)
  }
  service Service${index} "Service ${index}" {
    team ${teamOf(index)}
    technology "Kotlin"
    runbook "https://wiki.example/service${index}"  telemetry traces, metrics, logs
    rollout canary  replicas 2
    owns Order${index}
    store Db${index}: postgres { backup 1d  replicas 2 }
    api Orders: rest {
      version "1.0.0"  audience internal
      auth oauth2("orders${index}:write")
      path "/v1/service${index}-orders"
      GET "/{id}" get${index}(id: uuid): Order${index}View raises Order${index}NotFound
      POST "/" place${index}(body: Line${index}): 201 Order${index}View raises Order${index}NotFound { idempotent  scope "orders${index}:write" }
    }
    publishes Order${index}Placed
${hears}${calls.join('\n')}
  }
}
`;
}
