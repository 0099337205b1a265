// What the bootstrap's steps share: where the repository is, and how a child process is run.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A failure whose message is all the reader needs. */
export class BootstrapError extends Error {}

/** The folders of PATH, in order. */
export function pathFolders() {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH');
  return (process.env[key] || '').split(delimiter).filter(Boolean);
}

/**
 * Runs a program to its end and resolves to its exit code (a signal counts as 1). A signal sent to this process reaches the
 * program; this process ends after it, so that nothing is left at work.
 */
export function runToEnd(file, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], ...options });
    let stopped = false;
    const stop = (signal) => {
      stopped = true;
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), 5000).unref();
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, stop);
    child.on('error', reject);
    child.on('exit', (code) => {
      if (stopped) process.exit(1);
      for (const signal of signals) process.off(signal, stop);
      resolve(code === null ? 1 : code);
    });
  });
}

/** npm's own script: the npm that started us, else the one beside this Node, else the first on PATH. */
export function findNpm() {
  const folder = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...[folder, ...pathFolders()].flatMap((place) => [
      join(place, 'npm'),
      join(place, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ]),
  ];
  for (const candidate of candidates) {
    if (!candidate || !existsSync(candidate)) continue;
    const file = realpathSync(candidate);
    if (file.endsWith('npm-cli.js')) return file;
  }
  throw new BootstrapError(
    'npm was not found. Install Node 20 or newer together with npm, then run the command again.',
  );
}

/** Runs npm quietly under the given Node; its errors are shown. */
export async function npm(node, args, options) {
  const patience = ['--prefer-offline', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--no-update-notifier', '--loglevel=error'];
  const code = await runToEnd(node, [findNpm(), ...args, ...patience, ...quiet], options);
  if (code !== 0) {
    throw new BootstrapError(
      `npm could not finish (exit code ${code}); its message stands above.\n` +
        'The first start needs the npm registry. Check the network or the proxy settings and run the command again.',
    );
  }
}
