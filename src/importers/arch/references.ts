/** References to types that belong to other contexts, or to aggregates: written when it is known where. */
import type { Statement } from './statement.js';

// Characters for private use, which no text of the language needs.
const [open, close] = ['\ue000', '\ue001'];
const pattern = /\ue000([\w.]+)\|([\w.]+)\ue001/g;

/**
 * A reference that is shorter inside of its context.
 *
 * @param path from the context on
 * @param inside what it is called there
 */
export function reference(path: readonly string[], inside: string): string {
  return `${open}${path.join('.')}|${inside}${close}`;
}

/** The statement as it stands in a context. */
export function localized(statement: Statement, context: string): Statement {
  const { annotations, members } = statement;
  return {
    ...statement,
    head: written(statement.head, context),
    ...(annotations ? { annotations: annotations.map((one) => written(one, context)) } : {}),
    ...(members ? { members: members.map((one) => one && localized(one, context)) } : {}),
  };
}

function written(text: string, context: string): string {
  return text.includes(open)
    ? text.replace(pattern, (_, path: string, inside: string) =>
        path.startsWith(`${context}.`) ? inside : path,
      )
    : text;
}
