import { find } from '../model/lookup.js';
import type { Api } from '../model/elements/apis.js';
import type { ElementId } from '../model/elements/identity.js';
import type { Model } from '../model/model.js';
import { partsOf } from '../model/navigation.js';
import { contains } from '../model/span.js';
import { insertInto } from './insert-into.js';
import type { Refactoring, Sources, TextChange } from './refactoring.js';
import { indented, textOf, wholeDeclaration } from './source-text.js';

/** Gives an API a service of its own, beside the one that offers it together with others. */
export function splitService({ model, text }: Sources, api: Api): Refactoring | undefined {
  const service = find(model, 'service', api.service);
  const context = find(model, 'context', service?.context);
  if (!service || !context || service.apis.length < 2) return undefined;
  const name = freeName(model, context.name, `${api.name}Service`);
  const { file } = api.span;
  const source = text(file);
  const cut = wholeDeclaration(source, api.span);
  const body = indented(textOf(source, cut), '  ');
  const block = context.blocks.find(
    (span) => span.file === file && contains(span, service.span.start),
  );
  if (!block) return undefined;
  const changes = (): TextChange[] => [
    { span: cut, text: '' },
    insertInto(source, block, `service ${name} {\n${body}\n}`),
    ...renamed(model, api, service.id, name),
  ];
  return { title: `Split ${api.name} off into a service of its own`, kind: 'extract', changes };
}

/** References that lead to the API through the service that it leaves. */
function renamed(model: Model, api: Api, service: ElementId, name: string): TextChange[] {
  return model.references.flatMap((reference) => {
    const parts = partsOf(model, reference);
    const target = model.elements.get(reference.target);
    const leadsThere =
      parts.some((part) => part.target === api.id) ||
      (target?.kind === 'operation' && target.api === api.id);
    const named = leadsThere ? parts.find((part) => part.target === service) : undefined;
    return named ? [{ span: named.span, text: name }] : [];
  });
}

/** A name that nothing in the context has yet. */
export function freeName(model: Model, context: string, wanted: string): string {
  const kinds = ['service', 'aggregate', 'value', 'event', 'entity', 'enum', 'command'];
  const isTaken = (name: string) =>
    kinds.some((kind) => model.elements.has(`${kind}:${context}.${name}`));
  let name = wanted;
  for (let count = 2; isTaken(name); count++) name = `${wanted}${String(count)}`;
  return name;
}
