import { aliasesOf, edgeText, type VisibleGraph, type VisibleNode } from '../graph.js';
import { themes } from '../svg/theme.js';
import { escapedBy } from './text.js';

/** PlantUML with the C4 macros of its standard library. */
export function toPlantUml(graph: VisibleGraph): string {
  const alias = aliasesOf(graph);
  const { light } = themes;
  const lines = [
    '@startuml',
    '!include <C4/C4_Container>',
    `title ${escaped(graph.title)}`,
    graph.direction === 'down' ? 'LAYOUT_TOP_DOWN()' : 'LAYOUT_LEFT_RIGHT()',
    ...(['core', 'supporting', 'generic'] as const).map(
      (kind) =>
        `AddElementTag("${kind}", $bgColor="${light[kind]}", $borderColor="${light[`${kind}Line`]}", $fontColor="${light.text}", $legendText="${kind}")`,
    ),
    `AddElementTag("event", $bgColor="${light.event}", $borderColor="${light.eventLine}", $fontColor="${light.text}", $legendText="event")`,
    'AddRelTag("derived", $lineStyle=DashedLine(), $legendText="derived")',
    'AddRelTag("event", $lineStyle=DashedLine(), $legendText="event")',
    'AddRelTag("separate ways", $lineStyle=DottedLine(), $legendText="separate ways")',
  ];
  const below = (parent: string | undefined, indent: string) => {
    for (const node of graph.nodes.filter((candidate) => candidate.parent === parent)) {
      if (node.open) {
        const macro = node.shape === 'group' ? 'Boundary' : 'System_Boundary';
        lines.push(`${indent}${macro}(${alias(node.id)}, "${escaped(node.name)}") {`);
        below(node.id, `${indent}  `);
        lines.push(`${indent}}`);
      } else {
        lines.push(`${indent}${element(node, alias(node.id))}`);
      }
    }
  };
  below(undefined, '');
  for (const edge of graph.edges) {
    const symmetric =
      edge.style === 'partnership' ||
      edge.style === 'shared-kernel' ||
      edge.style === 'separate-ways';
    const tags = tagOf(edge.style);
    lines.push(
      `${symmetric ? 'BiRel' : 'Rel'}(${alias(edge.from)}, ${alias(edge.to)}, "${escaped(edgeText(edge)) || ' '}"${tags === undefined ? '' : `, $tags="${tags}"`})`,
    );
  }
  return `${[...lines, 'SHOW_LEGEND()', '@enduml'].join('\n')}\n`;
}

function tagOf(style: string): string | undefined {
  if (style === 'publish' || style === 'subscribe') return 'event';
  if (style === 'separate-ways') return 'separate ways';
  return style === 'derived' ? 'derived' : undefined;
}

/** What is not harmless is written as `<U+0022>`, which PlantUML shows as that character. */
function escaped(text: string): string {
  return escapedBy(text, (code) => `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`);
}

function element(node: VisibleNode, alias: string): string {
  const name = `"${escaped(node.name)}"`;
  const details = `"${escaped([...node.details, ...node.apis].join(', '))}"`;
  const tags = node.subdomain === undefined ? '' : `, $tags="${node.subdomain}"`;
  switch (node.shape) {
    case 'actor':
      return `Person(${alias}, ${name}, ${details})`;
    case 'external':
      return `System_Ext(${alias}, ${name}, ${details})`;
    case 'service':
      return `Container(${alias}, ${name}, "${escaped(node.mark)}", ${details})`;
    case 'store':
      return `ContainerDb(${alias}, ${name}, ${details})`;
    case 'event':
      return `ContainerQueue(${alias}, ${name}, "event", $tags="event")`;
    default: {
      const mark = node.mark === '' ? '' : `, $type="${escaped(node.mark)}"`;
      return `System(${alias}, ${name}, ${details}${mark}${tags})`;
    }
  }
}
