import { createRequire } from 'node:module';
import { join } from 'node:path';
import { areInstalled, installLocked } from '../locked-tools.ts';
import { root } from '../paths.ts';

const folder = join(root, 'edge');

/** What npm calls the engine's program for each system. */
const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-64',
};

/** What the hosted sandbox is bundled with and runs on. */
export interface EdgeTools {
  readonly esbuild: typeof import('esbuild');
  /** The engine's program itself: npm's `workerd` is a script that starts it, and leaves it behind when it is killed. */
  readonly workerd: string;
}

/** Whether the tools are there. */
export function hasEdgeTools(): boolean {
  return areInstalled(folder);
}

/**
 * Gets the tools at first use: 170 MB.
 * @throws in one line where there is no engine for this system
 */
export async function edgeTools(): Promise<EdgeTools> {
  const system = `${process.platform}-${process.arch}`;
  const platform = PLATFORMS[system];
  if (platform === undefined) throw new Error(`There is no workerd for ${system}.`);
  const resolve = await installLocked(folder, () => console.error('Getting workerd into edge/node_modules/ …'));
  const program = process.platform === 'win32' ? 'workerd.exe' : 'workerd';
  return {
    esbuild: createRequire(import.meta.url)(resolve('esbuild')) as typeof import('esbuild'),
    workerd: resolve(`@cloudflare/workerd-${platform}/bin/${program}`),
  };
}
