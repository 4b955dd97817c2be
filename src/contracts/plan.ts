/** Which documents a model has, and where each one lies. */
import { boundaryOf } from '../model/lookup.js';
import type { Api } from '../model/elements/apis.js';
import type { Element } from '../model/elements/element.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import type { ContractsConfig } from './config.js';
import type { ContractKind, ContractPlace } from './document.js';
import { messagingServices } from './model-index.js';
import { provider } from './owner.js';
import { normalizedOutDir, packageSegment, pathSegment } from './paths.js';
import { byText } from './tree.js';

/** Systems of others have no context; their contracts lie in a folder of their own. */
const externalsFolder = 'externals';

/**
 * All documents by path. Two names that give one path (`OrderService`, `Order_Service`) are told
 * apart by a number, in the order of their ids.
 *
 * @throws RangeError if `outDir` leads out of the model root
 */
export function contractPlaces(model: Model, config: ContractsConfig): ContractPlace[] {
  const outDir = normalizedOutDir(config.outDir);
  if (outDir === undefined) {
    throw new RangeError(`contracts.outDir "${config.outDir}" leads out of the model's folder.`);
  }
  const wanted: {
    kind: ContractKind;
    element: ElementId;
    folders: string[];
    name: string;
    extension: string;
  }[] = [];
  for (const api of model.apis) {
    const kind = kindOfApi(api);
    const owner = provider(model, api.service);
    if (!kind || !owner) continue;
    const folders = foldersOf(model, owner);
    if (kind === 'proto') {
      const location = protoLocation(model, api);
      wanted.push({ kind, element: api.id, ...location, extension: '.proto' });
    } else {
      const extension = kind === 'openapi' ? `.openapi.${config.format}` : '.graphql';
      wanted.push({ kind, element: api.id, folders, name: pathSegment(api.name), extension });
    }
  }
  for (const id of messagingServices(model)) {
    const owner = provider(model, id);
    if (!owner) continue;
    const folders = foldersOf(model, owner);
    const name = folders.pop()!;
    wanted.push({
      kind: 'asyncapi',
      element: id,
      folders,
      name,
      extension: `.asyncapi.${config.format}`,
    });
  }
  for (const message of [...model.events, ...model.commands]) {
    const folders = [contextFolder(boundaryOf(model, message.id)), 'schemas'];
    const name = pathSegment(message.name);
    wanted.push({
      kind: 'json-schema',
      element: message.id,
      folders,
      name,
      extension: '.schema.json',
    });
  }

  const taken = new Set<string>();
  return wanted
    .sort((a, b) => byText(a.element, b.element) || byText(a.kind, b.kind))
    .map(({ kind, element, folders, name, extension }) => {
      const base = [...(outDir === '' ? [] : [outDir]), ...folders, name].join('/');
      let path = base + extension;
      const joint = kind === 'proto' ? '_' : '-';
      for (let n = 2; taken.has(path); n++) path = `${base}${joint}${n}${extension}`;
      taken.add(path);
      return { kind, element, path };
    })
    .sort((a, b) => byText(a.path, b.path));
}

/**
 * Folders, file and package of a gRPC API. `buf lint` wants the folders to be the package and the
 * package to end in the major version; each API is a package of its own, so that two APIs of one
 * service can both have a message of the same name.
 */
export function protoLocation(model: Model, api: Api): { folders: string[]; name: string } {
  const owner = provider(model, api.service)!;
  const names =
    owner.kind === 'external'
      ? [externalsFolder, owner.name]
      : [boundaryOf(model, owner.id)?.name ?? '', owner.name];
  const major = /^\d+/.exec(api.version ?? '')?.[0] ?? '1';
  const version = `v${Number(major) || 1}`;
  return {
    folders: [...names, api.name].map(packageSegment).concat(version),
    name: packageSegment(api.name),
  };
}

function kindOfApi(api: Api): ContractKind | undefined {
  switch (api.style) {
    case 'rest':
      return 'openapi';
    case 'grpc':
      return 'proto';
    case 'graphql':
      return 'graphql';
    default:
      return undefined;
  }
}

function foldersOf(model: Model, owner: Element): string[] {
  if (owner.kind === 'external') return [externalsFolder, pathSegment(owner.name)];
  return [contextFolder(boundaryOf(model, owner.id)), pathSegment(owner.name)];
}

function contextFolder(boundary: Element | undefined): string {
  if (boundary?.kind === 'external') return `${externalsFolder}/${pathSegment(boundary.name)}`;
  return pathSegment(boundary?.name ?? 'shared');
}

/** The documents of an element: of an API, a service with its APIs, a message, or a whole context. */
export function placesOf(
  model: Model,
  places: readonly ContractPlace[],
  element: ElementId,
): ContractPlace[] {
  return places.filter((place) => {
    let id: ElementId | undefined = place.element;
    while (id !== undefined && id !== element) id = model.elements.get(id)?.parent;
    return id === element;
  });
}
