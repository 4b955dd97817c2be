import {
  aliasesOf,
  edgeText,
  type VisibleEdge,
  type VisibleGraph,
  type VisibleNode,
} from '../graph.js';
import { themes } from '../svg/theme.js';
import { escapedBy } from './text.js';

/** A Mermaid flowchart. Names are written as entity codes where they could be syntax. */
export function toMermaid(graph: VisibleGraph): string {
  const alias = aliasesOf(graph);
  const lines = [
    '---',
    `title: ${JSON.stringify(escaped(graph.title))}`,
    '---',
    `flowchart ${graph.direction === 'down' ? 'TB' : 'LR'}`,
  ];
  const below = (parent: string | undefined, indent: string) => {
    for (const node of graph.nodes.filter((candidate) => candidate.parent === parent)) {
      if (node.open) {
        lines.push(`${indent}subgraph ${alias(node.id)}["${label(node)}"]`);
        below(node.id, `${indent}  `);
        lines.push(`${indent}end`);
      } else {
        lines.push(`${indent}${alias(node.id)}${shaped(node)}`);
      }
    }
  };
  below(undefined, '  ');
  for (const edge of graph.edges) {
    const text = edgeText(edge);
    const written = text === '' ? '' : `|"${escaped(text)}"|`;
    lines.push(`  ${alias(edge.from)} ${arrow(edge)}${written} ${alias(edge.to)}`);
  }
  return `${[...lines, ...classes(graph, alias)].join('\n')}\n`;
}

function escaped(text: string): string {
  return escapedBy(text, (code) => `#${String(code)};`);
}

function label({ name, mark, details, apis }: VisibleNode): string {
  return [...(mark === '' ? [] : [`«${mark}»`]), name, ...details, ...apis]
    .map((line) => escaped(line))
    .join('<br/>');
}

function shaped(node: VisibleNode): string {
  const text = `"${label(node)}"`;
  switch (node.shape) {
    case 'store':
      return `[(${text})]`;
    case 'event':
      return `>${text}]`;
    case 'actor':
      return `([${text}])`;
    case 'external':
      return `[[${text}]]`;
    case 'big-ball-of-mud':
      return `{{${text}}}`;
    case 'service':
      return `[${text}]`;
    default:
      return `(${text})`;
  }
}

function arrow({ style }: VisibleEdge): string {
  switch (style) {
    case 'partnership':
      return '<==>';
    case 'shared-kernel':
      return '<-->';
    case 'separate-ways':
      return 'x-.-x';
    case 'derived':
    case 'publish':
    case 'subscribe':
    case 'access':
      return '-.->';
    case 'command':
      return '==>';
    case 'use':
      return '---';
    default:
      return '-->';
  }
}

function classes({ nodes }: VisibleGraph, alias: (id: string) => string): string[] {
  const { light } = themes;
  const styles: Readonly<Record<string, string>> = {
    core: `fill:${light.core},stroke:${light.coreLine},stroke-width:3px,color:${light.text}`,
    supporting: `fill:${light.supporting},stroke:${light.supportingLine},color:${light.text}`,
    generic: `fill:${light.generic},stroke:${light.genericLine},color:${light.text}`,
    external: `fill:${light.external},stroke:${light.externalLine},color:${light.text}`,
    event: `fill:${light.event},stroke:${light.eventLine},color:${light.text}`,
    store: `fill:${light.store},stroke:${light.storeLine},color:${light.text}`,
    legacy: 'stroke-dasharray:8 4',
  };
  return Object.entries(styles).flatMap(([name, style]) => {
    const members = nodes.filter(({ shape, subdomain }) => subdomain === name || shape === name);
    if (members.length === 0) return [];
    return [
      `  classDef ${name} ${style}`,
      `  class ${members.map(({ id }) => alias(id)).join(',')} ${name}`,
    ];
  });
}
