/** Whether the letters of `typed` stand in `label` in this order, whatever their case. */
export function fits(label: string, typed: string): boolean {
  if (typed === '') return true;
  const letters = label.toLowerCase();
  let from = 0;
  for (const letter of typed.toLowerCase()) {
    from = letters.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
