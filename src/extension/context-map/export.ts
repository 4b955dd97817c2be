import { l10n, Uri, window, workspace } from 'vscode';
import type { ServerExportFormat } from '../../protocol/context-map.js';
import { bytesOf } from './base64.js';

export type ExportFormat = ServerExportFormat | 'png';

interface Format {
  readonly label: string;
  readonly description: string;
  readonly format: ExportFormat;
  readonly ending: string;
}

function mapFormats(): readonly Format[] {
  return [
    {
      label: 'SVG',
      description: l10n.t('the drawing, with selectable text'),
      format: 'svg',
      ending: 'svg',
    },
    {
      label: 'PNG',
      description: l10n.t('an image at twice its size'),
      format: 'png',
      ending: 'png',
    },
    {
      label: 'PDF',
      description: l10n.t('a page of its size, with selectable text'),
      format: 'pdf',
      ending: 'pdf',
    },
    {
      label: 'draw.io',
      description: l10n.t('to go on by hand'),
      format: 'drawio',
      ending: 'drawio',
    },
    { label: 'Mermaid', description: l10n.t('for Markdown'), format: 'mermaid', ending: 'mmd' },
    {
      label: 'PlantUML',
      description: l10n.t('with C4 macros'),
      format: 'plantuml',
      ending: 'puml',
    },
    {
      label: 'Structurizr DSL',
      description: l10n.t('a workspace'),
      format: 'structurizr',
      ending: 'dsl',
    },
    { label: 'Graphviz DOT', description: l10n.t('a graph'), format: 'dot', ending: 'dot' },
    {
      label: 'JSON',
      description: l10n.t('boxes and routes in pixels'),
      format: 'json',
      ending: 'json',
    },
  ];
}

function sequenceFormats(): readonly Format[] {
  const sequence = (kind: string) => l10n.t('Sequence diagram, {0}', kind);
  return [
    {
      label: sequence('Mermaid'),
      description: l10n.t('for Markdown'),
      format: 'sequence-mermaid',
      ending: 'mmd',
    },
    {
      label: sequence('SVG'),
      description: l10n.t('the drawing, with selectable text'),
      format: 'sequence-svg',
      ending: 'svg',
    },
    {
      label: sequence('PDF'),
      description: l10n.t('a page of its size, with selectable text'),
      format: 'sequence-pdf',
      ending: 'pdf',
    },
  ];
}

export function isExportFormat(value: unknown): value is ExportFormat {
  return [...mapFormats(), ...sequenceFormats()].some(({ format }) => format === value);
}

interface Drawings {
  readonly text: (format: ServerExportFormat) => Promise<string>;
  readonly png: (svg: string) => Promise<Uint8Array>;
}

/** What is exported, and under which names. */
export interface Exported extends Drawings {
  readonly folder: Uri;
  /** The name of the view. */
  readonly name: string;
  /** The name of the flow that lies over the map. */
  readonly flow?: string;
  /** Whether the server can write PDF. */
  readonly pdf: boolean;
}

/** Asks for a format and a file, and writes the map, or only the flow over it, to that file. */
export async function exportMap(exported: Exported, onlyFlow: boolean): Promise<void> {
  const { folder, name, flow, pdf } = exported;
  const formats = [
    ...(onlyFlow ? [] : mapFormats()),
    ...(flow === undefined ? [] : sequenceFormats()),
  ].filter(({ ending }) => pdf || ending !== 'pdf');
  const title = onlyFlow ? l10n.t('Export the flow as') : l10n.t('Export the context map as');
  const picked = await window.showQuickPick(formats, { title });
  if (!picked) return;
  const { label, ending, format } = picked;
  const file = format.startsWith('sequence-') ? (flow ?? name) : name;
  const target = await window.showSaveDialog({
    filters: { [label]: [ending] },
    defaultUri: Uri.joinPath(folder, `${file}.${ending}`),
  });
  if (target) await writeMap(exported, format, target);
}

/** Writes the map, or the flow over it, to a file. */
export async function writeMap(
  { text, png }: Drawings,
  format: ExportFormat,
  target: Uri,
): Promise<void> {
  await workspace.fs.writeFile(target, await dataOf(format, text, png));
}

async function dataOf(
  format: ExportFormat,
  text: Drawings['text'],
  png: Drawings['png'],
): Promise<Uint8Array> {
  switch (format) {
    case 'png':
      return png(await text('svg'));
    case 'pdf':
    case 'sequence-pdf':
      return bytesOf(await text(format));
    default:
      return new TextEncoder().encode(await text(format));
  }
}
