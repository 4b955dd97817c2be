import { applyEdits, modify } from 'jsonc-parser';

/**
 * `archivolt.json` with a rule turned off; comments and layout stay.
 *
 * @param text what the file says, undefined where there is none yet
 */
export function withRuleOff(text: string | undefined, rule: string): string {
  const before = text?.trim() ? text : '{\n}\n';
  const edits = modify(before, ['rules', rule], 'off', {
    formattingOptions: { insertSpaces: true, tabSize: 2 },
  });
  return applyEdits(before, edits);
}
