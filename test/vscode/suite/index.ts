import { runAll } from './harness.js';
import './editing.test.js';
import './findings.test.js';
import './contracts.test.js';
import './context-map.test.js';
import './pins.test.js';
import './review.test.js';
import './agents.test.js';
import './features.test.js';
import './import.test.js';
import './restart.test.js';

/** VS Code calls this in the extension host. */
export const run = runAll;
