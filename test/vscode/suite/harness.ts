/** A runner as small as can be: tests register themselves and run in order in the extension host. */
import { writeFileSync } from 'node:fs';

interface Test {
  readonly name: string;
  readonly run: () => Promise<void>;
}

const tests: Test[] = [];

export function test(name: string, run: () => Promise<void>): void {
  tests.push({ name, run });
}

/** Runs all tests; throws at the end when one failed, which is how the host learns of it. */
export async function runAll(): Promise<void> {
  let passed = 0;
  const failures: string[] = [];
  for (const { name, run } of tests) {
    try {
      await withTimeout(run(), 40_000);
      passed++;
      console.log(`  ✓ ${name}`);
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      failures.push(`${name}: ${text}`);
      console.error(`  ✗ ${name}\n${text}`);
    }
  }
  const result = process.env['ARCHIVOLT_SUITE_RESULT'];
  if (result !== undefined) {
    writeFileSync(result, JSON.stringify({ passed, failed: failures.length, failures }));
  }
  if (failures.length > 0) throw new Error(`${String(failures.length)} tests failed.`);
}

async function withTimeout(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`It takes longer than ${String(ms)} ms.`));
    }, ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until `probe` gives something truthy and answers that. */
export async function eventually<T>(
  what: string,
  probe: () => T | Promise<T>,
  ms = 15_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`In vain waited for: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function equal(actual: unknown, expected: unknown, what: string): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: expected ${right}, got ${left}.`);
}

export function ok(value: unknown, what: string): void {
  if (!value) throw new Error(`Expected: ${what}.`);
}

const endpoint = process.env['ARCHIVOLT_HOST_CONTROL'];

/** Whether the suite can look at the page around it; a desktop VS Code has no such way. */
export const canLook = endpoint !== undefined;

export async function look<T>(action: string, options: Record<string, unknown> = {}): Promise<T> {
  if (endpoint === undefined) throw new Error('This host cannot be looked at.');
  const response = await fetch(endpoint, {
    method: 'POST',
    body: JSON.stringify({ action, ...options }),
  });
  const answer = (await response.json()) as { result?: T; error?: string };
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.result as T;
}
