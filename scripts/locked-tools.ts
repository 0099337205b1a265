import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { nodeForNpm } from './bootstrap/node.mjs';
import { npm } from './bootstrap/process.mjs';

const stampOf = (folder: string): string => join(folder, 'node_modules', '.installed');

const hashOfLock = (folder: string): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');

/** Whether the tools of a folder are installed as its lock file says. */
export function areInstalled(folder: string): boolean {
  return existsSync(stampOf(folder)) && readFileSync(stampOf(folder), 'utf8') === hashOfLock(folder);
}

/**
 * Installs tools that are no part of the project, as their lock file says, if that is not done yet.
 * @param folder with their package.json and its lock
 * @param announce tells that it takes a while
 * @returns finds a file of an installed tool, as `require.resolve` does
 */
export async function installLocked(folder: string, announce: () => void): Promise<(file: string) => string> {
  if (!areInstalled(folder)) {
    announce();
    await npm(nodeForNpm(process.execPath), ['ci', '--ignore-scripts'], { cwd: folder });
    writeFileSync(stampOf(folder), hashOfLock(folder));
  }
  const { resolve } = createRequire(join(folder, 'package.json'));
  return (file) => resolve(file);
}
