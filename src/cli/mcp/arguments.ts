/** Arguments that several tools take. */
import { int, string } from './sdk.js';

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

/** How many items are listed where nobody says. */
export function limit(usual: number) {
  return int()
    .min(1)
    .max(500)
    .optional()
    .describe(`Most items to list; ${String(usual)} if left out.`);
}
