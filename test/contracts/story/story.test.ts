import { describe, expect, it } from 'vitest';
import { contractDiagnostics, resolveConflict } from '../../../src/contracts/diagnostics.js';
import { baseFolder } from '../../../src/contracts/merge/lock.js';
import { pullIntoModel } from '../../../src/contracts/pull.js';
import { modelFromTexts } from '../../../src/model/from-text.js';
import { Memory } from '../memory.js';

const before = `
context Ordering {
  enum Status { placed shipped }
  value Order { id: uuid  state: Status  note: string? }
  error OrderNotFound { status 404 }
  service Orders "Order service" {
    api Orders: rest {
      path "/v1/orders"
      GET "/{id}" getOrder(id: uuid): Order raises OrderNotFound
      GET "/" listOrders(): paged Order
      DELETE "/{id}" cancelOrder(id: uuid) raises OrderNotFound
    }
  }
}`;

/** A field is renamed, an error added, an operation dropped, a description written. */
const after = before
  .replace('state: Status', 'status: Status')
  .replace(
    'error OrderNotFound',
    '/** Someone else works on it. */ error OrderLocked { status 409 }\n  error OrderNotFound',
  )
  .replace('raises OrderNotFound\n      GET', 'raises OrderNotFound, OrderLocked\n      GET')
  .replace('      DELETE "/{id}" cancelOrder(id: uuid) raises OrderNotFound\n', '')
  .replace('      GET "/" listOrders', '      /** Newest first. */\n      GET "/" listOrders');

const path = 'contracts/ordering/orders/orders.openapi.yaml';

/** What a team does to a generated file in its first weeks. */
function byTheTeam(memory: Memory): void {
  memory.edit(path, 'openapi: "3.1.0"', '# Owned by the order team.\nopenapi: "3.1.0"');
  memory.edit(
    path,
    '      description: Get order.',
    '      description: >-\n        Returns one order,\n        even a cancelled one.',
  );
  memory.edit(
    path,
    '      description: List orders.',
    '      description: All orders, oldest first.',
  );
  memory.edit(path, 'https://orders.system.example', 'https://api.shop.test');
  // Reordered keys, an extra header, a vendor extension, a better example, a comment on a field.
  memory.edit(
    path,
    '      operationId: listOrders\n      summary: List orders\n',
    '      summary: List orders\n      operationId: listOrders\n      x-cost: 3\n',
  );
  memory.edit(
    path,
    '        - $ref: "#/components/parameters/Limit"',
    '        - name: X-Trace\n          in: header\n          schema: { type: string }   # for support\n        - $ref: "#/components/parameters/Limit"',
  );
  memory.edit(
    path,
    '        note:\n          type: string',
    '        note:\n          # Shown to the shopper.\n          type: string\n          description: A few words.',
  );
}

