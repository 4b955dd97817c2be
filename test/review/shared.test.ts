import { describe, expect, it } from 'vitest';
import { modelFromTexts } from '../../src/model/from-text.js';
import { ModelWorkspace } from '../../src/model/workspace.js';
import { compareModels } from '../../src/review/compare/compare.js';
import { contractChanges } from '../../src/review/compatibility/compatibility.js';
import type { Model } from '../../src/model/model.js';

const files = {
  'types.arch': `context Shop {
  scalar Sku = string (maxLength 20)
  enum Grade { low high }
  union Payment = Card | Invoice
  value Card { number: string }
  value Invoice { due: date }
  value Line { sku: Sku  part: Part? }
  value Part { grade: Grade }
  aggregate Order { root entity Order { id id: uuid  lines: Line[]  parent: ref Order? } }
  error Gone { status 404  reason: string? }
}`,
  'services.arch': `context Shop {
  service Orders { api Rest: rest { version "1.0.0"  audience public
    GET "/orders/{id}" getOrder(id: uuid): Order raises Gone
    POST "/orders" place(body: map<string, Payment>): ref Order
    GET "/ping" ping(): int32
  } publishes Placed }
  event Placed { version 1  order: Order  how: set<Payment> }
}`,
  'callers.arch': `context Desk { service Tickets { calls Shop.Orders.Rest  subscribes Shop.Placed } }
contextmap All { Shop -> Desk }`,
};

/** Each changes one file; what is said of the others hangs on types that they name. */
const edits: readonly (readonly [string, keyof typeof files, string, string])[] = [
  ['a scalar deep inside', 'types.arch', 'maxLength 20', 'maxLength 10'],
  ['an enum deep inside', 'types.arch', 'low high', 'low'],
  ['a member of a union', 'types.arch', 'due: date', 'due: string'],
  ['a union', 'types.arch', 'Card | Invoice', 'Card'],
  ['a field that goes', 'types.arch', 'part: Part?', ''],
  ['a field that comes', 'types.arch', 'number: string', 'number: string  holder: string'],
  ['an identifier', 'types.arch', 'id id: uuid', 'id id: int64'],
  ['an error', 'types.arch', 'status 404', 'status 410'],
  ['a type with another name', 'types.arch', 'value Card {', '@renamedFrom(Card) value Plastic {'],
  ['an operation', 'services.arch', 'ping(): int32', 'ping(): string'],
  ['a version', 'services.arch', '"1.0.0"', '"2.0.0"'],
  ['a caller', 'callers.arch', 'calls Shop.Orders.Rest', 'calls Shop.Orders.ping'],
  ['a relation', 'callers.arch', 'Shop -> Desk', 'Shop -> [ACL] Desk'],
];

function said(before: Model, after: Model) {
  const comparison = compareModels(before, after);
  return JSON.stringify([comparison.changes, contractChanges(comparison, '2026-11-25')]);
}

describe('two models that share what did not change', () => {
  it.each(edits)('are compared as two that share nothing: %s', (_, file, from, to) => {
    const after = { ...files, [file]: files[file].replace(from, to) };
    expect(after[file]).not.toBe(files[file]);
    const workspace = new ModelWorkspace();
    for (const [name, text] of Object.entries(files)) workspace.update(name, text);
    const then = workspace.model;
    workspace.update(file, after[file]);
    const now = workspace.model;
    const same = [...now.elements.values()].filter(
      ({ id }) => then.elements.get(id) === now.elements.get(id),
    );
    expect(same.length).toBeGreaterThan(0);
    const shared = said(then, now);
    expect(shared).toBe(said(modelFromTexts(files), modelFromTexts(after)));
    expect(JSON.parse(shared)).not.toEqual([[], []]);
  });
});
