const channel = 'setImmediate' in globalThis ? undefined : new MessageChannel();
const waiting: (() => void)[] = [];
if (channel) channel.port1.onmessage = () => waiting.shift()?.();

/** Does something after what has arrived meanwhile; Node's `setImmediate`, in a browser as well. */
export function soon(work: () => void): void {
  if (!channel) {
    setImmediate(work);
    return;
  }
  waiting.push(work);
  channel.port2.postMessage(undefined);
}

/** Lets messages and timers in between two steps of long work. */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    soon(resolve);
  });
}
