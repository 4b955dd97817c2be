import { lineOfMergeMark } from '../model/merge-marks.js';
import type { Position } from '../model/span.js';
import type { Baseline, BaselineEntry } from '../rules/baseline.js';
import { parseJsonText } from './json-text.js';

export interface ReadBaseline {
  readonly baseline: Baseline;
  /** What is wrong with the file; nothing is hidden then. */
  readonly problems: readonly { readonly message: string; readonly position: Position }[];
}

/** Reads the file of a baseline; no file is an empty one. */
export function readBaseline(text: string | undefined): ReadBaseline {
  if (text === undefined) return { baseline: [], problems: [] };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { baseline: [], problems: [syntaxProblem(text, error)] };
  }
  const { version, findings } = isRecord(data) ? data : {};
  if (version !== 1 || !Array.isArray(findings)) {
    const message = 'The baseline has no `"version": 1` and `"findings": […]`.';
    return { baseline: [], problems: [{ message, position: start }] };
  }
  const entries: readonly unknown[] = findings;
  const wrong = entries.findIndex((entry) => !isEntry(entry));
  if (wrong < 0) return { baseline: entries.filter(isEntry), problems: [] };
  const message = 'An entry of the baseline lacks `fingerprint`, `rule` or `element`.';
  // Places are looked up only where one is needed: baselines can have tens of thousands of entries.
  const position = parseJsonText(text).locate(['findings', wrong]);
  return { baseline: [], problems: [{ message, position }] };
}

/** A baseline as a file: sorted, one line for each entry, so that branches merge. */
export function writeBaseline(baseline: Baseline): string {
  const lines = [...baseline].sort(byRuleAndElement).map(({ fingerprint, rule, element }) => {
    const members = { fingerprint, rule, element };
    const words = Object.entries(members).map(
      ([key, value]) => `"${key}": ${JSON.stringify(value)}`,
    );
    return `    { ${words.join(', ')} }`;
  });
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "findings": ${list}\n}\n`;
}

const start: Position = { line: 1, column: 1 };

/** Branches that both add findings leave a conflict in the file, the likeliest of its mistakes. */
function syntaxProblem(text: string, error: unknown): ReadBaseline['problems'][number] {
  const conflict = lineOfMergeMark(text);
  if (conflict !== undefined) {
    return {
      message:
        'Git left a conflict in the baseline. Keep the entries of both sides, take out the marks, and run `archivolt baseline prune`.',
      position: { line: conflict, column: 1 },
    };
  }
  const reason = error instanceof Error ? error.message : String(error);
  const [first] = parseJsonText(text).errors;
  return { message: `The baseline is not JSON: ${reason}.`, position: first?.position ?? start };
}

function byRuleAndElement(a: BaselineEntry, b: BaselineEntry): number {
  const key = ({ rule, element, fingerprint }: BaselineEntry) => [rule, element, fingerprint];
  const [left, right] = [key(a), key(b)];
  for (const [index, word] of left.entries()) {
    const other = right[index] ?? '';
    if (word !== other) return word < other ? -1 : 1;
  }
  return 0;
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  return ['fingerprint', 'rule', 'element'].every((key) => typeof value[key] === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
