/** What a user may start an agent with. */
import { strictObject, string, type McpServer } from './sdk.js';

export function registerPrompts(server: McpServer): void {
  server.registerPrompt(
    'extend_model',
    {
      title: 'Extend the model',
      description: 'Model something new, checked before it is written',
      argsSchema: strictObject({ what: string().describe('What to model.') }),
    },
    ({ what }) =>
      asked(`Extend the architecture model: ${what}

1. Read language_guide and model_summary, and the elements that this touches (search_model, describe_element).
2. Say in a few sentences which contexts, services, APIs and events change and why. Ask where the domain leaves it open.
3. Draft the text in the style of the files that are there, and check it with check_proposal. Mend what it introduces.
4. Write the files, run check once more, and show the part of the map (draw_map).`),
  );
  server.registerPrompt(
    'mend_findings',
    {
      title: 'Mend findings',
      description: 'Work through what the rules say of the model, or of one element',
      argsSchema: strictObject({
        element: string().optional().describe('An element; the whole model if left out.'),
      }),
    },
    ({ element }) =>
      asked(`Mend the findings of the architecture model${element === undefined ? '' : ` at ${element}`}.

Take them from check, worst first. For each: read explain_rule, decide whether the model or the architecture is wrong, and say which. Propose the smallest change that is true of the system, checked with check_proposal so that nothing new comes in. Do not silence a finding with @accept unless I give the reason.`),
  );
  server.registerPrompt(
    'review_change',
    {
      title: 'Review a change',
      description: 'What a change of the model means, for whom, and what to ask',
      argsSchema: strictObject({
        range: string().optional().describe('A git revision or BASE..HEAD; main if left out.'),
      }),
    },
    ({ range = 'main' }) =>
      asked(`Review the change of the architecture model ${range} as an architect.

Use review, and find_dependents and request_chain for what it touches. Say first what breaks for whom and who has to agree, then what gets worse or better in coupling and findings, then questions to the author. Name elements and files; leave out what does not matter.`),
  );
}

function asked(text: string) {
  return { messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] };
}
