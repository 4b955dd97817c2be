import { nameOfId } from './lookup.js';
import type { Field } from './elements/data-types.js';
import type { Element } from './elements/element.js';
import type { ElementId } from './elements/identity.js';
import type { Operation, Parameter, Result } from './elements/operations.js';
import { typeText } from './type-text.js';

/** Fields and values of a hover at most; the declaration has the rest. */
const most = 12;

/**
 * The shape of a declaration as one writes it, its names as short as in its own context: the fields
 * of a type, the values of an enum, what an operation takes and answers. Undefined for what has none.
 */
export function signatureOf(element: Element | Field): string | undefined {
  const [context = ''] = element.qualifiedName.split('.');
  // Only at the begin of a path: an aggregate elsewhere may be called like this context.
  const own = new RegExp(`(?<![.\\w])${context}\\.`, 'g');
  const short = (text: string) => text.replaceAll(own, '');
  switch (element.kind) {
    case 'entity':
      return block(
        `${element.root ? 'root ' : ''}entity ${element.name}`,
        fieldLines(element.fields).map(short),
      );
    case 'value':
    case 'event':
    case 'command':
    case 'error':
      return block(`${element.kind} ${element.name}`, fieldLines(element.fields).map(short));
    case 'enum':
      return block(
        `${element.open ? '@open ' : ''}enum ${element.name}`,
        element.values.map(({ name }) => name),
      );
    case 'union':
      return short(
        `union ${element.name} = ${element.members.map(({ target }) => nameOfId(target)).join(' | ')}`,
      );
    case 'operation':
      return short(operationText(element));
    default:
      return undefined;
  }
}

function block(head: string, lines: readonly string[]): string | undefined {
  if (lines.length === 0) return undefined;
  const more = lines.length > most ? [`// and ${String(lines.length - most)} more`] : [];
  return [`${head} {`, ...[...lines.slice(0, most), ...more].map((line) => `  ${line}`), '}'].join(
    '\n',
  );
}

function fieldLines(fields: readonly Field[]): string[] {
  return fields.map((field) => `${field.identifier ? 'id ' : ''}${field.name}: ${typeOf(field)}`);
}

function typeOf({ type, optional, nullable }: Pick<Field, 'type' | 'optional' | 'nullable'>) {
  return `${typeText(type)}${optional ? '?' : ''}${nullable ? ' | null' : ''}`;
}

function operationText(operation: Operation): string {
  const { operationKind, method, fullPath, name, parameters, result, raises } = operation;
  const head =
    operationKind === 'rest'
      ? `${method ?? ''} ${JSON.stringify(fullPath ?? '')} ${name}`
      : `${operationKind} ${name}`;
  const takes =
    operationKind === 'rpc'
      ? parameters.map((one) => `${one.stream ? 'stream ' : ''}${typeOf(one)}`)
      : parameters.map(parameterText);
  const thrown = raises.length > 0 ? ` raises ${raises.map(named).join(', ')}` : '';
  return `${head}(${takes.join(', ')})${resultText(result)}${thrown}`;
}

function named({ target }: { readonly target: ElementId }): string {
  return nameOfId(target);
}

function parameterText(parameter: Parameter): string {
  const place = parameter.in === 'header' || parameter.in === 'cookie' ? `${parameter.in} ` : '';
  return `${place}${parameter.name}: ${typeOf(parameter)}`;
}

/** The status where it is not what follows from there being a type or not. */
function resultText({ status, type, optional, nullable, paged, stream }: Result): string {
  const usual = type ? 200 : 204;
  const shown = type
    ? `${paged ? 'paged ' : ''}${stream ? 'stream ' : ''}${typeOf({ type, optional, nullable })}`
    : '';
  const parts = [status === usual ? '' : String(status), shown].filter((part) => part !== '');
  return parts.length > 0 ? `: ${parts.join(' ')}` : '';
}
