/** An event or a command as a JSON Schema (2020-12) document of its own. */
import { boundaryOf, contextOf } from '../../model/lookup.js';
import type { Command, Event } from '../../model/elements/messages.js';
import type { Model } from '../../model/model.js';
import type { ContractsConfig } from '../config.js';
import type { ContractRemark } from '../document.js';
import { titleOf, urn } from '../owner.js';
import { map, unlessEmpty, type TreeMap } from '../tree.js';
import { componentNames, reachableTypes } from '../types/components.js';
import { jsonSchema2020 } from '../types/dialect.js';
import { Schemas } from '../types/schemas.js';

/** The message's payload as it travels; other types that it needs stand below `$defs`. */
export function messageSchema(
  model: Model,
  config: ContractsConfig,
  message: Event | Command,
): { readonly tree: TreeMap; readonly remarks: readonly ContractRemark[] } {
  const types = reachableTypes(model, [], [message.id]);
  const names = componentNames(model, types, contextOf(model, message.id)?.id);
  const schemas = new Schemas(model, config.style, jsonSchema2020, names);
  const components = schemas.components(types);
  const own = names.get(message.id)!;
  // Something that the message holds may hold the message again.
  const isReferred = JSON.stringify(components).includes(`"#/$defs/${own}"`);
  const definitions = Object.entries(components).filter(([name]) => isReferred || name !== own);
  const example = schemas.example(
    { shape: 'named', target: message.id, span: message.nameSpan },
    {},
    message.name,
  );
  const context = boundaryOf(model, message.id)?.name ?? 'shared';
  const { title: _title, ...body } = schemas.component(message);
  const tree: TreeMap = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${urn(model, 'schema', context, message.name)}:${message.version ?? '1'}`,
    title: titleOf(message),
    ...(isReferred ? { $ref: `#/$defs/${own}` } : body),
    ...(example === undefined ? {} : { examples: [example] }),
    ...(unlessEmpty(map(definitions)) ? { $defs: map(definitions) } : {}),
  };
  return { tree, remarks: schemas.remarks };
}
