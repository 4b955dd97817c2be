/** Arguments that several tools take. */
import { array, boolean, int, strictObject, string } from './sdk.js';

/** The name of a model, where the folder holds several. */
export const model = string()
  .optional()
  .describe('Name of the model, where there are several; `model_summary` lists them.');

export const element = string().describe(
  'Id (`service:Ordering.OrderService`), full name (`Ordering.OrderService`), or a shorter one where that is unique.',
);

export const offset = int()
  .min(0)
  .optional()
  .describe('Characters to skip, to go on with a long text.');

export const skip = int().min(0).optional().describe('Files to skip, to go on with a long answer.');

/** How many items are listed where nobody says. */
export function limit(usual: number) {
  return int()
    .min(1)
    .max(500)
    .optional()
    .describe(`Most items to list; ${String(usual)} if left out.`);
}

const edit = strictObject({
  old: string().describe('What stands in the file, exactly once.'),
  new: string(),
  line: int().optional().describe('Of `old`, as suggestions say it; not needed.'),
});

/** Files as they would be. */
export const files = array(
  strictObject({
    file: string().describe("Path below the model's root; a new file need not exist yet."),
    text: string().optional().describe('The whole text that it would have.'),
    edits: array(edit).min(1).optional().describe('In place of `text`: parts to replace, in turn.'),
    remove: boolean().optional().describe('In place of `text`: whether the file would be gone.'),
  }),
)
  .min(1)
  .max(50);
