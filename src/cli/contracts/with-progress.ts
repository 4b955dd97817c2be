import { generating, type Generation, type GenerationInput } from '../../contracts/generation.js';
import type { Host } from '../host.js';

/** Fewer documents than this are done before anybody has read a line. */
const worthIt = 50;

/** Works all contracts out, and says on a terminal how far it is. */
export function generationWithProgress(host: Host, input: GenerationInput): Generation {
  const steps = generating(input);
  let percent = -1;
  for (;;) {
    const step = steps.next();
    if (step.done) {
      if (percent >= 0) host.progress?.(undefined);
      return step.value;
    }
    const { done, of } = step.value;
    const now = Math.floor((100 * done) / of);
    if (of < worthIt || now === percent) continue;
    percent = now;
    host.progress?.(`${String(done)} of ${String(of)} contracts`);
  }
}
