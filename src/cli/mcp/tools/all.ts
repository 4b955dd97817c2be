import type { Tool } from '../tool.js';
import { chainTool } from './chain.js';
import { checkTool } from './check.js';
import { contractTool } from './contract.js';
import { dependentsTool } from './dependents.js';
import { driftTool } from './drift.js';
import { elementTool } from './element.js';
import { fixTool } from './fix.js';
import { guideTool } from './guide.js';
import { mapTool } from './map.js';
import { metricsTool } from './metrics.js';
import { proposalTool } from './proposal.js';
import { refactoringTool } from './refactoring.js';
import { renameTool } from './rename.js';
import { reviewTool } from './review.js';
import { explainRuleTool, listRulesTool } from './rules.js';
import { searchTool } from './search.js';
import { summaryTool } from './summary.js';

/** In the order in which an agent meets them. */
export const tools: readonly Tool[] = [
  summaryTool,
  searchTool,
  elementTool,
  dependentsTool,
  chainTool,
  metricsTool,
  mapTool,
  guideTool,
  checkTool,
  proposalTool,
  fixTool,
  renameTool,
  refactoringTool,
  listRulesTool,
  explainRuleTool,
  contractTool,
  driftTool,
  reviewTool,
];
