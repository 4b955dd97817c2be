import type { SignatureHelp } from 'vscode-languageserver';
import { lexArch } from '../language/langium.js';
import { annotations } from '../language/vocabulary/annotations.js';
import { constraintNames } from '../language/vocabulary/types.js';
import type { Session } from './session.js';

interface Signature {
  readonly label: string;
  readonly parameters: readonly string[];
  readonly documentation: string;
}

/** What annotations take, in the order in which it may be written. */
const annotationParameters: Readonly<Record<string, readonly string[]>> = {
  accept: ['rule', 'because: "reason"', 'until: 2027-03-31', 'adr: "place"', 'by: Team'],
  tag: ['tag', '…'],
  deprecated: ['"what to use instead"', 'sunset: 2027-06-30'],
  renamedFrom: ['OldName'],
  link: ['"https://…"', '"title"'],
  number: ['1'],
};

/** Parameters of annotations, and the constraints of a type, while they are being written. */
export function registerSignatureHelp({ connection, documents }: Session): void {
  connection.onSignatureHelp(({ textDocument, position }): SignatureHelp | null => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const head = document.getText().slice(0, document.offsetAt(position));
    const open = openParenthesis(head);
    if (!open) return null;
    const { before, commas, last } = open;
    const signature = signatureOf(before);
    if (!signature) return null;
    const named = signature.parameters.findIndex((parameter) => parameter.startsWith(`${last}:`));
    const active = named >= 0 ? named : Math.min(commas, signature.parameters.length - 1);
    return {
      activeSignature: 0,
      activeParameter: active,
      signatures: [
        {
          label: signature.label,
          documentation: signature.documentation,
          parameters: signature.parameters.map((label) => ({ label })),
        },
      ],
    };
  });
}

/** The innermost parenthesis that is still open, with the words before it and the commas in it. */
function openParenthesis(head: string) {
  const tokens = lexArch(head).filter(({ image }) => image !== '');
  const stack: { index: number; commas: number }[] = [];
  for (const [index, { image }] of tokens.entries()) {
    if (image === '(') stack.push({ index, commas: 0 });
    else if (image === ')') stack.pop();
    else if (image === '{' || image === '}') stack.length = 0;
    else if (image === ',') {
      const top = stack.at(-1);
      if (top) top.commas++;
    }
  }
  const top = stack.at(-1);
  if (!top) return undefined;
  const inside = tokens.slice(top.index + 1);
  const from = inside.map(({ image }) => image).lastIndexOf(',');
  return {
    before: tokens.slice(0, top.index).map(({ image }) => image),
    commas: top.commas,
    last: inside[from + 1]?.image ?? '',
  };
}

function signatureOf(before: readonly string[]): Signature | undefined {
  const name = before.at(-1) ?? '';
  if (before.at(-2) === '@' && Object.hasOwn(annotations, name)) {
    const parameters = annotationParameters[name] ?? [];
    return {
      label: `@${name}(${parameters.join(', ')})`,
      parameters,
      documentation: annotations[name] ?? '',
    };
  }
  // A type stands before its constraints: `total: decimal (min 0)`, `tags: string[] (unique)`.
  const beforeType = before.slice(-6);
  if (!beforeType.includes(':') || !/^[\w\]?>]+$/.test(name.slice(-1))) return undefined;
  return {
    label: `(${constraintNames.join(', ')})`,
    parameters: [...constraintNames],
    documentation: 'Constraints of the type before it.',
  };
}
