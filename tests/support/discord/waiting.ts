/** Lets a test wait for something to become true, looked at each time something happened. */
export type Hub = {
  /** Says that something happened: every pending wait looks again. */
  changed(): void;
  /**
   * Resolves to what `look` gives once that is not undefined.
   * Rejects after `timeoutMs`, naming what was awaited and, from `describe`, what had arrived.
   */
  until<T>(what: string, look: () => T | undefined, describe: () => string, timeoutMs?: number): Promise<T>;
};

export function createHub(defaultTimeoutMs: number): Hub {
  const waiting = new Set<() => void>();
  return {
    changed() {
      for (const look of [...waiting]) look();
    },
    until(what, look, describe, timeoutMs = defaultTimeoutMs) {
      const { stack } = new Error();
      return new Promise((resolve, reject) => {
        const settle = () => {
          waiting.delete(again);
          clearTimeout(timer);
        };
        const again = () => {
          try {
            const found = look();
            if (found === undefined) return;
            settle();
            resolve(found);
          } catch (error) {
            settle();
            reject(error);
          }
        };
        const timer = setTimeout(() => {
          settle();
          const error = new Error(`${what}: not within ${timeoutMs} ms.\n${describe()}`);
          // The line of the test that waited, not this timer.
          if (stack !== undefined) error.stack = `${error.message}\n${stack.split('\n').slice(2).join('\n')}`;
          reject(error);
        }, timeoutMs);
        waiting.add(again);
        again();
      });
    },
  };
}
