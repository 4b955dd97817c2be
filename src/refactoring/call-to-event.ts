import { find } from '../model/lookup.js';
import type { Field } from '../model/elements/data-types.js';
import type { Call } from '../model/elements/edges.js';
import type { Operation, Parameter } from '../model/elements/operations.js';
import type { Model } from '../model/model.js';
import { typeText } from '../model/type-text.js';
import { contains } from '../model/span.js';
import { insertInto, lineIndent } from './insert-into.js';
import type { Refactoring, Sources, TextChange } from './refactoring.js';
import { freeName } from './split-service.js';
import { textOf, wholeDeclaration } from './source-text.js';

/**
 * Turns a call into an event: the caller publishes that it needs something done, and the callee
 * subscribes. Offered where the statement names one callee and the answer is not used.
 */
export function callToEvent({ model, text }: Sources, call: Call): Refactoring | undefined {
  const caller = find(model, 'service', call.fromService);
  const callee = find(model, 'service', call.toService);
  const context = find(model, 'context', caller?.context);
  if (!caller || !callee || !context || call.fromOperation !== undefined || call.handler) {
    return undefined;
  }
  const source = text(call.span.file);
  const statement = textOf(source, call.span);
  const head = statement.split('{')[0] ?? '';
  if (!head.trimStart().startsWith('calls') || head.includes(',')) return undefined;
  const operation = find(model, 'operation', call.toOperation);
  const verb = operation?.name ?? callee.name;
  const wanted = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Requested`;
  const name = freeName(model, context.name, wanted);
  const block = context.blocks.find(
    (span) => span.file === caller.span.file && contains(span, caller.span.start),
  );
  if (!block) return undefined;
  const fields = operation ? fieldsFor(model, operation) : [];
  const body = fields.length > 0 ? ` {\n${fields.map((line) => `  ${line}`).join('\n')}\n}` : '';
  const cut = wholeDeclaration(source, call.span);
  const isWholeLine = cut.start.column === 1;
  const line = `${isWholeLine ? lineIndent(source, call.span) : ''}publishes ${name}${isWholeLine ? '\n' : ''}`;
  const changes: TextChange[] = [
    { span: cut, text: line },
    insertInto(source, block, `event ${name}${body}`),
    insertInto(
      text(callee.span.file),
      callee.span,
      `subscribes ${context.name}.${name} { idempotent }`,
    ),
  ];
  return { title: `Turn the call into the event ${name}`, kind: 'rewrite', changes: () => changes };
}

/** What the event carries: parameters that are plain values, and the fields of a body. */
function fieldsFor(model: Model, { parameters }: Operation): string[] {
  return parameters.flatMap((parameter) => {
    if (parameter.in !== 'body') return plain(parameter);
    const { type } = parameter;
    const body = type.shape === 'named' ? model.elements.get(type.target) : undefined;
    return body && 'fields' in body ? body.fields.flatMap(plain) : plain(parameter);
  });
}

function plain({ name, type, optional }: Parameter | Field): string[] {
  // Types of other places would have to be moved as well; that is the author's to decide.
  return type.shape === 'primitive' ? [`${name}: ${typeText(type)}${optional ? '?' : ''}`] : [];
}
