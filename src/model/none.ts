/**
 * The list that many properties of a model share: most elements own, raise, tag or accept nothing,
 * and a list of its own for each would be a tenth of the model.
 */
export const none: readonly never[] = [];
