/** A shop in two revisions that differ in each way that a map can show. */
import { ModelWorkspace } from '../../src/model/workspace.js';
import { comparedModels, type Compared } from '../../src/review/compared.js';

export const shopBefore = `
team Checkout {} team Doorstep {} team Billing {}
context Ordering { team Checkout
  service Orders {
    api Rest: rest { version "1.0.0" audience internal
      GET "/orders/{id}" getOrder(id: uuid): OrderView
    }
    publishes Placed
  }
  service Basket { calls Shipping.Parcels }
  value OrderView { id: uuid  total: decimal  status: string }
  event Placed { version 1  topic "orders"  id: uuid }
}
context Shipping { team Doorstep service Parcels {
  api Desk: rest { GET "/x" track() }
  calls Ordering.Orders.getOrder { fields id, status }
  subscribes Ordering.Placed
} }
context Invoicing { team Billing service Invoices {
  calls Ordering.Orders.getOrder { fields total }
} }
context Reporting { team Billing service Figures {
  calls Ordering.Orders.getOrder { fields id }
} }
contextmap Landscape { Ordering -> [CF] Shipping  Ordering -> Invoicing  Ordering -> [ACL] Reporting }
`;

/**
 * A field goes that Invoicing reads, Reporting goes, Warehouse comes, Parcels is called ParcelDesk
 * and listens no more, Drones comes, Basket goes, and Shipping translates now.
 */
export const shopAfter = shopBefore
  .replace('total: decimal', '')
  .replace(
    /context Reporting[^]*?\n\} \}/,
    'context Warehouse { service Racks { subscribes Ordering.Placed } }',
  )
  .replace('Ordering -> [ACL] Reporting', 'Ordering -> Warehouse')
  .replace('[CF] Shipping', '[ACL] Shipping')
  .replaceAll('Parcels', 'ParcelDesk')
  .replace('service ParcelDesk', '@renamedFrom(Parcels) service ParcelDesk')
  .replace(/service Basket .*/, '')
  .replace('subscribes Ordering.Placed\n} }', '}\n  service Drones { calls ParcelDesk } }');

/** Two texts of a model, compared. */
export function comparedTexts(before: string, after: string): Compared {
  const workspace = new ModelWorkspace();
  workspace.update('shop.arch', before);
  const then = workspace.model;
  workspace.update('shop.arch', after);
  return comparedModels(then, workspace.model, '2026-11-25');
}
