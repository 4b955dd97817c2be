import { relationDescription } from '../diagram/labels.js';
import type { Model } from '../model/model.js';
import { elementById } from '../model/navigation.js';
import { outlineBelow, type OutlineEntry } from '../model/outline.js';
import {
  modelTreeRequest,
  type ModelTreeItem,
  type ModelTreeParams,
} from '../protocol/model-tree.js';
import { toLspRange } from './places.js';
import { uriOf, type Root } from './roots.js';
import type { Session } from './session.js';

/** The map as text: answers one level of the tree at a time. */
export function registerModelTree({ connection, roots }: Session): void {
  connection.onRequest(modelTreeRequest, ({ root: uri, id }: ModelTreeParams): ModelTreeItem[] => {
    if (uri !== undefined) return itemsOf(roots.locate(uri).root, id);
    const filled = roots.all.filter(({ project }) => outlineBelow(project.model).length > 0);
    const [only] = filled;
    return only && filled.length === 1 ? itemsOf(only) : filled.map(rootItem);
  });
}

function rootItem({ uri, project }: Root): ModelTreeItem {
  const folder = decodeURIComponent(uri.replace(/\/$/, '').split('/').at(-1) ?? uri);
  const system = project.model.systems[0];
  return {
    root: uri,
    kind: 'system',
    label: system?.title ?? system?.name ?? folder,
    description: folder,
    expandable: true,
  };
}

function itemsOf(root: Root, id?: string): ModelTreeItem[] {
  const { model } = root.project;
  return outlineBelow(model, id).map((entry) => {
    const { start } = toLspRange(entry.nameSpan);
    return {
      root: root.uri,
      id: entry.id,
      kind: entry.kind,
      ...wordsOf(model, entry),
      expandable: outlineBelow(model, entry.id).length > 0,
      place: { uri: uriOf(root, entry.nameSpan.file), ...start },
    };
  });
}

function wordsOf(model: Model, entry: OutlineEntry): Pick<ModelTreeItem, 'label' | 'description'> {
  const element =
    elementById(model, entry.id) ?? model.derivedRelations.find(({ id }) => id === entry.id);
  if (element?.kind === 'relation') {
    return { label: relationDescription(element), description: '' };
  }
  return {
    label: entry.name,
    description: [...traits(element), entry.title ?? ''].filter((part) => part !== '').join(' · '),
  };
}

/** What a box of the map says besides its name. */
function traits(element: ReturnType<typeof elementById>): string[] {
  switch (element?.kind) {
    case 'context':
      return [element.contextKind ?? '', element.subdomainType ?? ''];
    case 'service':
      return element.serviceKind === 'service' ? [] : [element.serviceKind];
    case 'store':
      return [element.technology];
    case 'api':
      return [element.style];
    default:
      return [];
  }
}
