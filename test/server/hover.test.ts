import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docOfKeyword } from '../../src/language/statement-docs.js';
import { formOf } from '../../src/language/statement-forms.js';
import { statementKeywords } from '../../src/language/vocabulary/members.js';
import { propertyNames } from '../../src/language/vocabulary/properties.js';
import { startWire, type Wire } from './wire-client.js';

const text = `context Shop {
  kind feature
  /** Binding, once it is **paid**. */
  term Order "A request." avoid "Purchase"
  enum Size { small /** For two. */ large kind }
  value Money { amount: decimal  currency: string? }
  error Gone { status 404 }
  value Copy { line: Billing.Shop.Line  paid: Shop.Money }
  event Paid { key kind  kind: Size  paid: Money[] }
  service Desk {
    kind worker
    @deprecated("x") api Orders: rest {
      path "/v1" PUT "/{id}" change(/** Which one. */ id: uuid, header "If-Match": string, body: Money): 202 Money raises Gone
    }
    /** To pack. */ subscribes Paid { fields kind }
    calls Desk.copy { fields paid }
    api Copies: rest { GET "/copy" copy(): Copy[] }
    api Rpc: grpc { rpc Ask(stream Money): paged Money }
  }
}
context Billing { aggregate Shop { value Line { sku: string } } value Bill { lines: Shop.Line[] } }
contextmap M { /** Since 2019. */ Shop [OHS, PL] -> [ACL] Billing }
`;

let wire: Wire;
beforeAll(async () => {
  wire = await startWire({ 'a.arch': text });
  await wire.open('a.arch', text);
});
afterAll(async () => {
  await wire.stop();
});

/** What a hover says at a mark, the first of its kind behind \`after\`. */
async function hover(mark: string, after = ''): Promise<string | undefined> {
  const offset = text.indexOf(mark, text.indexOf(after)) + 1;
  const found = await wire.at<{ contents: { value: string } } | null>(
    'textDocument/hover',
    'a.arch',
    offset,
  );
  return found?.contents.value;
}

describe('hover', () => {
  it('shows the documentation of values and parameters', async () => {
    expect(await hover('large', 'enum')).toBe('**value large** of `Shop.Size`\n\nFor two.');
    expect(await hover('id', 'change')).toBe(
      '**parameter id** of `Shop.Desk.Orders.change` — path, `uuid`\n\nWhich one.',
    );
  });

  it('adds what is written about a relation or a collaboration', async () => {
    expect(await hover('->', 'contextmap')).toBe('Since 2019.');
    expect(await hover('Billing', 'contextmap')).toMatch(
      /^\*\*context Billing[^]*---\n\nSince 2019\.$/,
    );
    expect(await hover('subscribes')).toMatch(/---\n\nTo pack\.$/);
    expect(await hover('Paid {', 'subscribes')).toMatch(/---\n\nTo pack\.$/);
    expect(await hover('fields', 'subscribes')).not.toContain('To pack');
  });

  it('follows the names of fields behind `key` and `fields`', async () => {
    expect(await hover('kind  kind: Size', 'event Paid')).toContain('**field Shop.Paid.kind**');
    expect(await hover('kind }', 'subscribes')).toContain('**field Shop.Paid.kind**');
    expect(await hover('paid }', 'calls')).toContain('**field Shop.Copy.paid**');
  });

  it('says what a term means', async () => {
    expect(await hover('Order')).toBe(
      '**term Order** of `Shop` — A request.\n\nBinding, once it is **paid**.\n\n- avoid: Purchase',
    );
  });

  it('shows the shape of a declaration', async () => {
    expect(await hover('Money')).toContain(
      '```archivolt\nvalue Money {\n  amount: decimal\n  currency: string?\n}\n```',
    );
    expect(await hover('Copy')).toContain('  line: Billing.Shop.Line\n  paid: Money');
    expect(await hover('Size')).toContain('enum Size {\n  small\n  large\n  kind\n}');
    expect(await hover('Paid')).toContain('  paid: Money[]');
    expect(await hover('change')).toContain(
      'PUT "/v1/{id}" change(id: uuid, header ifMatch: string, body: Money): 202 Money raises Gone',
    );
    expect(await hover('Ask')).toContain('rpc Ask(stream Money): paged Money');
  });

  it('explains a property with the words of its block', async () => {
    expect(await hover('kind')).toContain('`big-ball-of-mud`');
    expect(await hover('kind', 'service Desk')).toContain('`worker`');
  });

  it('explains keywords, roles and annotations', async () => {
    expect(await hover('service')).toContain('deployed and run by itself');
    expect(await hover('avoid')).toContain('nobody should use');
    expect(await hover('raises')).toContain('may fail');
    expect(await hover('OHS')).toContain('Open-host service');
    expect(await hover('ACL')).toContain('Anticorruption layer');
    expect(await hover('deprecated')).toContain('@deprecated');
  });

  it('takes names that are called like keywords for names, and says nothing of texts', async () => {
    expect(await hover('kind', 'large')).toBe('**value kind** of `Shop.Size`');
    expect(await hover('request')).toBeUndefined();
    expect(await hover('kind: Size')).toContain('field Shop.Paid.kind');
  });

  it('has something to say of every statement', () => {
    const statements = [...statementKeywords].filter(
      (word) => !propertyNames.has(word) && !/^[A-Z]|^(operation|field|relation|step)$/.test(word),
    );
    for (const keyword of statements) {
      expect(docOfKeyword(keyword), keyword).toBeDefined();
      expect(formOf(keyword), keyword).toBeDefined();
    }
  });
});
