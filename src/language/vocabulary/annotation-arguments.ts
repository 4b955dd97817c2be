/** What the annotations of the language take in parentheses. */

/** A name may be written as a text, and a text of one word without quotes. */
export type ArgumentShape = 'text' | 'name' | 'whole number' | 'date' | 'any';

export interface AnnotationArguments {
  /** What stands in front, by its place. */
  readonly placed: readonly ArgumentShape[];
  /** The last of them may be given several times. */
  readonly repeats?: boolean;
  /** So many of them must be there. */
  readonly required: number;
  /** What stands behind a name and a colon. */
  readonly keyed: Readonly<Record<string, ArgumentShape>>;
  readonly example: string;
}

const none = { placed: [], required: 0, keyed: {} };

export const annotationArguments: Readonly<Record<string, AnnotationArguments>> = {
  // That an exception names a rule and gives a reason is a rule of its own.
  accept: {
    placed: ['any'],
    repeats: true,
    required: 0,
    keyed: { because: 'text', until: 'date', adr: 'text', by: 'name' },
    example: '@accept(shared-datastore, because: "split planned for Q2", until: 2027-03-31)',
  },
  tag: { placed: ['any'], repeats: true, required: 1, keyed: {}, example: '@tag(pci)' },
  deprecated: {
    placed: ['text'],
    required: 0,
    keyed: { sunset: 'date', use: 'text', replacement: 'text' },
    example: '@deprecated("use x", sunset: 2027-06-30)',
  },
  experimental: { ...none, example: '@experimental' },
  stable: { ...none, example: '@stable' },
  renamedFrom: { placed: ['name'], required: 1, keyed: {}, example: '@renamedFrom(OldName)' },
  link: {
    placed: ['text', 'text'],
    required: 1,
    keyed: {},
    example: '@link("https://example.org", "title")',
  },
  open: { ...none, example: '@open' },
  pii: { ...none, example: '@pii' },
  sensitive: { ...none, example: '@sensitive' },
  readOnly: { ...none, example: '@readOnly' },
  writeOnly: { ...none, example: '@writeOnly' },
  number: { placed: ['whole number'], required: 1, keyed: {}, example: '@number(3)' },
};

/** What an annotation takes; undefined for one that the language does not define. */
export function argumentsOf(annotation: string): AnnotationArguments | undefined {
  return Object.hasOwn(annotationArguments, annotation)
    ? annotationArguments[annotation]
    : undefined;
}
