/** The files of `archivolt init`: a model that every rule is content with. */
export function starterFiles(): Readonly<Record<string, string>> {
  return {
    'archivolt.json': `{
  // Rules to start from: recommended, strict, all or none.
  "extends": "recommended"
}
`,
    'shop.arch': `/** A small shop, to start from. Replace it by your own system. */
system Shop "Shop"

domain Retail {
  core subdomain Ordering
  supporting subdomain Shipping
}

context Ordering implements Retail.Ordering {
  vision "Take an order from basket to confirmation."

  aggregate Order {
    root entity Order {
      id id: uuid
      total: decimal (min 0, scale 2)
    }
    /** An order was accepted. */
    event OrderPlaced {
      version 1
      key orderId
      orderId: uuid
      placedAt: datetime
    }
  }

  value OrderView {
    id: uuid
    total: decimal (min 0, scale 2)
  }

  service OrderService {
    owns Order
    publishes OrderPlaced
    api Orders: rest {
      version "1.0.0"
      path "/v1/orders"
      GET "/{id}" getOrder(id: uuid): OrderView
    }
  }
}

context Shipping implements Retail.Shipping {
  service ShippingService {
    subscribes Ordering.OrderPlaced { idempotent  dead-letter "shipping.dlq" }
  }
}

contextmap Landscape {
  Ordering [OHS, PL] -> [ACL] Shipping
}
`,
    '.github/workflows/architecture.yml': `name: Architecture
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 22 }
      - run: npx archivolt check
`,
  };
}
