import { commands, extensions, lm, LanguageModelTextPart } from 'vscode';
import { eventually, ok, test } from './harness.js';

/** What a tool of our server answers, once VS Code has started it. */
async function ask(tool: string, input: object): Promise<string> {
  const known = await eventually(`the tool ${tool}`, async () => {
    // VS Code learns of servers a while after the extension has offered them.
    await commands.executeCommand('workbench.mcp.startServer', '*', { waitForLiveTools: true });
    return lm.tools.find(({ name }) => name.includes('archivolt') && name.endsWith(tool));
  });
  const { content } = await lm.invokeTool(known.name, { input, toolInvocationToken: undefined });
  return content
    .map((part) => (part instanceof LanguageModelTextPart ? part.value : ''))
    .join('\n');
}

test('agents may ask our server, which VS Code starts for the folder', async () => {
  await extensions.getExtension('archivolt.archivolt')?.activate();
  const summary = await ask('model_summary', {});
  ok(summary.includes('"OrderService"'), `the model of the workspace in ${summary}`);
});

test('agents get what is in bundles of its own: pages of rules, and drawings', async () => {
  const page = await ask('explain_rule', { rule: 'sync-cycle' });
  ok(page.startsWith('# sync-cycle'), `the page of the rule in ${page}`);
  const map = await ask('draw_map', { format: 'svg', context: 'Ordering' });
  ok(map.startsWith('<svg '), `a drawing in ${map}`);
});
