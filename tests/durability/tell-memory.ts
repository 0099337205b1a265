// Loaded into a mock by `node --expose-gc --import`: tells its memory, without what is garbage, to the test that started it.
process.on('message', () => {
  globalThis.gc?.();
  globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
// A test that goes away takes the mock with it.
process.on('disconnect', () => process.exit());
