import { registerGenerate } from './commands/generate.js';
import { runProgram } from './program.js';

// By itself in a bundle of half the size, for builds that generate contracts every time.
runProgram([registerGenerate]);
