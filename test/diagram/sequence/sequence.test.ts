import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrangeSequence } from '../../../src/diagram/sequence/arrange.js';
import { sequenceMermaid } from '../../../src/diagram/sequence/mermaid.js';
import { sequenceOf } from '../../../src/diagram/sequence/sequence.js';
import { sequenceSvg } from '../../../src/diagram/sequence/svg.js';
import { themes } from '../../../src/diagram/svg/theme.js';
import { modelFromTexts } from '../../../src/model/from-text.js';
import { launchChromium } from '../../support/chromium.mjs';
import { awkwardTitles } from '../formats/awkward.js';
import { bookshop } from '../models.js';

function sequence(model = bookshop()) {
  const [flow] = model.flows;
  if (!flow) throw new Error('The model has no flow.');
  return sequenceOf(model, flow);
}

const saga = () =>
  sequence(
    modelFromTexts({
      'a.arch': `context A { service S { api Do: rest { POST "/a" run()  POST "/u" undo() } publishes E } event E { id: uuid } }
        context B { service T { subscribes A.E } }
        actor User
        flow F { kind saga
          User -> A.S.run compensate A.S.undo pivot
          A.S publishes A.E
          B.T on A.E "tells <b>everybody</b>"
        }`,
    }),
  );

describe('the sequence of a flow', () => {
  it('goes through its steps in order, each with who acts and what', () => {
    const { participants, messages } = sequence();
    expect(participants.map(({ id }) => id)).toEqual([
      'actor:Shopper',
      'service:Storefront.Web',
      'service:Ordering.OrderService',
      'service:Payments.PaymentService',
      'service:Ordering.OrderMailer',
    ]);
    expect(messages.map(({ number, text }) => `${String(number)} ${text}`)).toEqual([
      '1 checkout',
      '2 placeOrder',
      '3 capture',
      '4 OrderPlaced',
      '5 OrderPlaced',
    ]);
  });

  it('draws a reaction from whoever published the event', () => {
    expect(sequence().messages.at(-1)).toMatchObject({
      action: 'react',
      from: 'service:Ordering.OrderService',
      to: 'service:Ordering.OrderMailer',
    });
  });

  it('knows what undoes a step and where a saga can only go forward', () => {
    expect(saga().messages[0]).toMatchObject({ undo: 'undo', pivot: true });
    const { pivotAt = 0, messages } = arrangeSequence(saga());
    expect(pivotAt).toBeGreaterThan(messages[0]?.y ?? Infinity);
    expect(pivotAt).toBeLessThan(messages[1]?.y ?? 0);
  });
});

describe('its places', () => {
  it('keep heads apart and messages below each other, words between their lifelines', () => {
    for (const drawn of [sequence(), saga()]) {
      const { participants, messages, width, height } = arrangeSequence(drawn);
      participants.slice(1).forEach((head, index) => {
        const before = participants[index];
        expect(head.x).toBeGreaterThan((before?.x ?? 0) + (before?.width ?? 0));
      });
      messages.slice(1).forEach(({ y }, index) => {
        expect(y).toBeGreaterThan((messages[index]?.y ?? 0) + 14);
      });
      for (const { x1, x2, y } of messages) {
        expect(Math.max(x1, x2)).toBeLessThan(width);
        expect(y).toBeLessThan(height);
      }
    }
  });
});

describe('as a drawing', () => {
  it('leads from each message and head to its source', () => {
    const drawn = sequence();
    const svg = sequenceSvg(drawn, themes.light);
    for (const { id } of [...drawn.participants, ...drawn.messages]) {
      expect(svg).toContain(`data-arch-id="${id}"`);
    }
  });

  it('escapes what comes from the model', () => {
    const svg = sequenceSvg(saga(), themes.dark);
    expect(svg).toContain('&lt;b&gt;');
    expect(svg).not.toContain('<b>');
  });

  it('is the same each time', () => {
    expect(sequenceSvg(sequence(), themes.light)).toBe(sequenceSvg(sequence(), themes.light));
  });
});

describe('as Mermaid', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, 60_000);
  afterAll(() => browser.close());

  it('is read by Mermaid, whatever words the model has', async () => {
    const page = await browser.newPage();
    await page.setContent('<!DOCTYPE html><body></body>');
    const { resolve } = createRequire(import.meta.url);
    await page.addScriptTag({
      content: readFileSync(resolve('mermaid/dist/mermaid.min.js'), 'utf8'),
    });
    const texts = [sequence(), saga()].map(sequenceMermaid);
    const [message] = sequence().messages;
    if (!message) throw new Error('no message');
    for (const title of awkwardTitles) {
      texts.push(
        sequenceMermaid({
          title,
          participants: [{ id: 'a', kind: 'service', name: title, context: title }],
          messages: [{ ...message, from: 'a', to: 'a', text: title, comment: title, undo: title }],
        }),
      );
    }
    for (const text of texts) {
      const type = await page.evaluate(async (source) => {
        const { mermaid } = globalThis as unknown as {
          mermaid: { parse(text: string): Promise<{ diagramType: string }> };
        };
        return (await mermaid.parse(source)).diagramType;
      }, text);
      expect(type).toBe('sequence');
    }
    await page.close();
  });
});
