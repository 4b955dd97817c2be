import type { ParsedText } from '../../language/parsed-text.js';
import { annotatedPlace } from './annotations.js';
import { Block } from './block.js';
import type { Draft } from './draft.js';
import { FileReader } from './reader.js';
import type { Sink } from './sink.js';
import { topLevelDeclarations } from './top-level.js';

/**
 * What a parsed file declares. This folder is the only place that turns syntax trees into model
 * data; its result holds no syntax node.
 *
 * @param file name relative to the model root, with `/` between its parts
 */
export function buildDraft(file: string, parsed: ParsedText): Draft {
  const reader = new FileReader(file, parsed);
  const sink: Sink = { reader, elements: [], contexts: [], edges: [] };
  const top = new Block(reader, 'file', reader.members, 'a file');
  topLevelDeclarations(sink, top);
  for (const { annotations, span } of reader.annotatedMembers) {
    if (!reader.annotated.has(annotations)) annotatedPlace(reader, annotations, span);
  }
  const { elements, contexts, edges } = sink;
  const { paths, places, problems, isAnnotated } = reader;
  return { file, elements, contexts, edges, paths, places, problems, isAnnotated };
}
