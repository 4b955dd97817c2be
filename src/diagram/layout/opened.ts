/** Opened contexts: their insides, and how large they make their boxes. */
import type { Model } from '../../model/model.js';
import { actorNode, contextNode, externalNode, type SizedNode } from '../measure.js';
import type { Picture, PictureNode } from '../picture.js';
import type { Selection } from '../select.js';
import type { LayoutEngine } from './engine.js';
import { Interior, type InsideLayout, type InsideShape } from './inside.js';

/** Room inside an opened context, around its content. */
const room = { side: 22, bottom: 22, header: 40, mark: 14 } as const;

/** What is inside of the opened contexts, by context. */
export type Insides = ReadonlyMap<string, InsideLayout>;

/**
 * The insides of all opened contexts, before they are laid out.
 *
 * @param former the picture before, if they were laid out in it; they keep to that
 */
export function interiorsOf(
  model: Model,
  selection: Selection,
  engine: LayoutEngine,
  former?: Picture,
): ReadonlyMap<string, Interior> {
  const flows = new Map(former?.nodes.map(({ id, flow }) => [id, flow]));
  const boxes = new Map<string, Map<string, PictureNode>>();
  for (const node of former?.nodes ?? []) {
    const { parent } = node;
    if (parent === undefined || node.shape === 'context') continue;
    const inside = boxes.get(parent) ?? new Map<string, PictureNode>();
    boxes.set(parent, inside.set(node.id, node));
  }
  const opened = selection.contexts.filter(({ id }) => selection.open.has(id));
  return new Map(
    opened.map((context) => [
      context.id,
      new Interior(model, context, selection, engine, {
        flow: flows.get(context.id),
        boxes: boxes.get(context.id) ?? new Map(),
      }),
    ]),
  );
}

/** What is asked of all interiors at once, by context. */
export async function ofAll<T>(
  interiors: ReadonlyMap<string, Interior>,
  ask: (interior: Interior) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  return new Map(
    await Promise.all(
      [...interiors].map(async ([id, interior]) => [id, await ask(interior)] as const),
    ),
  );
}

/** Boxes of the outer level with their sizes; opened ones are as large as their inside needs. */
export function participants(
  model: Model,
  selection: Selection,
  insides: ReadonlyMap<string, InsideShape>,
): SizedNode[] {
  return [
    ...selection.contexts.map((context): SizedNode => {
      const node = contextNode(model, context, selection);
      const inside = insides.get(context.id);
      if (!inside || inside.isEmpty) return { ...node, open: false };
      return {
        ...node,
        open: true,
        flow: inside.flow,
        width: Math.max(node.width, inside.width + 2 * room.side),
        height: inside.height + headerHeight(node) + room.bottom,
      };
    }),
    ...selection.externals.map(externalNode),
    ...selection.actors.map(actorNode),
  ];
}

/** Room for the name of an opened context, above its inside. */
export function headerHeight({ mark }: SizedNode): number {
  return room.header + (mark === '' ? 0 : room.mark);
}
