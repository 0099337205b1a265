import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

function runs(args: string[], minutes: number): boolean {
  console.log(`  apt-get ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: minutes * 60_000 }).status === 0
  );
}

/** Installs packages of Debian, where that is allowed: as root. Whether it did. */
export function installByApt(packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  return runs(['update', '-qq'], 5) && runs(install, 10);
}
