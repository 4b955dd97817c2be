import { describe, expect, it } from 'vitest';
import { localEngine } from '../../src/diagram/layout/local-engine.js';
import type { Picture } from '../../src/diagram/picture.js';
import type { Model } from '../../src/model/model.js';
import { modelFromTexts } from '../../src/model/from-text.js';
import { MapPictures } from '../../src/server/map-pictures.js';
import { bookshop, textOf } from '../diagram/models.js';
import { overlapsIn } from '../diagram/overlaps.js';

const uri = 'file:///shop/';
const ordering = 'context:Ordering';
const gifts = 'context:Gifts';
const pricing = 'context:Pricing';

function shown(pictures: MapPictures, model: Model, open: string[], more: object = {}) {
  return pictures.draw(model, { uri, open, ...more }, false, localEngine);
}

describe('the pictures of a map that somebody looks at', () => {
  it('are as before when contexts that were opened are folded again', async () => {
    const pictures = new MapPictures();
    const model = bookshop();
    const first = await shown(pictures, model, []);
    const opened = await shown(pictures, model, [ordering]);
    await shown(pictures, model, [ordering, pricing]);
    expect(await shown(pictures, model, [ordering])).toEqual(opened);
    expect(await shown(pictures, model, [])).toEqual(first);
  });

  it('keep a context that was declared while another one was opened where it is', async () => {
    const pictures = new MapPictures();
    await shown(pictures, bookshop(), []);
    const text = textOf('bookshop').replace('contextmap', 'context Gifts { }\ncontextmap');
    const model = modelFromTexts({ 'a.arch': text });
    const opened = await shown(pictures, model, [ordering, gifts]);
    const folded = await shown(pictures, model, []);
    const place = ({ nodes, origin }: Picture) => {
      const { x, y } = nodes.find(({ id }) => id === gifts)!;
      return { x: x - origin.x, y: y - origin.y };
    };
    const room = opened.nodes.find(({ id }) => id === ordering)!.height;
    expect(Math.abs(place(folded).y - place(opened).y)).toBeLessThan(room);
    expect(overlapsIn(folded)).toEqual([]);
  });

  it('forget everything with the arrangement', async () => {
    const pictures = new MapPictures();
    const model = bookshop();
    const first = await shown(pictures, model, []);
    await shown(pictures, model, [], { pins: { [ordering]: { x: 3000, y: 2000 } } });
    await shown(pictures, model, [ordering]);
    expect(await shown(pictures, model, [])).not.toEqual(first);
    await shown(pictures, model, [ordering], { reset: true });
    expect(await shown(pictures, model, [], { reset: true })).toEqual(first);
  });
});