describe('a team keeps its contract while the model moves', () => {
  const memory = new Memory();
  memory.generate(before);
  byTheTeam(memory);
  const edited = memory.read(path)!;

  it('sees its edits as enriched and drifted, and nothing to write', () => {
    const [contract] = memory.plan(before).contracts;
    expect(contract?.state).toBe('drifted');
    expect(contract?.text).toBe(edited);
    const drift = contractDiagnostics(modelFromTexts({ 'model.arch': before }), contract!);
    expect(drift.map(({ code, pointer, range }) => `${code} ${pointer} ${range.start.line}`))
      .toMatchInlineSnapshot(`
      [
        "contract-drift /paths/~1v1~1orders/get/parameters/0 35",
      ]
    `);
  });

  it('gets the changes of the model and keeps every line of its own', async () => {
    const { contracts } = memory.generate(after);
    const text = memory.read(path)!;
    await expect(text).toMatchFileSnapshot('orders.openapi.yaml');
    for (const line of edited
      .split('\n')
      .filter((one) =>
        /shop\.test|x-cost|X-Trace|for support|Shown to|A few words|even a cancelled|order team|oldest/.test(
          one,
        ),
      )) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).toContain('status:\n          $ref: "#/components/schemas/Status"');
    expect(text).toContain('$ref: "#/components/responses/OrderLocked"');
    expect(text).not.toContain('cancelOrder');
    expect(contracts[0]?.conflicts.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
      'both-changed /paths/~1v1~1orders/get/description',
    ]);
  });

  it('changes nothing when it generates again', () => {
    const once = new Map(memory.files);
    memory.generate(after);
    expect(memory.files).toEqual(once);
  });

  it('sees the conflict on its line, with the place in the model, and settles it', () => {
    const model = modelFromTexts({ 'model.arch': after });
    const [contract] = memory.plan(after).contracts;
    const [found] = contractDiagnostics(model, contract!).filter(
      (one) => one.code === 'contract-conflict',
    );
    const line = memory.read(path)!.split('\n')[found!.range.start.line - 1];
    expect(line).toContain('All orders, oldest first.');
    expect(after.split('\n')[found!.model!.start.line - 1]).toContain('listOrders');
    const resolved = resolveConflict(
      contract!,
      memory.read(`${baseFolder}/${path}`),
      found!.pointer,
      'model',
    );
    memory.files.set(path, resolved!.text);
    memory.files.set(`${baseFolder}/${path}`, resolved!.base);
    expect(resolved!.text).toContain('      description: Newest first.\n');
    const [settled] = memory.plan(after).contracts;
    expect(settled?.conflicts).toEqual([]);
    expect(settled?.action).toBe('keep');
    expect(settled?.text).toContain('# for support');
  });

  it('pulls a description that it wrote into the model', () => {
    const other = new Memory();
    other.generate(before);
    byTheTeam(other);
    const [contract] = other.plan(before).contracts;
    const tree = contract!.document!.tree;
    const model = modelFromTexts({ 'model.arch': before });
    const pulled = (pointer: string, text: string): string => {
      const edit = pullIntoModel(model, tree, pointer, text, () => before)!;
      return before.slice(0, edit.start) + edit.text + before.slice(edit.end);
    };
    const operation = pulled('/paths/~1v1~1orders/get/description', 'All orders, oldest first.');
    expect(operation).toContain('      /** All orders, oldest first. */\n      GET "/" listOrders');
    const field = pulled('/components/schemas/Order/properties/note/description', 'A few\nwords.');
    expect(field).toMatch(/\/\*\*\n +\* A few\n +\* words\.\n +\*\/\n +note: string\?/);
    expect(pullIntoModel(model, tree, '/servers/0/description', 'x', () => before)).toBeUndefined();
    other.generate(operation);
    expect(other.plan(operation).contracts[0]?.conflicts).toEqual([]);
  });

  it('loses the file only when it is untouched', () => {
    const gone = after.replace(/api Orders: rest \{[^]*?\n    \}/, '');
    const [orphan] = memory.plan(gone).contracts;
    expect([orphan?.state, orphan?.action, orphan?.conflicts.length]).toEqual([
      'orphan',
      'keep',
      1,
    ]);
    const untouched = new Memory();
    untouched.generate(before);
    untouched.generate(gone);
    expect([...untouched.files.keys()]).toEqual(['.archivolt/contracts.lock.json']);
  });

  it('takes its edits along when a field or a type is renamed', () => {
    const other = new Memory();
    other.generate(before);
    byTheTeam(other);
    const renamed = before
      .replace('note: string?', '@renamedFrom(note) remark: string?')
      .replace('value Order {', '@renamedFrom(Order) value Purchase {')
      .replace('(id: uuid): Order', '(id: uuid): Purchase')
      .replace('paged Order', 'paged Purchase');
    const { contracts } = other.generate(renamed);
    expect(contracts[0]?.conflicts).toEqual([]);
    const text = other.read(path)!;
    expect(text).toContain(
      '        remark:\n          # Shown to the shopper.\n          type: string\n          description: A few words.\n',
    );
    expect(text).toContain('    Purchase:\n');
    expect(text).not.toMatch(/note:|    Order:/);
    expect(other.plan(renamed).contracts[0]?.action).toBe('keep');
  });

  it('takes its edits along when the API is renamed', () => {
    const renamed = before.replace('api Orders: rest', '@renamedFrom(Orders) api OrderApi: rest');
    const other = new Memory();
    other.generate(before);
    byTheTeam(other);
    const { contracts } = other.generate(renamed);
    expect(contracts.map(({ path: at, movedFrom }) => `${movedFrom} -> ${at}`)).toEqual([
      'contracts/ordering/orders/orders.openapi.yaml -> contracts/ordering/orders/order-api.openapi.yaml',
    ]);
    expect(other.files.has(path)).toBe(false);
    expect(other.read('contracts/ordering/orders/order-api.openapi.yaml')).toContain(
      '# Shown to the shopper.',
    );
  });
});
