import { registerCheck } from './commands/check.js';
import { runProgram } from './program.js';

// By itself in a bundle of half the size: this is what runs before every commit.
runProgram([registerCheck]);
