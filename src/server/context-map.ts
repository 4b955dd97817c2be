import type { Location } from 'vscode-languageserver';
import { layout, type LayoutEngine } from '../diagram/layout/layout.js';
import type { Picture } from '../diagram/picture.js';
import { select } from '../diagram/select.js';
import { renderSvg } from '../diagram/svg/svg.js';
import { themes } from '../diagram/svg/theme.js';
import { elementById, elementsIn } from '../model/navigation.js';
import { compare, contains } from '../model/span.js';
import type { Element, ElementId, Field, Model } from '../model/model.js';
import { todayIso } from '../project/project.js';
import {
  contextMapRequest,
  elementAtRequest,
  elementLocationRequest,
  exportMapRequest,
  type ContextMapParams,
  type ContextMapResult,
  type ElementParams,
} from '../protocol/context-map.js';
import { counts } from '../rules/finding.js';
import { fromLspPosition, toLocation } from './places.js';
import { uriOf, type Root } from './roots.js';
import type { Session } from './session.js';

/** Answers what the map's panel asks. Layout runs behind `engine`, never on this thread. */
export function registerContextMap({ connection, roots }: Session, engine: LayoutEngine): void {
  /** The last pictures of texts without syntax errors, by root and what they show. */
  const lastGood = new Map<string, Picture>();
  const pictureFor = async ({ uri, view, open }: ContextMapParams) => {
    const { root } = roots.locate(uri);
    const { model } = root.project;
    const broken = model.problems.length > 0;
    const key = JSON.stringify([root.uri, view, open]);
    const known = broken ? lastGood.get(key) : undefined;
    const picture = known ?? (await layout(model, selectionOf(model, view, open), engine));
    if (!broken) lastGood.set(key, picture);
    return { root, picture, stale: broken };
  };

  connection.onRequest(
    contextMapRequest,
    async (params: ContextMapParams): Promise<ContextMapResult> => {
      const { root, picture, stale } = await pictureFor(params);
      const views = root.project.model.views.map(({ name, title }) => ({
        name,
        title: title ?? name,
      }));
      return { picture, stale, views, findings: findingsByNode(root) };
    },
  );
  connection.onRequest(exportMapRequest, async (params: ContextMapParams): Promise<string> => {
    const { picture } = await pictureFor(params);
    return renderSvg(picture, themes.light);
  });
  connection.onRequest(elementLocationRequest, ({ uri, id }: ElementParams): Location | null => {
    const { root } = roots.locate(uri);
    const span = placeOf(root.project.model, id);
    return span ? toLocation(span, (file) => uriOf(root, file)) : null;
  });
  connection.onRequest(
    elementAtRequest,
    ({
      uri,
      position,
    }: {
      uri: string;
      position: { line: number; character: number };
    }): string[] => {
      const { root, file } = roots.locate(uri);
      const at = fromLspPosition(position);
      const around = elementsIn(root.project.model, file).filter((element) =>
        spansOf(element).some((span) => span.file === file && contains(span, at)),
      );
      // Innermost first, so that the map can take the first one that it shows.
      return around
        .sort((a, b) => compare(b.span.start, a.span.start) || compare(a.span.end, b.span.end))
        .map(({ id }) => id);
    },
  );
}

function spansOf(element: Element | Field) {
  return element.kind === 'context' ? element.blocks : [element.span];
}

function selectionOf(model: Model, view: string | undefined, open: readonly string[]) {
  const found = model.views.find(({ name }) => name === view);
  return select(model, { ...(found ? { view: found } : {}), open: new Set(open) });
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

const order = ['hint', 'info', 'warning', 'error'];

/** Findings counted for each element and everything around it, with the gravest severity. */
function findingsByNode(root: Root): ContextMapResult['findings'] {
  const { model } = root.project;
  const result = new Map<string, { severity: string; count: number }>();
  for (const finding of root.project.findings(todayIso())) {
    if (!counts(finding) || finding.severity === 'hint') continue;
    const at = new Set<string>();
    for (const start of [finding.element, ...finding.elements.slice(0, 1)]) {
      for (
        let id: string | undefined = start;
        id !== undefined;
        id = elementById(model, id)?.parent
      )
        at.add(id);
    }
    for (const id of at) {
      const known = result.get(id);
      const graver = order.indexOf(finding.severity) > order.indexOf(known?.severity ?? 'hint');
      const severity = graver ? finding.severity : (known?.severity ?? finding.severity);
      result.set(id, { severity, count: (known?.count ?? 0) + 1 });
    }
  }
  return Object.fromEntries(result);
}
