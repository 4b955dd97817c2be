import { aliasesOf, edgeText, type VisibleGraph, type VisibleNode } from '../graph.js';
import { themes } from '../svg/theme.js';
import { printable } from './text.js';

/** A Structurizr DSL workspace: contexts are software systems, their services containers. */
export function toStructurizr(graph: VisibleGraph): string {
  const alias = aliasesOf(graph);
  const names = distinctNames(graph);
  const lines = [`workspace ${quoted(graph.title)} {`, '  model {'];
  const write = (node: VisibleNode, indent: string) => {
    const children = graph.nodes.filter(({ parent }) => parent === node.id);
    if (node.shape === 'group') {
      lines.push(`${indent}group ${quoted(names(node))} {`);
      for (const child of children) write(child, `${indent}  `);
      lines.push(`${indent}}`);
      return;
    }
    lines.push(
      `${indent}${alias(node.id)} = ${declaration(node, names(node))}${children.length > 0 ? ' {' : ''}`,
    );
    for (const child of children) write(child, `${indent}  `);
    if (children.length > 0) lines.push(`${indent}}`);
  };
  for (const node of graph.nodes) if (node.parent === undefined) write(node, '    ');
  const seen = new Set<string>();
  for (const edge of graph.edges) {
    const written = `${alias(edge.from)} -> ${alias(edge.to)} ${quoted(edgeText(edge))}`;
    // The notation allows a description once between the same two elements.
    if (seen.has(written)) continue;
    seen.add(written);
    lines.push(`    ${written} "" ${quoted(edge.style)}`);
  }
  lines.push('  }', '  views {', '    systemLandscape {', '      include *');
  lines.push(`      autolayout ${graph.direction === 'down' ? 'tb' : 'lr'}`, '    }');
  for (const node of graph.nodes) {
    if (!node.open || node.shape === 'group') continue;
    lines.push(
      `    container ${alias(node.id)} {`,
      '      include *',
      '      autolayout lr',
      '    }',
    );
  }
  return `${[...lines, ...styles(), '  }', '}'].join('\n')}\n`;
}

function declaration(node: VisibleNode, name: string): string {
  const details = [...node.details, ...node.apis].join(', ');
  const tags = [node.shape, node.subdomain, node.mark === node.subdomain ? undefined : node.mark]
    .filter((tag) => tag !== undefined && tag !== '')
    .join(',');
  switch (node.shape) {
    case 'actor':
      return `person ${quoted(name)} ${quoted(details)} ${quoted(tags)}`;
    case 'service':
    case 'store':
    case 'event':
      return `container ${quoted(name)} ${quoted(details)} ${quoted(node.mark)} ${quoted(tags)}`;
    default:
      return `softwareSystem ${quoted(name)} ${quoted(details)} ${quoted(tags)}`;
  }
}

/** Names must differ within a parent: a ghost may have the name of something of its own. */
function distinctNames({ nodes }: VisibleGraph): (node: VisibleNode) => string {
  const used = new Set<string>();
  const names = new Map<string, string>();
  for (const node of nodes) {
    let name = printable(node.name) || '?';
    for (let count = 2; used.has(`${node.parent ?? ''} ${name.toLowerCase()}`); count++) {
      name = `${printable(node.name)} (${String(count)})`;
    }
    used.add(`${node.parent ?? ''} ${name.toLowerCase()}`);
    names.set(node.id, name);
  }
  return ({ id }) => names.get(id) ?? id;
}

/** A string; the notation has no escape for a backslash, and replaces `${…}` and `!const`. */
function quoted(text: string): string {
  const safe = printable(text)
    .replaceAll('\\', '\uFF3C')
    .replaceAll('"', '\\"')
    .replaceAll('${', '$ {');
  return `"${safe}"`;
}

function styles(): string[] {
  const { light } = themes;
  const style = (tag: string, shape: string, background: string, stroke: string) =>
    `      element "${tag}" {\n        shape ${shape}\n        background ${background}\n        stroke ${stroke}\n        color ${light.text}\n      }`;
  return [
    '    styles {',
    style('context', 'RoundedBox', light.plain, light.plainLine),
    style('legacy', 'RoundedBox', light.plain, light.plainLine),
    style('big-ball-of-mud', 'Ellipse', light.plain, light.plainLine),
    style('core', 'RoundedBox', light.core, light.coreLine),
    style('supporting', 'RoundedBox', light.supporting, light.supportingLine),
    style('generic', 'RoundedBox', light.generic, light.genericLine),
    style('external', 'Box', light.external, light.externalLine),
    style('actor', 'Person', light.actor, light.actorLine),
    style('service', 'Box', light.service, light.serviceLine),
    style('store', 'Cylinder', light.store, light.storeLine),
    style('event', 'Pipe', light.event, light.eventLine),
    '      relationship "derived" {\n        style dashed\n      }',
    '      relationship "call" {\n        style solid\n      }',
    '    }',
  ];
}
