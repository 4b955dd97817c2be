// One layout in a process of its own, in processor ms: `node bench/map-cold.mjs archivolt|elk FILE`,
// where the file holds a picture whose boxes and edges ELK is given, or a model's texts.
import { readFileSync } from 'node:fs';

const [who, file] = process.argv.slice(2);
const { texts, picture } = JSON.parse(readFileSync(file, 'utf8'));

async function prepared() {
  if (who === 'elk') {
    const { rawElk } = await import('./raw-elk.mjs');
    return () => rawElk(picture);
  }
  const { sources } = await import('./sources.mjs');
  const { modelFromTexts, localEngine, layout, select } = await sources({
    modelFromTexts: 'model/from-text',
    localEngine: 'diagram/layout/local-engine',
    layout: 'diagram/layout/layout',
    select: 'diagram/select',
  });
  const model = modelFromTexts(texts);
  return () => layout(model, select(model, { level: 'services' }), localEngine);
}

const work = await prepared();
const from = process.cpuUsage();
await work();
const { user, system } = process.cpuUsage(from);
console.log((user + system) / 1000);
process.exit(0);
