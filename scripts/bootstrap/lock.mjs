// One installation, one build at a time: a second start waits for the first.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './process.mjs';

const beat = 1000;
/** Without a sign of life for this long (ms) the owner counts as gone, however its process id looks. */
const patience = 60_000;

function take(file) {
  mkdirSync(join(root, '.node'), { recursive: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Removes the lock of an owner that was killed. */
function clearIfAbandoned(file) {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    const gone = age > 3 * beat && !isAlive(Number(readFileSync(file, 'utf8')));
    if (gone || age > patience) rmSync(file, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/**
 * Runs `work` while no other process of this repository runs work of the same name.
 *
 * @template T
 * @param {string} name What is done, as the waiting process tells it: "install" or "build".
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const file = join(root, '.node', `${name}.lock`);
  let told = false;
  while (!take(file)) {
    if (!told) console.log(`Another start is at the ${name}: waiting for it …`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
    clearIfAbandoned(file);
  }
  const release = () => rmSync(file, { force: true });
  const timer = setInterval(() => existsSync(file) && utimesSync(file, new Date(), new Date()), beat);
  process.on('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    process.off('exit', release);
    release();
  }
}
