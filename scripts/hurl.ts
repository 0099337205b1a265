import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from './browsers/find.ts';
import { root } from './paths.ts';

const folder = join(root, '.node/hurl');
const command = join(folder, 'hurl');

/** The program that runs Hurl files: on the PATH, or where `installHurl` puts it. */
export function findHurl(): string | undefined {
  return onPath('hurl') ?? (existsSync(command) ? command : undefined);
}

/**
 * Gets Hurl on Debian, in the version that its development release has: unpacked with all the libraries that it wants, in a folder of
 * its own, so that nothing of the system changes. Elsewhere it does nothing.
 *
 * @throws when a step fails; nothing is found then
 */
export function installHurl(): void {
  if (!existsSync('/usr/bin/apt-get') || !existsSync(KEYS)) return;
  console.log('  Hurl, from Debian’s development release, into .node/hurl …');
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['lists/partial', 'archives/partial', 'root']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'status'), '');
  writeFileSync(join(folder, 'sources.list'), `deb [signed-by=${KEYS}] ${mirror()} sid main\n`);
  const settings = [
    `Dir::Etc::sourcelist=${join(folder, 'sources.list')}`,
    'Dir::Etc::sourceparts=/dev/null',
    `Dir::State::lists=${join(folder, 'lists')}`,
    `Dir::State::status=${join(folder, 'status')}`,
    `Dir::Cache=${folder}`,
  ].flatMap((setting) => ['-o', setting]);
  run('apt-get', [...settings, 'update', '-qq']);
  run('apt-get', [...settings, 'install', '-qq', '-y', '--download-only', '--no-install-recommends', 'hurl']);
  for (const file of globSync('archives/*.deb', { cwd: folder })) {
    run('dpkg-deb', ['-x', join(folder, file), join(folder, 'root')]);
  }
  // Its libraries are newer than the system's, and so is what loads them.
  const loaders = globSync('root/usr/lib*/**/ld-linux-*.so.*', { cwd: folder }).map((path) => join(folder, path));
  const libraries = globSync('root/usr/lib/*-linux-gnu', { cwd: folder }).map((path) => join(folder, path));
  const start = [loaders[0] ?? '', '--library-path', libraries.join(':'), join(folder, 'root/usr/bin/hurl')] as const;
  run(start[0], [...start.slice(1), '--version']);
  writeFileSync(command, `#!/bin/sh\nexec ${start.map((word) => `'${word}'`).join(' ')} "$@"\n`, { mode: 0o755 });
}

const KEYS = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Where this machine gets its packages. */
function mirror(): string {
  const { stdout } = spawnSync('apt-get', ['indextargets', '--format', '$(REPO_URI)'], { encoding: 'utf8' });
  const found = stdout.split('\n').find((address) => /\/debian\/?$/.test(address));
  return found ?? 'http://deb.debian.org/debian';
}

function run(program: string, args: string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
