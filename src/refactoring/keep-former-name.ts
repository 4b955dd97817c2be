import type { Element } from '../model/elements/element.js';
import type { Refactoring } from './refactoring.js';

/**
 * Notes the name that an element had, so that baselines, contracts and reviews know it again.
 * Nothing where it says so already.
 */
export function keepFormerName(element: Element, former: string): Refactoring | undefined {
  if (element.renamedFrom !== undefined || element.name === former) return undefined;
  const { file, start } = element.span;
  return {
    title: `Note the former name: @renamedFrom(${former})`,
    kind: 'rewrite',
    changes: () => [
      {
        span: { file, start, end: start },
        text: `@renamedFrom(${former})\n${' '.repeat(start.column - 1)}`,
      },
    ],
  };
}
