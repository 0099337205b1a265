import { watch } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../generate.ts';
import { root } from '../paths.ts';
import type { Server } from '../servers.ts';

/** Milliseconds in which the events of one save come. */
const SETTLE = 40;

/**
 * Prints the generated files, and again at each change of `spec/`. While the spec is broken the last good ones stay, and what
 * is wrong is told.
 */
export async function watchSpec(): Promise<Server> {
  await print();
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const watcher = watch(join(root, 'spec'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void (last = last.then(print)), SETTLE);
  });
  return {
    close: async () => {
      watcher.close();
      clearTimeout(timer);
      await last;
    },
  };
}

async function print(): Promise<void> {
  try {
    const written = await generate(false);
    if (written.length > 0) console.log(`Generated ${written.join(', ')}`);
  } catch (error) {
    console.error(`spec/: ${error instanceof Error ? error.message : String(error)}`);
  }
}
