import { join } from 'node:path';
import { installLocked } from '../scripts/locked-tools.ts';

/** What the benchmarks compare with and measure by: installed beside the project, never part of it. */
export const peersFolder = join(import.meta.dirname, 'peers');

/**
 * Installs the peers as their lock file says, if that is not done yet.
 * @param folder with their package.json and its lock
 * @returns finds a file of an installed peer, as `require.resolve` does
 */
export function installPeers(folder = peersFolder): Promise<(file: string) => string> {
  return installLocked(folder, () => console.error('  installing the peers …'));
}
