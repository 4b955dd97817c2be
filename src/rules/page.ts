/** The page of a rule, Markdown; undefined where there is no such rule. Pages are read when first asked for. */
export async function pageOf(rule: string): Promise<string | undefined> {
  const { rulePages } = await import('./generated/pages.js');
  return Object.hasOwn(rulePages, rule) ? rulePages[rule] : undefined;
}
