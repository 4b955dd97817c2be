import type { CancellationToken, Location } from 'vscode-languageserver';
import { detailsOf } from '../diagram/details.js';
import type { Fonts } from '../diagram/formats/fonts.js';
import { findingsOverlay } from '../diagram/findings-overlay.js';
import { chainOf, flowOf, overlaysOf } from '../diagram/overlays.js';
import type { Picture } from '../diagram/picture.js';
import { formerMapNames } from '../diagram/pins.js';
import { sequenceOf } from '../diagram/sequence/sequence.js';
import type { Field } from '../model/elements/data-types.js';
import type { Element } from '../model/elements/element.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import { elementById, elementsIn } from '../model/navigation.js';
import { compare, contains } from '../model/span.js';
import {
  changesOverlay,
  contextMapRequest,
  elementAtRequest,
  elementDetailsRequest,
  elementLocationRequest,
  elementPathRequest,
  findingsName,
  exportMapRequest,
  type ContextMapParams,
  type ContextMapResult,
  type ElementDetails,
  type ElementParams,
  type ElementsAt,
  type ExportMapParams,
  type NamedChoice,
} from '../protocol/context-map.js';
import type { WorkerLayoutEngine } from './layout-engine.js';
import { exportedMap } from './map-export.js';
import {
  countedFindings,
  findingsAt,
  findingsByElement,
  findingsElsewhere,
} from './map-findings.js';
import { MapPictures, overlayName } from './map-pictures.js';
import { followedNames } from './map-renames.js';
import type { MapChanges } from './review/map-changes.js';
import { fromLspPosition, toLocation } from './places.js';
import { uriOf, type Root } from './roots.js';
import type { Session } from './session.js';

/** What not every host of a server has. */
export interface MapHost {
  /** Where there is git. */
  readonly changes?: MapChanges;
  /** Where PDF can be written. */
  readonly fonts?: Fonts;
}

/** Answers what the map's panel asks. Layout runs behind `engine`, never on this thread. */
export function registerContextMap(
  session: Session,
  engine: WorkerLayoutEngine,
  { changes, fonts }: MapHost,
): void {
  const { connection, roots } = session;
  const pictures = new MapPictures();
  const draw = async (params: ContextMapParams, token: CancellationToken) => {
    const { root } = roots.locate(params.uri);
    const { model } = root.project;
    const stale = model.problems.length > 0;
    const asked = { ...params, uri: root.uri };
    const signal = signalOf(token);
    const reviews = params.overlay === changesOverlay ? changes : undefined;
    const kept = reviews ? reviews.keeps(root, asked) : pictures.keeps(asked);
    const partial = stale && !kept;
    const reviewed = await reviews?.map(root, asked, stale, pictures.arrangement(asked), signal);
    if (reviewed?.picture) {
      const { picture, base, review } = reviewed;
      pictures.arranged(asked, base);
      return { root, picture, stale, partial, review };
    }
    const drawn = await pictures.draw(model, asked, stale, engine.for(signal));
    const picture = params.overlay === findingsName ? withFindings(root, drawn) : drawn;
    return { root, picture, stale, partial, ...(reviewed ? { review: reviewed.review } : {}) };
  };

  connection.onRequest(
    contextMapRequest,
    async (params: ContextMapParams, token: CancellationToken): Promise<ContextMapResult> => {
      const { root, picture, stale, partial, review } = await draw(params, token);
      const { model } = root.project;
      const overlay = overlayName(params);
      const flow = flowOf(model, overlay);
      const chain = chainOf(model, overlay);
      const followed = followedNames(model, params, session.renamed);
      return {
        ...pictures.answer(picture, params.revision),
        root: root.uri,
        stale,
        ...(partial ? { partial } : {}),
        views: viewsOf(model),
        formerNames: formerMapNames(model),
        ...(followed ? { followed } : {}),
        overlays: [
          { name: findingsName, title: 'Findings' },
          ...overlaysOf(model),
          ...(changes ? [{ name: changesOverlay, title: 'Changes' }] : []),
        ],
        ...(flow ? { sequence: sequenceOf(model, flow) } : {}),
        ...(chain ? { chain } : {}),
        ...(review ? { review } : {}),
        findings: findingsByElement(root, elementsOf(picture)),
        ...(params.overlay === findingsName ? { elsewhere: findingsElsewhere(root) } : {}),
      };
    },
  );
  connection.onRequest(
    exportMapRequest,
    async (params: ExportMapParams, token: CancellationToken): Promise<string> => {
      const { model } = roots.locate(params.uri).root.project;
      return exportedMap(model, params, async () => (await draw(params, token)).picture, fonts);
    },
  );
  connection.onRequest(elementLocationRequest, ({ uri, id }: ElementParams): Location | null => {
    const { root } = roots.locate(uri);
    const span = placeOf(root.project.model, id);
    return span ? toLocation(span, (file) => uriOf(root, file)) : null;
  });
  connection.onRequest(
    elementDetailsRequest,
    ({ uri, id }: ElementParams): ElementDetails | null => {
      const { root } = roots.locate(uri);
      const details = detailsOf(root.project.model, id);
      return details ? { ...details, findings: findingsAt(root, id) } : null;
    },
  );
  connection.onRequest(elementPathRequest, ({ uri, id }: ElementParams): string[] => {
    const { elements } = roots.locate(uri).root.project.model;
    const path: string[] = [];
    for (let at: string | undefined = id; at !== undefined; at = elements.get(at)?.parent)
      path.push(at);
    return path;
  });
  connection.onRequest(elementAtRequest, ({ uri, position }: ElementAtParams): ElementsAt => {
    const { root, file } = roots.locate(uri);
    const at = fromLspPosition(position);
    const around = elementsIn(root.project.model, file).filter((element) =>
      spansOf(element).some((span) => span.file === file && contains(span, at)),
    );
    // Innermost first, so that the map can take the first one that it shows.
    const ids = around
      .sort((a, b) => compare(b.span.start, a.span.start) || compare(a.span.end, b.span.end))
      .map(({ id }) => id);
    return { root: root.uri, ids };
  });
}

interface ElementAtParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

function withFindings(root: Root, picture: Picture): Picture {
  return {
    ...picture,
    overlay: findingsOverlay(
      picture,
      countedFindings(root, elementsOf(picture)),
      findingsElsewhere(root).length,
    ),
  };
}

function elementsOf({ nodes }: Picture): ReadonlySet<ElementId> {
  return new Set(nodes.map(({ element }) => element));
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => {
    controller.abort();
  });
  return controller.signal;
}

/** Views of the model, and its context maps where there are several. */
function viewsOf({ views, maps }: Model): NamedChoice[] {
  const choice = ({ name, title }: { readonly name: string; readonly title?: string }) => ({
    name,
    title: title ?? name,
  });
  return [...(maps.length > 1 ? maps.map(choice) : []), ...views.map(choice)];
}

function spansOf(element: Element | Field) {
  return element.kind === 'context' ? element.blocks : [element.span];
}

/** Where an element or edge stands. */
function placeOf(model: Model, id: ElementId) {
  const element = elementById(model, id);
  if (element) return element.kind === 'relation' ? element.span : element.nameSpan;
  const relation = model.derivedRelations.find((candidate) => candidate.id === id);
  if (relation) return relation.span;
  const edges = [
    model.calls,
    model.subscriptions,
    model.publications,
    model.sendings,
    model.accesses,
  ];
  return edges.flatMap((list) => list.filter((edge) => edge.id === id))[0]?.targetSpan;
}
