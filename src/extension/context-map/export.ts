import { Uri, window, workspace } from 'vscode';
import type { ServerExportFormat } from '../../protocol/context-map.js';

interface Format {
  readonly label: string;
  readonly description: string;
  readonly format: ServerExportFormat | 'png';
  readonly ending: string;
}

const formats: readonly Format[] = [
  { label: 'SVG', description: 'the drawing, with selectable text', format: 'svg', ending: 'svg' },
  { label: 'PNG', description: 'an image at twice its size', format: 'png', ending: 'png' },
  { label: 'draw.io', description: 'to go on by hand', format: 'drawio', ending: 'drawio' },
  { label: 'Mermaid', description: 'for Markdown', format: 'mermaid', ending: 'mmd' },
  { label: 'PlantUML', description: 'with C4 macros', format: 'plantuml', ending: 'puml' },
  { label: 'Structurizr DSL', description: 'a workspace', format: 'structurizr', ending: 'dsl' },
  { label: 'Graphviz DOT', description: 'a graph', format: 'dot', ending: 'dot' },
  { label: 'JSON', description: 'boxes and routes in pixels', format: 'json', ending: 'json' },
];

interface Drawings {
  readonly text: (format: ServerExportFormat) => Promise<string>;
  readonly png: (svg: string) => Promise<Uint8Array>;
}

/** Asks for a format and a file, and writes the map to it. */
export async function exportMap(folder: Uri, name: string, drawings: Drawings): Promise<void> {
  const picked = await window.showQuickPick(formats, { title: 'Export the context map as' });
  if (!picked) return;
  const { label, ending, format } = picked;
  const target = await window.showSaveDialog({
    filters: { [label]: [ending] },
    defaultUri: Uri.joinPath(folder, `${name}.${ending}`),
  });
  if (!target) return;
  const data =
    format === 'png'
      ? await drawings.png(await drawings.text('svg'))
      : new TextEncoder().encode(await drawings.text(format));
  await workspace.fs.writeFile(target, data);
}
