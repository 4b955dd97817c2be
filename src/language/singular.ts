/** Words that end in -s in the singular, or that only look like a regular plural. */
const unchanged = /(ss|us|is|ics|news|series|species)$/;

/** An English noun in the singular, by its ending: `policies` → `policy`, `boxes` → `box`. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || unchanged.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(sses|shes|ches|xes|zes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
