import { contractKinds } from '../../../contracts/document.js';
import type { GeneratedContract } from '../../../contracts/generation.js';
import { UsageError } from '../../failure.js';
import { json, page } from '../answer.js';
import { element, model, offset } from '../arguments.js';
import { dryRun } from '../dry-run.js';
import { elementNamed } from '../elements.js';
import { oneOf, strictObject, string } from '../sdk.js';
import { tool } from '../tool.js';

export const contractTool = tool({
  name: 'contract',
  title: 'A contract as text',
  description:
    'The OpenAPI, AsyncAPI, protobuf, GraphQL or JSON Schema document of a service, API, event or command, as `archivolt generate` would write it: ' +
    'what follows from the model, merged with what teams wrote by hand. Nothing is written. ' +
    'Where an element has several, they are listed: name one by its `path`.',
  input: strictObject({
    model,
    element,
    kind: oneOf(contractKinds).optional(),
    path: string().optional().describe('One of several contracts, by its path.'),
    offset,
  }),
  async run({ model: name, element: wanted, kind, path, offset: from }, work) {
    const root = work.models.one(name);
    const { id } = elementNamed(root.project.model, wanted);
    const { contracts } = await dryRun(root, work, {
      within: id,
      only: kind && new Set([kind]),
      paths: path === undefined ? undefined : new Set([path]),
    });
    const [only, second] = contracts;
    if (!only) {
      throw new UsageError(
        `${id} has no ${kind ?? 'contract'}${path === undefined ? '' : ` ${path}`}. REST, gRPC and GraphQL APIs, services that publish, send or receive messages, events and commands have contracts.`,
      );
    }
    if (second) return json({ contracts: contracts.map(listed) }, 'Name one of them by `path`.');
    return page(only.text ?? '', from, notesOn(only));
  },
});

function listed({ path, kind, element: of, state }: GeneratedContract): object {
  return { path, kind, element: of, state };
}

function notesOn({ path, state, conflicts, problem }: GeneratedContract): string {
  const open =
    conflicts.length === 0
      ? ''
      : `; ${String(conflicts.length)} conflicts of hand edits with the model, \`contract_drift\` lists them`;
  return `${path}: ${state}${problem ? `, line ${String(problem.line)}: ${problem.message}` : open}`;
}
