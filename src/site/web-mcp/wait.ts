/**
 * Waits until something is there.
 * @param milliseconds after which it is given up
 * @param signal gives it up earlier
 * @returns what came; undefined where it did not
 */
export async function waitFor<Value>(
  look: () => Value | undefined,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<Value | undefined> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = look();
    if (found !== undefined || signal?.aborted || performance.now() > end) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
