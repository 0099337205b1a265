import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { installByApt } from '../apt.ts';
import { findChromium } from './find.ts';

function installByPlaywright(): boolean {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 600_000 });
  return status === 0;
}

/**
 * Finds a Chromium or gets one: by apt where that is allowed, because it brings the libraries that a browser needs.
 *
 * @throws with what to do, if neither works.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium on this machine: getting one …');
  const packages = [['chromium-headless-shell'], ['chromium']];
  const installed = (packages.some((names) => installByApt(names)) || installByPlaywright()) && findChromium();
  if (installed) return installed;
  throw new Error(
    'No Chromium was found and none could be installed. Install Chromium or Chrome, or name one: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}
