import { eventually, look } from './harness.js';

const input = `document.querySelector('.quick-input-widget:not([style*="display: none"]) .quick-input-box input')`;

/**
 * Answers what an input box asks, as a person does: when it is there and has the keyboard. Keys
 * that are pressed before that go elsewhere.
 *
 * @param placeholder what stands in the box as long as it is empty, or the beginning of it
 */
export async function answer(placeholder: string, text: string): Promise<void> {
  const value = JSON.stringify(placeholder);
  await eventually(`the question "${placeholder}"`, () =>
    look<boolean>('evaluateAround', {
      script: `document.activeElement !== null && document.activeElement === ${input} && document.activeElement.placeholder.startsWith(${value})`,
    }),
  );
  await look('type', { text });
  await eventually('the answer in the box', () =>
    look<boolean>('evaluateAround', { script: `${input}?.value === ${JSON.stringify(text)}` }),
  );
  await look('press', { key: 'Enter' });
}
