import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../src/diagram/render.js';
import type { ServerExportFormat } from '../../src/protocol/context-map.js';
import { exportedMap } from '../../src/server/map-export.js';
import { bookshop } from '../diagram/models.js';

function exported(format: ServerExportFormat, overlay?: 'flow:PlaceOrder'): Promise<string> {
  const model = bookshop();
  const params = { uri: 'file:///model/a.arch', open: [], format };
  return exportedMap(model, overlay ? { ...params, overlay } : params, () => pictureOf(model));
}

describe('what the panel exports', () => {
  it('is the flow over the map as a sequence diagram, as text and as a drawing', async () => {
    const mermaid = await exported('sequence-mermaid', 'flow:PlaceOrder');
    expect(mermaid).toContain('\nsequenceDiagram\n');
    expect(mermaid).toContain('placeOrder');
    const svg = await exported('sequence-svg', 'flow:PlaceOrder');
    expect(svg).toMatch(/^<svg .*aria-label="Sequence diagram: /);
  });

  it('says where no flow lies over the map', async () => {
    await expect(exported('sequence-mermaid')).rejects.toThrow('No flow lies over the map.');
  });

  it('is the map in the formats that need no layout, too', async () => {
    expect(await exported('mermaid')).toContain('\nflowchart ');
    expect(await exported('svg')).toMatch(/^<svg .*data-arch-id="context:Ordering"/s);
  });
});
