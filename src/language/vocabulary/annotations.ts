/** Keywords of annotations that the language defines, with what they mean. */
export const annotations: Readonly<Record<string, string>> = {
  accept:
    'Accepts findings of a rule here: `@accept(rule, because: "…", until: 2027-03-31, adr: "…", by: Team)`.',
  tag: 'Free labels, for views and overrides: `@tag(pci)`.',
  deprecated: 'Goes away: `@deprecated("use x", sunset: 2027-06-30)`.',
  experimental: 'May change without notice.',
  stable: 'Changes only compatibly.',
  renamedFrom: 'The name that it had before: `@renamedFrom(OldName)`.',
  link: 'A link: `@link("https://…", "title")`.',
  open: 'Consumers of the enum must accept unknown values.',
  pii: 'Personally identifiable information.',
  sensitive: 'Must not show in logs.',
  readOnly: 'Only in responses.',
  writeOnly: 'Only in requests.',
  number: 'The number in protobuf: `@number(3)`.',
};
