import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { parseStatusFeed } from '../../src/site/feeds/status-feed.ts';
import type { StatusFeed } from '../../src/site/feeds/status-feed.ts';
import { UsageError } from './arguments.ts';

/** A lock that is older was left behind by a probe that was killed. */
const LOCK_MS = 120_000;

/** @returns undefined where there is no file yet. @throws {UsageError} where it holds something else, which is left as it is */
export async function readFeed(file: string): Promise<StatusFeed | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new UsageError(`${file} cannot be read (${code}).`);
  }
  try {
    return parseStatusFeed(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof TypeError ? error.message : 'it is not JSON';
    throw new UsageError(
      `${file} is no status feed and is left as it is: ${reason}. Move it away, or name another file.`,
    );
  }
}

/** Whole or not at all, however the process ends: written beside the file, then put in its place. */
export async function writeFile(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`;
  const handle = await open(beside, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}

/** Two probes of one file at once would each forget what the other has found. @throws {UsageError} where another is at it */
export async function withLock(file: string, work: () => Promise<void>): Promise<void> {
  const lock = `${file}.lock`;
  await take(file, lock);
  try {
    await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(file: string, lock: string): Promise<void> {
  const create = async (): Promise<void> => (await open(lock, 'wx')).close();
  try {
    await create();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') throw new UsageError(`${file} cannot be written (${code}).`);
    const { mtimeMs } = await stat(lock);
    if (Date.now() - mtimeMs < LOCK_MS) throw new UsageError(`${file} is being written by another probe.`);
    await rm(lock, { force: true });
    await create();
  }
}
