import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitIn } from '../../support/repository.js';
import { startAgent, type Agent } from '../support/agent.js';
import { commandLine, folderWith } from '../support/run.js';

const before = `context Ordering {
  service OrderService {
    api Orders: rest { GET "/orders/{id}" readOrder(id: uuid): Order }
  }
  value Order { id: uuid  total: int32 }
}
context Shipping { service Shipper { calls Ordering.OrderService.readOrder { timeout 1s } } }
contextmap Today { state as-is  Ordering -> Shipping }
contextmap Target { state to-be  Ordering [OHS] -> [ACL] Shipping }
`;
const after = before.replace('  total: int32', '').replace('timeout 1s', '');

let agent: Agent;
let folder: string;
let archivolt: Awaited<ReturnType<typeof commandLine>>;

beforeAll(async () => {
  folder = folderWith({ 'archivolt.json': '{}', 'shop.arch': before });
  const git = gitIn(folder);
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'one');
  writeFileSync(join(folder, 'shop.arch'), after);
  archivolt = await commandLine();
  agent = await startAgent(folder);
});
afterAll(() => agent.stop());

describe('a review for agents', () => {
  it('is that of the command line, in words and in the shape of its schema', async () => {
    const words = await agent.ask('review', { range: 'main' });
    expect(words.text).toContain('1 breaking');
    expect(words.text).toBe(archivolt(folder, 'review', 'main', '--format', 'markdown').stdout);
    const data = await agent.data<object>('review', { range: 'main', format: 'json' });
    const schema = join(import.meta.dirname, '../../../schemas/review.schema.json');
    const ajv = new Ajv2020.default({ strict: true });
    const isValid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
    expect(isValid(data), JSON.stringify(isValid.errors)).toBe(true);
  });

  it('compares two context maps', async () => {
    const { text } = await agent.ask('review', { maps: 'as-is..to-be' });
    const printed = archivolt(folder, 'review', '--maps', 'as-is..to-be', '--format', 'markdown');
    expect(text).toBe(printed.stdout);
    expect(text).toContain('Ordering');
  });

  it('says what is wrong with a revision', async () => {
    const said = async (range: string) => (await agent.ask('review', { range })).text;
    expect(await said('mian')).toBe('mian: there is no such revision in this repository.');
    expect(await said('--output=/tmp/x')).toContain('name a revision first');
    expect(await said('main..--output=/tmp/x')).toContain('there is no such revision');
  });

  it('shows in findings and on the map what a change brought in, and leaves no trace', async () => {
    const usual = await agent.ask('check');
    const since = await agent.data<{ models: { findings: { rule: string }[] }[] }>('check', {
      since: 'main',
    });
    const rules = since.models[0]!.findings.map(({ rule }) => rule);
    expect(rules).toContain('breaking-change');
    expect(rules.length).toBeLessThan(
      (JSON.parse(usual.text) as typeof since).models[0]!.findings.length,
    );
    const svg = await agent.whole('draw_map', { since: 'main' });
    expect(svg).toBe(archivolt(folder, 'map', '--since', 'main').stdout);
    expect((await agent.ask('draw_map', { since: 'main', format: 'mermaid' })).text).toContain(
      'no places for marks',
    );
    expect(await agent.ask('check')).toEqual(usual);
  });
});
