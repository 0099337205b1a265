// Installs the dependencies exactly as package-lock.json says, when they are missing or stale: what the site and the mock
// run on, or all, the tools of tests and checks among them.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeForNpm } from './node.mjs';
import { npm, root } from './process.mjs';

const folder = join(root, 'node_modules');
const stamp = join(folder, '.installed');
/** There while npm works: found later, it tells of an installation that was killed. */
const marker = join(folder, '.installing');

/** What the stamp says of an installation. */
function stampOf(hasTools) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} ${process.platform}-${process.arch} ${hasTools ? 'all' : 'without tools'}\n`;
}

/**
 * Whether what is installed is what the lock file names.
 * @param needsTools false: what is for development may be missing
 */
export function dependenciesAreFresh(needsTools) {
  if (!existsSync(stamp) || existsSync(marker)) return false;
  const installed = readFileSync(stamp, 'utf8');
  return installed === stampOf(true) || (!needsTools && installed === stampOf(false));
}

function countInstalled() {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(folder, name)).map((part) => join(name, part)) : [name],
    )
    .filter((name) => existsSync(join(folder, name, 'package.json'))).length;
}

function countWanted(withTools) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const isWanted = ({ optional, dev }) => !optional && (withTools || !dev);
  return Object.keys(packages).filter((path) => path.lastIndexOf('node_modules/') === 0 && isWanted(packages[path]))
    .length;
}

/** Tells every few seconds how far npm is; a line each, or one line rewritten in a terminal. Returns how to stop it. */
function showProgress(withTools) {
  const total = countWanted(withTools);
  const began = Date.now();
  const terminal = process.stdout.isTTY;
  const show = () => {
    const seconds = Math.round((Date.now() - began) / 1000);
    const text = `  ${Math.min(countInstalled(), total)} of ${total} packages, ${seconds} s`;
    process.stdout.write(terminal ? `\r${text} ` : `${text}\n`);
  };
  const timer = setInterval(show, terminal ? 500 : 5000);
  return () => {
    clearInterval(timer);
    show();
    if (terminal) process.stdout.write('\n');
  };
}

/** `npm ci` would refuse a lock that lacks other platforms' optional packages; `--no-save` installs the same. */
export async function installDependencies(node, withTools) {
  if (existsSync(marker)) {
    console.log('An earlier installation was interrupted: starting it afresh …');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  console.log(withTools ? 'Installing the dependencies …' : 'Installing what the site and the sandbox run on …');
  mkdirSync(folder, { recursive: true });
  rmSync(stamp, { force: true });
  writeFileSync(marker, '');
  const stop = showProgress(withTools);
  try {
    await npm(nodeForNpm(node), [
      'install',
      '--no-save',
      '--ignore-scripts',
      withTools ? '--include=dev' : '--omit=dev',
      '--include=optional',
    ]);
  } finally {
    stop();
  }
  writeFileSync(stamp, stampOf(withTools));
  rmSync(marker);
}
