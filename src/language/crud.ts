/** Verbs for what one does to records. */
import { wordsOf } from './names.js';

const writing = new Set(
  'create insert add save store update modify edit change set delete remove'.split(' '),
);
const reading = new Set(
  'read get list find fetch load search query lookup count exists'.split(' '),
);

/** Whether a verb names a write of a record rather than what somebody wants: `update`. */
export function isCrudWrite(verb: string): boolean {
  return writing.has(verb);
}

/** Whether a name begins with a verb for reading or writing records: `saveOrder`, `findAll`. */
export function isCrudName(name: string): boolean {
  const [verb = ''] = wordsOf(name);
  return writing.has(verb) || reading.has(verb);
}
