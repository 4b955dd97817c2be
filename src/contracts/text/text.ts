import type { ContractFormat } from '../config.js';
import type { Tree } from '../tree.js';
import { yamlText } from './yaml.js';

/** The document's text in the given format, with a line break at its end. */
export function documentText(tree: Tree, format: ContractFormat): string {
  return format === 'yaml' ? yamlText(tree) : `${JSON.stringify(tree, null, 2)}\n`;
}
