import { expect, it } from 'vitest';
import { plainText, textOfError } from '../../src/extension/notification-text.js';

/** What VS Code makes a link of, in notifications and prompts. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

it('a text of a file makes no link in a notification', () => {
  const text =
    'The pin of `[mend](command:workbench.action.quit)` [a](file:///b "c") needs numbers.';
  expect(text).toMatch(link);
  expect(plainText(text)).not.toMatch(link);
  expect(plainText(text)).toContain('[mend] (command:workbench.action.quit)');
  expect(textOfError(new Error('[x](https://y)'))).toBe('[x] (https://y)');
  expect(textOfError('[x](https://y)')).toBe('[x] (https://y)');
  expect(plainText('subscribes Payments.* [0] (twice)')).toBe('subscribes Payments.* [0] (twice)');
});
