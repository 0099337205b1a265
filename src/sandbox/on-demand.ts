/** Gets something when it is first wanted, and once; after a failure it is tried again. */
export function onDemand<T>(get: () => Promise<T>): () => Promise<T> {
  let got: Promise<T> | undefined;
  return () => {
    got ??= get().catch((error: unknown) => {
      got = undefined;
      throw error;
    });
    return got;
  };
}
