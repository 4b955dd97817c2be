import type * as ast from '../../language/generated/ast.js';
import type { Block } from './block.js';
import { contextMap } from './context-map.js';
import { context } from './context.js';
import { externalDeclaration } from './services.js';
import type { Sink } from './sink.js';
import type { Statement } from './statement.js';
import { actor, broker, domain, library, system, team } from './strategic.js';
import { flowDeclaration, viewDeclaration } from './views.js';

/** Declarations of the top level of a file. */
export function topLevelDeclarations(sink: Sink, top: Block): void {
  for (const statement of top.statements) {
    const build = builders[statement.node.$type];
    build?.(sink, statement as Statement<never>);
  }
}

type Build = (sink: Sink, statement: Statement<never>) => void;

const builders: Readonly<Record<string, Build>> = {
  System: system,
  Domain: domain,
  Team: team,
  Actor: actor,
  External: (sink: Sink, statement: Statement<ast.External>) => {
    externalDeclaration(sink, statement);
  },
  Broker: broker,
  Library: library,
  Context: context,
  ContextMap: contextMap,
  View: viewDeclaration,
  Flow: flowDeclaration,
};
