import type { Model } from './model.js';
import { ModelWorkspace } from './workspace.js';

/** The model of some texts, by file name. For tests and one-off uses. */
export function modelFromTexts(files: Readonly<Record<string, string>>): Model {
  const workspace = new ModelWorkspace();
  for (const [file, text] of Object.entries(files)) workspace.update(file, text);
  return workspace.model;
}
