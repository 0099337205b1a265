import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import type { EdgeTools } from './tools.ts';

/** The worker of the hosted sandbox. */
export const WORKER = join(root, 'edge/worker.ts');

/**
 * Bundles a worker, and puts the engine's configuration beside it.
 * @param entry the worker's module
 * @param folder is made where it is missing
 */
export async function bundleWorker({ esbuild }: EdgeTools, entry: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await esbuild.build({
    entryPoints: [entry],
    outfile: join(folder, 'worker.js'),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'import'],
    target: 'es2024',
    logLevel: 'error',
  });
  copyFileSync(join(root, 'edge/config.capnp'), join(folder, 'config.capnp'));
}
