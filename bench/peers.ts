import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { nodeForNpm } from '../scripts/bootstrap/node.mjs';
import { npm } from '../scripts/bootstrap/process.mjs';

/** What the benchmarks compare with and measure by: installed beside the project, never part of it. */
export const peersFolder = join(import.meta.dirname, 'peers');

/**
 * Installs the peers as their lock file says, if that is not done yet.
 * @param folder with their package.json and its lock
 * @returns finds a file of an installed peer, as `require.resolve` does
 */
export async function installPeers(folder = peersFolder): Promise<(file: string) => string> {
  const stamp = join(folder, 'node_modules', '.installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    console.error('  installing the peers …');
    await npm(nodeForNpm(process.execPath), ['ci', '--ignore-scripts'], { cwd: folder });
    writeFileSync(stamp, wanted);
  }
  const { resolve } = createRequire(join(folder, 'package.json'));
  return (file) => resolve(file);
}
