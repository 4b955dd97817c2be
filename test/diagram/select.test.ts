import { describe, expect, it } from 'vitest';
import { select, type SelectOptions } from '../../src/diagram/select.js';
import { modelFromTexts } from '../../src/model/from-text.js';

const text = `
  domain Retail { core subdomain Selling generic subdomain Paying }
  team Red
  actor Shopper { calls Shop.Web }
  external Bank
  context Shop implements Retail.Selling { team Red service Web { calls Money.Pay } service Admin { } }
  context Money implements Retail.Paying { service Pay { calls Bank } }
  @tag(pci) context Vault
  contextmap M { Money -> Shop  Vault -> Money }
`;

function selected(view: string, options: SelectOptions = {}) {
  const model = modelFromTexts({ 'a.arch': `${text} view V { ${view} }` });
  const [first] = model.views;
  const selection = select(model, { ...options, ...(first ? { view: first } : {}) });
  const { contexts, externals, actors, open } = selection;
  return {
    shown: [...contexts, ...externals, ...actors].map(({ name }) => name),
    open: [...open].sort(),
    selection,
  };
}

describe('what a view shows', () => {
  it.each([
    ['include *', ['Money', 'Shop', 'Vault', 'Bank']],
    ['include Shop, Bank', ['Shop', 'Bank']],
    ['include Retail', ['Money', 'Shop']],
    ['include * exclude Vault', ['Money', 'Shop', 'Bank']],
    ['include -> Money, Money', ['Money', 'Vault', 'Bank']],
    ['include Money ->', ['Shop']],
    ['include team Red', ['Shop']],
    ['include tag pci', ['Vault']],
    ['include Shop, Shopper', ['Shop', 'Shopper']],
    ['include * show contexts, actors', ['Money', 'Shop', 'Vault', 'Bank', 'Shopper']],
  ])('%s', (view, expected) => {
    expect(selected(view).shown).toEqual(expected);
  });

  it('opens a context that is included with what it contains', () => {
    expect(selected('include Shop.*, Money').open).toEqual(['context:Shop']);
  });

  it('shows only the services that are included by name', () => {
    const { selection, open } = selected('include Shop.Web');
    expect(open).toEqual(['context:Shop']);
    expect(selection.showsPart('context:Shop', 'service:Shop.Web')).toBe(true);
    expect(selection.showsPart('context:Shop', 'service:Shop.Admin')).toBe(false);
  });

  it('links an actor to what it calls', () => {
    const { selection } = selected('include Shop, Shopper');
    expect(selection.links).toMatchObject([{ from: 'actor:Shopper', to: 'context:Shop' }]);
  });

  it('keeps contexts folded that were folded by hand', () => {
    expect(
      selected('include * show services', { folded: new Set(['context:Shop']) }).open,
    ).not.toContain('context:Shop');
  });

  it('of one context is called by it', () => {
    const model = modelFromTexts({ 'a.arch': 'system Shop "The shop" context A context B' });
    expect(select(model, { context: 'context:A' }).title).toBe('A and its neighbours');
    expect(select(model).title).toBe('The shop');
  });
});
