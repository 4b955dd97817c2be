import { find } from '../model/lookup.js';
import type { Api, Model } from '../model/model.js';
import type { Fix } from './rule.js';

/**
 * Adds a property such as `version "1.0.0"` to an API, in front of its first operation. None for an
 * API without operations, or where a doc comment would come between.
 */
export function addToApi(model: Model, api: Api, property: string): Fix[] {
  const first = find(model, 'operation', api.operations[0]);
  if (!first || first.doc !== undefined) return [];
  const { file, start } = first.span;
  const span = { file, start, end: start };
  return [{ title: `Add ${property}`, edits: [{ span, text: `${property}  ` }] }];
}
