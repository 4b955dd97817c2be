// Generated workspaces: N services, 20 a context, about 40 lines and three calls or subscriptions
// each, one file per service. The same N gives the same bytes. This one says little more than what
// there is, so the rules have ten things to say about every service; settled-workspace.mjs has one
// with few findings.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const perContext = 20;

/** Texts by file name. */
export function workspaceTexts(services) {
  const texts = {};
  const contexts = Math.ceil(services / perContext);
  texts['teams.arch'] = Array.from(
    { length: Math.min(contexts, 400) },
    (_, index) => `team Team${index} { size 7  kind stream-aligned }\n`,
  ).join('');
  for (let index = 0; index < services; index++) {
    texts[`context${Math.floor(index / perContext)}/service${index}.arch`] = serviceText(
      index,
      services,
    );
  }
  return texts;
}

/**
 * One service. Chains of calls are at most four long, as in systems that people run: every fourth
 * service calls nobody, the others call the one before and such an end in the context before. So
 * there are no rings. It hears of a third.
 */
export function serviceText(index, services) {
  const context = Math.floor(index / perContext);
  const before = (distance) => Math.max(0, index - distance);
  const target = (other) => `Context${Math.floor(other / perContext)}.Service${other}`;
  const end = before(perContext) - (before(perContext) % 4);
  const calls = (index % 4 === 0 ? [] : [index - 1, end])
    .filter((other) => other !== index)
    .map(
      (other) =>
        `    calls ${target(other)}.Orders.get${other} { timeout 300ms  retry 1  backoff exponential  jitter  circuit-breaker }`,
    );
  const heard = (index * 7 + 3) % services;
  return `context Context${context} {
  ${index % perContext === 0 ? `vision "What context ${context} is for."  team Team${context % 400}` : ''}
  /** The aggregate of service ${index}. */
  aggregate Order${index} {
    root entity Order${index} {
      id id: uuid
      number: int64
      placedAt: datetime
      total: decimal (min 0, scale 2)
      note: string? (maxLength 500)
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
  service Service${index} "Service ${index}" {
    technology "Kotlin"
    owns Order${index}
    store Db${index}: postgres
    api Orders: rest {
      version "1.0.0"
      path "/v1/orders${index}"
      GET "/{id}" get${index}(id: uuid): Order${index} raises Order${index}NotFound
      POST "/" place${index}(body: Line${index}): 201 Order${index} { idempotent }
    }
    publishes Order${index}Placed
    subscribes ${target(heard)}.Order${heard}Placed { idempotent }
${calls.join('\n')}
  }
}
`.replace(`${target(heard)}.Order`, `Context${Math.floor(heard / perContext)}.Order`);
}

export function writeWorkspace(folder, services, texts = workspaceTexts(services)) {
  for (const [name, text] of Object.entries(texts)) {
    const file = join(folder, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
}
