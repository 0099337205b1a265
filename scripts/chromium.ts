import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** Names under which systems install a Chromium, and where macOS and Windows keep theirs. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The Chromium to test with: the one that `CHROMIUM_PATH` names, else the system's, else the one that Playwright
 * downloaded earlier.
 *
 * @throws if `CHROMIUM_PATH` names no file.
 */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return named || [...onPath, ...places, chromium.executablePath()].find((file) => existsSync(file));
}

function runs(program: string, args: string[], minutes: number): boolean {
  console.log(`  ${[program, ...args].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const stdio = ['ignore', 'ignore', 'inherit'] as const;
  return spawnSync(program, args, { env, stdio: [...stdio], timeout: minutes * 60_000 }).status === 0;
}

/** By apt where that is allowed, because it brings the libraries that a browser needs. */
function installByApt(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return (
    runs('apt-get', ['update', '-qq'], 5) &&
    runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], 10)
  );
}

function installByPlaywright(): boolean {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  return runs(process.execPath, [cli, 'install', 'chromium'], 10);
}

/**
 * Finds a Chromium or gets one.
 *
 * @throws with what to do, if neither works.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium on this machine: getting one …');
  const installed = (installByApt() || installByPlaywright()) && findChromium();
  if (installed) return installed;
  throw new Error(
    'No Chromium was found and none could be installed. Install Chromium or Chrome, or name one: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}
