import { describe, expect, it } from 'vitest';
import { pausing, Turns } from '../../../src/cli/mcp/turns.js';

describe('turns', () => {
  it('let a job wait for those before it, also for one that fails', async () => {
    const turns = new Turns();
    const log: string[] = [];
    const job = (name: string, fails = false) =>
      turns.take(async () => {
        log.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const results = await Promise.allSettled([job('a'), job('b', true), job('c')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });
});

describe('a pause', () => {
  it('lets others in, and is the end of what nobody waits for', async () => {
    const waiting = new AbortController();
    const pause = pausing(waiting.signal);
    const order: string[] = [];
    setImmediate(() => order.push('another'));
    await pause();
    order.push('this one');
    expect(order).toEqual(['another', 'this one']);
    waiting.abort();
    await expect(pause()).rejects.toThrow('aborted');
  });
});
