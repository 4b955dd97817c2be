import { describe, expect, it } from 'vitest';
import { select, type SelectOptions } from '../../src/diagram/select.js';
import { insideOf } from '../../src/diagram/inside.js';
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

  const inside = `
    external Bank2 { api C: rest { @tag(slow) POST "/" pay()  } }
    context Desk { team Red  @tag(pci, hot) service Vault2 { store Db: postgres  calls Money.Pay } service Other }
    context Yard { event Moved  @tag(slow) event Lost
      service Crane { team Red  publishes Moved  calls Bank2 } service Truck { subscribes Moved  calls Crane } service Idle }
    domain Heavy { core subdomain Lifting } context Lifts implements Heavy.Lifting`;

  /** What is shown: participants, with what is in those that are open. */
  function shown(view: string) {
    const { selection, shown: names } = selected(`${view} }${inside} view Z { include *`);
    const { open, showsPart } = selection;
    const parts = ['Vault2', 'Other', 'Crane', 'Truck', 'Idle'].filter((name) => {
      const context = name === 'Vault2' || name === 'Other' ? 'Desk' : 'Yard';
      return (
        open.has(`context:${context}`) &&
        showsPart(`context:${context}`, `service:${context}.${name}`)
      );
    });
    return [...names, ...parts].join(' ');
  }

  it.each([
    ['include tag hot', 'Desk Vault2'],
    ['include tag pci', 'Desk Vault Vault2'],
    ['include Desk, Yard exclude tag hot show services', 'Desk Yard Other Crane Truck Idle'],
    ['include team Red show services', 'Desk Shop Yard Vault2 Other Crane'],
    ['include Yard exclude team Red show services', 'Yard Truck Idle'],
    ['include -> Yard.Truck', 'Yard Crane'],
    ['include Yard.Crane ->', 'Yard Truck'],
    ['include -> Yard.Crane', 'Bank2'],
    ['include Desk.Vault2.*', 'Desk Vault2'],
    ['include Desk, Yard exclude Yard.* show services', 'Desk Yard Vault2 Other'],
    ['include Heavy.*, Yard exclude Heavy.*', 'Yard'],
  ])('%s comes to %s', (view, expected) => {
    expect(shown(view)).toBe(expected);
  });

  it('shows nothing of what was excluded, not even beside what needs it', () => {
    const text = `context Shop { service Web { calls Money.Pay  calls Till.Ring } }
      context Money { service Pay } context Till { service Ring }`;
    const boxes = (view: string) => {
      const model = modelFromTexts({ 'a.arch': `${text} view V { ${view} show services }` });
      const selection = select(model, { view: model.views[0]! });
      return insideOf(
        model,
        selection.contexts.find(({ name }) => name === 'Shop')!,
        selection,
      ).nodes.map(({ id }) => id);
    };
    expect(boxes('include Shop')).toEqual([
      'service:Money.Pay@context:Shop',
      'service:Shop.Web',
      'service:Till.Ring@context:Shop',
    ]);
    expect(boxes('include Shop exclude Money, Till.Ring')).toEqual(['service:Shop.Web']);
    expect(boxes('include Shop, Money exclude Money.*, Till')).toEqual(['service:Shop.Web']);
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
