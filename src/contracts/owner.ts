/** Who answers for a contract, and under what host its placeholders live. */
import { boundaryOf, find } from '../model/lookup.js';
import type { ElementId } from '../model/elements/identity.js';
import type { External, Service } from '../model/elements/services.js';
import type { Model } from '../model/model.js';
import { humanize, kebabCase } from './naming.js';
import { compact, type TreeMap } from './tree.js';

/** A service, or a system that others run. */
export type Provider = Service | External;

export function provider(model: Model, id: ElementId | undefined): Provider | undefined {
  return find(model, 'service', id) ?? find(model, 'external', id);
}

export function titleOf(element: { readonly title?: string; readonly name: string }): string {
  return element.title?.trim() || humanize(element.name);
}

/** `bookshop`: the system's name for URNs and hosts; `system` where the model declares none. */
export function systemName(model: Model): string {
  return kebabCase(model.systems[0]?.name ?? 'system').slice(0, 30);
}

/**
 * A host below `.example`, the domain that RFC 2606 keeps free: whoever reads the contract sees
 * that the model does not know the real one. Teams put theirs in, and keep it when generating.
 */
export function placeholderHost(model: Model, name?: string): string {
  const host = `${systemName(model)}.example`;
  return name === undefined ? host : `${kebabCase(name).slice(0, 60)}.${host}`;
}

/** Name, and what of `contact` is an address. Anything else, a chat channel, is an extension. */
export function contactOf(model: Model, owner: Provider): TreeMap {
  const team = find(model, 'team', owner.team);
  const name = titleOf(team ?? boundaryOf(model, owner.id) ?? owner);
  const { contact, onCall } = team ?? {};
  const addresses = [contact, onCall];
  const url = addresses.find((text) => text !== undefined && /^https?:\/\/[^\s<>"]+$/.test(text));
  const email = addresses.find(
    (text) => text !== undefined && /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text),
  );
  const other = contact !== undefined && contact !== url && contact !== email ? contact : undefined;
  return compact({ name, url, email, 'x-channel': other });
}

/** The same with placeholders in the gaps, for AsyncAPI, whose linters ask for all three. */
export function fullContactOf(model: Model, owner: Provider): TreeMap {
  const contact = contactOf(model, owner);
  const slug = kebabCase(String(contact['name']));
  const { name, ...rest } = contact;
  return {
    name: name ?? slug,
    url: `https://${placeholderHost(model)}/teams/${slug}`,
    email: `${slug}@${placeholderHost(model)}`,
    ...rest,
  };
}

/** The name that SPDX gives a licence, for the common ones; else its identifier. */
const licenceNames: ReadonlyMap<string, string> = new Map([
  ['Apache-2.0', 'Apache License 2.0'],
  ['MIT', 'MIT License'],
  ['BSD-2-Clause', 'BSD 2-Clause "Simplified" License'],
  ['BSD-3-Clause', 'BSD 3-Clause "New" or "Revised" License'],
  ['EPL-2.0', 'Eclipse Public License 2.0'],
  ['MPL-2.0', 'Mozilla Public License 2.0'],
]);

/** OpenAPI since 3.1 takes the SPDX identifier itself; elsewhere its page stands for it. */
export function licenceOf(identifier: string, byIdentifier: boolean): TreeMap {
  const name = licenceNames.get(identifier) ?? identifier;
  if (byIdentifier) return { name, identifier };
  return { name, url: `https://spdx.org/licenses/${encodeURIComponent(identifier)}.html` };
}

/** A URN for something of the model: `urn:bookshop:ordering:order-service`. */
export function urn(model: Model, ...parts: readonly string[]): string {
  return ['urn', systemName(model).padEnd(2, '0'), ...parts.map(kebabCase)].join(':');
}
