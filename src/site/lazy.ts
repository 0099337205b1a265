/** What a page loads late: a chunk, or something made of one. */
export interface Lazy<Value> {
  /** What came; `undefined` before that. */
  readonly value: Value | undefined;
  /** Whether the last attempt failed. */
  readonly failed: boolean;
  /** Loads once; after a failure again. Rejects as the loading does. */
  readonly load: () => Promise<Value>;
  /** The same on a sign of intent: a failure waits for `load` to be told. */
  readonly preload: () => void;
  /** Calls the listener at each change. Returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * What loads a chunk asks for its style sheets only once: those that do not come are marked, and asked for with the next try.
 * Nothing else tells a lost sheet from an empty one in all browsers.
 */
globalThis.addEventListener?.(
  'error',
  ({ target: link }) => {
    if (link instanceof HTMLLinkElement && link.rel === 'stylesheet') link.rel = 'lost';
  },
  true,
);

function askAgainForStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('[rel=lost]')) link.rel = 'stylesheet';
}

/** @param fetch what loads it, such as `() => import('./dialog.ts')`; called again after a failure */
export function lazy<Value>(fetch: () => Promise<Value>): Lazy<Value> {
  const listeners = new Set<() => void>();
  let coming: Promise<Value> | undefined;
  const become = (change: Partial<Lazy<Value>>) => {
    Object.assign(self, change);
    for (const listener of listeners) listener();
  };
  const start = async () => {
    try {
      if (self.failed) {
        become({ failed: false });
        askAgainForStyles();
      }
      const value = await fetch();
      become({ value });
      return value;
    } catch (error) {
      coming = undefined;
      become({ failed: true });
      throw error;
    }
  };
  const load = () => (coming ??= start());
  const self: Lazy<Value> = {
    value: undefined,
    failed: false,
    load,
    preload: () => void load().catch(() => undefined),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return self;
}
