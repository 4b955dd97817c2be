import { aliasesOf, type VisibleEdge, type VisibleGraph, type VisibleNode } from '../graph.js';
import { coloursOf } from '../svg/shapes.js';
import { themes } from '../svg/theme.js';
import { printable } from './text.js';

/** A Graphviz graph. Patterns stand at the ends of its edges. */
export function toDot(graph: VisibleGraph): string {
  const alias = aliasesOf(graph);
  const { light } = themes;
  const lines = [
    `digraph ${quoted(graph.title)} {`,
    `  graph [rankdir=${graph.direction === 'down' ? 'TB' : 'LR'}, compound=true, fontname=Helvetica, labelloc=t, label=${quoted(graph.title)}]`,
    `  node [fontname=Helvetica, fontsize=12, style=filled, fontcolor="${light.text}"]`,
    `  edge [fontname=Helvetica, fontsize=10, color="${light.line}", fontcolor="${light.muted}"]`,
  ];
  const below = (parent: string | undefined, indent: string) => {
    for (const node of graph.nodes.filter((candidate) => candidate.parent === parent)) {
      if (!node.open) {
        lines.push(`${indent}${alias(node.id)} [${attributes(node)}]`);
        continue;
      }
      const { fill, line } = coloursOf(node, light);
      lines.push(
        `${indent}subgraph cluster_${alias(node.id)} {`,
        `${indent}  graph [label=${quoted(words(node))}, style="filled,rounded", fillcolor="${fill}", color="${line}", id=${quoted(node.element)}]`,
      );
      // Edges to the context itself need a node to end at.
      lines.push(`${indent}  ${alias(node.id)} [label="", shape=point, style=invis]`);
      below(node.id, `${indent}  `);
      lines.push(`${indent}}`);
    }
  };
  below(undefined, '  ');
  const open = new Set(graph.nodes.filter((node) => node.open).map(({ id }) => id));
  for (const edge of graph.edges) {
    lines.push(`  ${alias(edge.from)} -> ${alias(edge.to)} [${edgeAttributes(edge, open, alias)}]`);
  }
  return `${[...lines, '}'].join('\n')}\n`;
}

function words({ mark, name, details, apis }: VisibleNode): string {
  return [...(mark === '' ? [] : [`«${mark}»`]), name, ...details, ...apis]
    .map((line) => printable(line))
    .join('\n');
}

function attributes(node: VisibleNode): string {
  const { fill, line } = coloursOf(node, themes.light);
  const shape = {
    group: 'box',
    context: 'box',
    legacy: 'box',
    'big-ball-of-mud': 'egg',
    external: 'box',
    actor: 'oval',
    service: 'box',
    store: 'cylinder',
    event: 'note',
  }[node.shape];
  const rounded = node.shape === 'context' || node.shape === 'legacy' ? ',rounded' : '';
  const style = `filled${rounded}${node.shape === 'legacy' ? ',dashed' : ''}`;
  const peripheries = node.shape === 'external' ? ', peripheries=2' : '';
  return `label=${quoted(words(node))}, shape=${shape}, style="${style}", fillcolor="${fill}", color="${line}", id=${quoted(node.element)}${peripheries}`;
}

function edgeAttributes(
  edge: VisibleEdge,
  open: ReadonlySet<string>,
  alias: (id: string) => string,
): string {
  const parts: string[] = [];
  if (edge.label !== '') parts.push(`label=${quoted(edge.label)}`);
  if (edge.upstream !== '') parts.push(`taillabel=${quoted(edge.upstream)}`);
  if (edge.downstream !== '') parts.push(`headlabel=${quoted(edge.downstream)}`);
  if (open.has(edge.from)) parts.push(`ltail=cluster_${alias(edge.from)}`);
  if (open.has(edge.to)) parts.push(`lhead=cluster_${alias(edge.to)}`);
  switch (edge.style) {
    case 'partnership':
      parts.push('dir=both', 'penwidth=2.5', 'arrowhead=dot', 'arrowtail=dot');
      break;
    case 'shared-kernel':
      parts.push(
        'dir=none',
        `color="${themes.light.line}:${themes.light.background}:${themes.light.line}"`,
      );
      break;
    case 'separate-ways':
      parts.push('dir=none', 'style=dotted');
      break;
    case 'derived':
    case 'publish':
    case 'subscribe':
      parts.push('style=dashed');
      break;
    case 'access':
      parts.push('style=dotted');
      break;
    case 'use':
      parts.push('dir=none');
      break;
    case 'command':
      parts.push('arrowhead=empty');
      break;
    default:
  }
  parts.push(`id=${quoted(edge.id)}`);
  return parts.join(', ');
}

/** A quoted string: only quote and backslash need care; lines are separated by `\n`. */
function quoted(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => printable(line).replaceAll('\\', '\\\\').replaceAll('"', '\\"'));
  return `"${lines.join('\\n')}"`;
}
