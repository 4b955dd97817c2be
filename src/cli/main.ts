import { registerBaseline } from './commands/baseline.js';
import { registerCheck } from './commands/check.js';
import { registerFormat } from './commands/format.js';
import { registerGenerate } from './commands/generate.js';
import { registerImport } from './commands/import.js';
import { registerInit } from './commands/init.js';
import { registerLsp } from './commands/lsp.js';
import { registerMap } from './commands/map.js';
import { registerMcp } from './commands/mcp.js';
import { registerMetrics } from './commands/metrics.js';
import { registerModel } from './commands/model.js';
import { registerReview } from './commands/review.js';
import { registerRules } from './commands/rules.js';
import { runProgram } from './program.js';

runProgram([
  registerCheck,
  registerBaseline,
  registerMap,
  registerGenerate,
  registerMetrics,
  registerReview,
  registerModel,
  registerRules,
  registerFormat,
  registerImport,
  registerInit,
  registerLsp,
  registerMcp,
]);
